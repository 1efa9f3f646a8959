"""A small reader of our own pages: it objects to HTML that is not well nested, and finds forms, links and text.

It knows how our templates write, and objects to what it cannot read; Python's own reader, which reads everything, takes
more than twice as long, which was a seventh of all that the tests do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import unescape

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
PHRASING_ONLY = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "span",
        "label",
        "em",
        "strong",
        "button",
        "time",
        "abbr",
        "small",
        "dt",
    ]
)
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "option": {"select", "optgroup", "datalist"},
    "summary": {"details"},
    "legend": {"fieldset"},
    "caption": {"table"},
    "figcaption": {"figure"},
}
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "tr": {"td", "th"},
    "tbody": {"tr"},
    "thead": {"tr"},
    "dl": {"dt", "dd", "div"},
}
NOT_IN_ITSELF = frozenset({"a", "form", "button", "label", "main", "h1", "h2", "h3"})


NAME = r"[^\s=<>/\"']+"
VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))"""
LOOKS_LIKE_A_TAG = re.compile(r"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
TAG = re.compile(rf"<(/?)([a-zA-Z][\w-]*)((?:\s+{NAME}(?:{VALUE})?)*)\s*(?P<closed>/?)>")
ATTRIBUTE = re.compile(f"({NAME})(?:{VALUE})?")
NO_TAG = re.compile(r"<!--.*?-->|<!doctype html>", re.DOTALL | re.IGNORECASE)
VERBATIM = {"script": re.compile("</script>"), "style": re.compile("</style>")}
"""What is no HTML inside, and where it ends."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a page."""

    written: str
    name: str
    closes: bool
    is_closed: bool
    attributes: dict[str, str]
    """Nobody changes them."""
    is_twice: bool
    """Whether it gives an attribute twice."""


@dataclass(slots=True)
class Element:
    """An element with its attributes and what is in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    inside: list[Element | str] = field(default_factory=list)
    within: frozenset[str] = frozenset()
    """The tags of itself and of everything around it."""
    all_elements: list[Element] = field(default_factory=list)
    """Every element of the page in the order of the page: those in this one stand together."""
    first_inside: int = 0
    last_inside: int | None = None

    def walk(self) -> list[Element]:
        """Return every element inside, in the order of the page."""
        return self.all_elements[self.first_inside : self.last_inside]

    def find_all(self, *tags: str) -> list[Element]:
        return [one for one in self.walk() if one.tag in tags]

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @property
    def classes(self) -> set[str]:
        return set(self.get("class").split())

    @property
    def text(self) -> str:
        """The words in it, with single spaces."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for one in self.inside:
            if isinstance(one, str):
                yield one
            elif one.tag not in {"script", "style"}:
                yield from one._words()
                yield "" if one.tag in {"a", "span", "strong", "em", "time", "abbr"} else " "


class Reader:
    """Builds the tree, and writes down what is wrong with it."""

    def __init__(self, html: str) -> None:
        self.root = Element("#root", {})
        self.here = self.root
        self.wrong: list[str] = []
        self._html = NO_TAG.sub("", html)
        self._read()
        if self.here is not self.root:
            self.wrong.append(f"<{self.here.tag}> is never closed")

    def _read(self) -> None:
        done = 0
        for found in LOOKS_LIKE_A_TAG.finditer(self._html):
            begin, end = found.span()
            tag = _read_tag(found[0]) if begin >= done else None
            if tag is None:
                continue
            self._take_text(done, begin)
            done = end
            if tag.closes:
                self._close(tag.name, begin)
                continue
            self._open(tag)
            if tag.name in VERBATIM and (end_of_it := VERBATIM[tag.name].search(self._html, done)):
                self.here.inside += [self._html[done : end_of_it.start()]] if end_of_it.start() > done else []
                done = end_of_it.start()
            if tag.is_closed and tag.name not in VOID:
                self._close(tag.name, begin)
        self._take_text(done, len(self._html))

    def _open(self, tag: Tag) -> None:
        here, everything = self.here, self.root.all_elements
        if tag.is_twice:
            self.wrong.append(f"{tag.written} has an attribute twice")
        within, wrong = _placed(tag.name, here.tag, here.within)
        self.wrong += wrong
        place = len(everything) + 1
        element = Element(tag.name, tag.attributes, here, [], within, everything, place, place)
        here.inside.append(element)
        everything.append(element)
        if tag.name not in VOID:
            self.here = element

    def _close(self, tag: str, at: int) -> None:
        if tag != self.here.tag:
            line = self._html.count("\n", 0, at) + 1
            self.wrong.append(f"</{tag}> closes <{self.here.tag}> in line {line}")
            return
        self.here.last_inside = len(self.root.all_elements)
        self.here = self.here.parent or self.root

    def _take_text(self, begin: int, end: int) -> None:
        text = self._html[begin:end]
        if not text:
            return
        if "<" in text:
            self.wrong.append(f"no tag is {text[text.index('<') :][:40]!r}")
        if self.here.tag in CHILDREN and text.strip():
            self.wrong.append(f"text directly in <{self.here.tag}>: {text.strip()[:40]!r}")
        self.here.inside.append(unescape(text))


@lru_cache(maxsize=16384)
def _read_tag(written: str) -> Tag | None:
    """Take a tag apart; most stand on every page."""
    parts = TAG.fullmatch(written)
    if parts is None:
        return None
    found = ATTRIBUTE.findall(parts[3])
    attributes = {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}
    is_twice = len(attributes) < len(found)
    return Tag(written, parts[2].lower(), bool(parts[1]), bool(parts["closed"]), attributes, is_twice)


@cache
def _placed(tag: str, parent: str, above: frozenset[str]) -> tuple[frozenset[str], list[str]]:
    """Return the tags of an element and of everything around it, and what is wrong with its place."""
    return above | {tag}, [] if "svg" in above else [*_wrong_place(tag, parent, above)]


def _wrong_place(tag: str, parent: str, above: frozenset[str]) -> Iterator[str]:
    if tag in PARENTS and parent not in PARENTS[tag]:
        yield f"<{tag}> in <{parent}>"
    if parent in CHILDREN and tag not in CHILDREN[parent] | {"script", "template"}:
        yield f"<{tag}> directly in <{parent}>"
    if tag in BLOCKS and above & PHRASING_ONLY:
        yield f"<{tag}> in {sorted(above & PHRASING_ONLY)}"
    if tag in NOT_IN_ITSELF and tag in above:
        yield f"<{tag}> in another <{tag}>"
    if tag in {"a", "button", "input", "select", "textarea"} and above & {"a", "button"}:
        yield f"<{tag}> in a link or button"


@lru_cache(maxsize=8)
def read(html: str) -> tuple[Element, list[str]]:
    """Return the tree of a page, and everything that is wrong with its HTML."""
    reader = Reader(html)
    return reader.root, reader.wrong + _wrong_references(reader.root)


def _wrong_references(root: Element) -> list[str]:
    ids = Counter(one.get("id") for one in root.walk() if "id" in one.attributes)
    wrong = [f"id {name!r} stands twice" for name, times in sorted(ids.items()) if times > 1]
    for one in root.walk():
        names = one.get("aria-describedby").split() + one.get("aria-labelledby").split()
        if one.tag == "label" and one.get("for"):
            names.append(one.get("for"))
        if one.tag == "a" and one.get("href").startswith("#") and one.get("href") != "#":
            names.append(one.get("href")[1:])
        wrong += [f"<{one.tag}> points to {name!r}, which is not there" for name in names if name not in ids]
    for number, heading in enumerate(root.find_all("h1", "h2", "h3", "h4")):
        if number == 0 and heading.tag not in {"h1", "h2"}:
            wrong.append(f"the first heading is {heading.tag}")
    return wrong
