"""All texts that the code and the templates show, and the Dutch that the catalogues have for them."""

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from caseflow.access.reasons import sentences

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "caseflow/translations/nl/LC_MESSAGES"
KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "_n": (1, 2),
    "_ln": (1, 2),
    "lazy_ngettext": (1, 2),
    "_p": ((1, "c"), 2),
    "pgettext": ((1, "c"), 2),
    "lazy_pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Key = tuple[str | None, str]
"""Context and English text."""


def shown() -> dict[Key, str]:
    """Return every text with one place where it stands."""
    found: dict[Key, str] = {}
    for folder, methods in (
        ("caseflow", [("**.py", "python")]),
        ("templates", [("**.html", "jinja2.ext:babel_extract")]),
    ):
        options = {"**.html": {"extensions": "jinja2.ext.i18n", "silent": "false"}}
        texts = extract_from_dir(ROOT / folder, methods, options, keywords=KEYWORDS)
        for file, line, message, _comments, context in texts:
            found.setdefault((context, _one(message)), f"{folder}/{file}:{line}")
    for sentence in sentences():  # what reading rules say of themselves
        found.setdefault(("rule", sentence), "caseflow/access/reasons.py")
    return found


def translated() -> dict[Path, dict[Key, tuple[str, ...]]]:
    """Return the Dutch of every catalogue."""
    found: dict[Path, dict[Key, tuple[str, ...]]] = {}
    for file in sorted(CATALOGUES.glob("*.po")):
        with file.open("rb") as source:
            catalogue = read_po(source, locale="nl", abort_invalid=True)
        found[file] = {
            (one.context, _one(one.id)): one.string if isinstance(one.string, tuple) else (one.string,)
            for one in catalogue
            if one.id
        }
        assert not [one.id for one in catalogue if one.fuzzy and one.id], f"{file.name} has fuzzy texts"
    return found


def _one(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]
