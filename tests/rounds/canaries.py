"""The scenario with a word of its own in every text: wherever such a word turns up, one knows what leaked.

Which members of a bundle are texts is read from its schema, so a new text carries a word by birth.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from caseflow import bundles

FOLDER = Path(bundles.__path__[0])
SCHEMA = json.loads((FOLDER / "bundle.schema.json").read_text(encoding="utf-8"))
TOKEN = re.compile(r"kx[0-9]{4}zz", re.IGNORECASE)
COMMON = "kanarievogel"
"""A word that stands in every text, to find all that somebody may find."""

ANY_NAME = "kx"
"""A part of every name: every token begins so."""
FINDER = "/cases/{}/parties/find"
"""Where people of the other cases that somebody may read are looked for by name."""

Path_ = tuple[str | int, ...]


@dataclass
class Canaries:
    """A bundle full of tokens, and where each of them stands."""

    bundle: dict[str, Any]
    places: dict[str, Path_] = field(default_factory=dict)

    def words(self) -> bytes:
        return json.dumps(self.bundle, ensure_ascii=False).encode()


def canaries() -> Canaries:
    """Put a token in every text of the scenario."""
    bundle = json.loads((FOLDER / "demo" / "oosterdelta.json").read_text(encoding="utf-8"))
    _add_agreed(bundle)
    _say_in_confidence(bundle)
    return planted(bundle)


def planted(bundle: dict[str, Any]) -> Canaries:
    """Put a token in every text of a bundle."""
    made = Canaries(bundle)
    numbers = count(1)

    def mark(place: Path_, text: str) -> str:
        token = f"kx{next(numbers):04}zz"
        made.places[token] = place
        return marked(place, token, text)

    made.bundle = _marked(made.bundle, SCHEMA, (), mark)
    return made


def _add_agreed(bundle: dict[str, Any]) -> None:
    """Add a consent on which nothing rests and an agreement: the scenario has neither."""
    case = bundle["cases"][0]
    whose = {"party": case["parties"][0]["key"], "organisation": case["links"][0]["organisation"]}
    since = {"from": "2023-01-20T10:00:00+01:00", "until": "2027-01-20T10:00:00+01:00"}
    told = {"purpose": "Samen zorgen.", "by_self": True, "represented_by": "Moeder", "how": "spoken"}
    kept = {"recorded_by": case["director"], "recorded_at": since["from"]}
    over = {"withdrawn_at": "2023-06-20T10:00:00+02:00", "withdrawn_by": "Moeder"}
    case["consents"] = [{"key": "c1", "categories": ["safety"], **whose, **since, **told, **kept, **over}]
    what = {"name": "Convenant", "version": "1", "covers": "Veiligheid.", "from": "2022-01-01"}
    bundle["organisations"][1]["agreements"] = [what | {"recorded_at": since["from"]}]


def _say_in_confidence(bundle: dict[str, Any]) -> None:
    """Let who made a secret report stand on it, and keep secret where a file comes from that many read."""
    entries = {one["key"]: one for one in bundle["cases"][0]["entries"]}
    entries["r10-signal-street"]["data"]["from_organisation"] = "jgz"
    entries["r13-letter"] |= {"source_confidential": True, "category": "safety", "concerns": ["noor"]}


def marked(place: Path_, token: str, text: str) -> str:
    """Put a token in a text, in the manner of that text."""
    if place[-1] == "base64":
        return b64encode(f"{token} {COMMON}\n".encode() + b64decode(text)).decode()
    if place[-1] == "filename":
        return f"{token}-{text}"
    return f"{token} {text}" if place[-1] == "name" else f"{token} {COMMON} {text}"


def _marked(value: Any, rule: dict[str, Any], place: Path_, mark: Callable[[Path_, str], str]) -> Any:
    if is_text(rule, place):
        return mark(place, value)
    rule = _resolved(rule)
    if isinstance(value, list):
        return [_marked(one, rule["items"], (*place, number), mark) for number, one in enumerate(value)]
    if not isinstance(value, dict) or "properties" not in rule:
        return value
    rules = rule["properties"]
    if place[-2:-1] == ("entries",):
        rules = rules | {"data": {"$ref": f"#/$defs/{value['kind']}"}}
    return {name: _marked(one, rules[name], (*place, name), mark) for name, one in value.items()}


def is_text(rule: dict[str, Any], place: Path_) -> bool:
    """Whether a member says something in words; a media type is a word of machines."""
    if place and place[-1] == "media_type":
        return False
    return rule.get("$ref") == "#/$defs/text" or (bool(place) and place[-1] in {"filename", "base64"})


def _resolved(rule: dict[str, Any]) -> dict[str, Any]:
    found = rule
    if "$ref" in rule:
        found = SCHEMA["$defs"][rule["$ref"].rsplit("/", 1)[1]]
    return found
