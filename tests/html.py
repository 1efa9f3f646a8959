"""A small reader of our own pages: it objects to HTML that is not well nested, and finds forms, links and text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

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


@dataclass
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


class Reader(HTMLParser):
    """Builds the tree, and writes down what is wrong with it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#root", {})
        self.here = self.root
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"<{tag}> has an attribute twice: {names}")
        here, everything = self.here, self.root.all_elements
        attributes = {name: value or "" for name, value in attrs}
        place = len(everything) + 1
        element = Element(tag, attributes, here, [], here.within | {tag}, everything, place, place)
        self._check_place(element)
        here.inside.append(element)
        everything.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != self.here.tag:
            self.wrong.append(f"</{tag}> closes <{self.here.tag}> at {self.getpos()}")
            return
        self.here.last_inside = len(self.root.all_elements)
        self.here = self.here.parent or self.root

    def handle_data(self, data: str) -> None:
        if data.strip() and self.here.tag in CHILDREN:
            self.wrong.append(f"text directly in <{self.here.tag}>: {data.strip()[:40]!r}")
        self.here.inside.append(data)

    def _check_place(self, element: Element) -> None:
        tag, parent = element.tag, self.here.tag
        above = self.here.within
        allowed = PARENTS.get(tag)
        if "svg" in above:
            return
        if allowed is not None and parent not in allowed:
            self.wrong.append(f"<{tag}> in <{parent}>")
        if parent in CHILDREN and tag not in CHILDREN[parent] | {"script", "template"}:
            self.wrong.append(f"<{tag}> directly in <{parent}>")
        if tag in BLOCKS and above & PHRASING_ONLY:
            self.wrong.append(f"<{tag}> in {sorted(above & PHRASING_ONLY)}")
        if tag in NOT_IN_ITSELF and tag in above:
            self.wrong.append(f"<{tag}> in another <{tag}>")
        if tag in {"a", "button", "input", "select", "textarea"} and above & {"a", "button"}:
            self.wrong.append(f"<{tag}> in a link or button")


@lru_cache(maxsize=8)
def read(html: str) -> tuple[Element, list[str]]:
    """Return the tree of a page, and everything that is wrong with its HTML."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    if reader.here is not reader.root:
        reader.wrong.append(f"<{reader.here.tag}> is never closed")
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
