"""Which words of a protected fact tell where somebody is, and are therefore watched.

Telling are: a street, alone or with its number (one that is called like an ordinary word: with its number only); a
postcode, with or without the number (one that reads like a year and a little word: with the number only); a telephone
number, an e-mail address, a code word; and the name of a school, shelter, place of work or other institution.

Not telling are: a town, a number by itself, the letters of a postcode with a number, and words that only say what kind
of place it is. A place that is written as a town and nothing else is not watched: it would stop every text.

Of running text (how to make contact, more about an address) only what has such a form is taken: streets with a number,
postcodes, numbers, e-mail addresses, institutions by name, and code words that are introduced as such.
"""

import re
from collections.abc import Iterator

from caseflow.casefile.tripwire import names, streets
from caseflow.casefile.tripwire.letters import folded
from caseflow.casefile.tripwire.phrases import Phrase, Seen
from caseflow.casefile.tripwire.words import LITTLE, STREET_ENDS, is_generic, is_institution
from caseflow.models.vocabulary import AddressUse

PHONE_DIGITS = 9
"""How many of the last digits of a telephone number are watched: the same however its beginning is written."""
SHORTEST = 4
"""The shortest word that is watched. Unit: characters."""
NAMED = frozenset(
    {AddressUse.SHELTER, AddressUse.SCHOOL, AddressUse.CHILDCARE, AddressUse.WORK, AddressUse.CARE}
)
"""Uses of an address that is an institution's, whatever stands there."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+|\b0|\(0)[\d\s().\-–/]{7,22}\d")
_POSTCODE = re.compile(r"\b([1-9]\d{3})[ \u00a0.]?([A-Za-z]{2})\b(?:[ \u00a0,]{0,2}(\d{1,5})\b)?")
_CODE_WORD = re.compile(
    r"\b(?:code[ -]?woord|code[ -]?word|wachtwoord|password|code[ -]?naam|toegangscode|deurcode|pin[ -]?code)"
    r"(?:\s+(?:is|luidt|voor\s+\w+\s+is))?\s*[:=]?\s*"
    r"(?:[\"'“‘„«](?P<quoted>[^\"'”’“»]{3,60})[\"'”’“»]|(?P<bare>\w{3,40}))",
    re.IGNORECASE,
)
_PROSE_STREET = re.compile(
    rf"\b((?:[^\W\d_]+\s+)?[^\W\d_]*(?:{'|'.join(STREET_ENDS)}|str\.?))\s*(\d{{1,5}})\b", re.IGNORECASE
)
_PARTS = re.compile(r"[,;\n\r()|]+|\s[-–—]\s")


def phrases_of_address(use: AddressUse, text: str) -> set[Phrase]:
    """Return what is watched of the text of an address."""
    rest, found = _formed(text)
    found |= set(_of_parts(use, rest, _numbers_in(text)))
    return {phrase for phrase in found if len(phrase.folded) >= SHORTEST}


def phrases_of_prose(text: str) -> set[Phrase]:
    """Return what is watched of running text about a protected place."""
    rest, found = _formed(text)
    for street, number in _PROSE_STREET.findall(rest):
        found |= set(streets.spellings(street, number))
    found |= {Phrase(folded(name)) for name in names.in_prose(rest)}
    return {phrase for phrase in found if len(phrase.folded) >= SHORTEST}


def _formed(text: str) -> tuple[str, set[Phrase]]:
    """Return what has a form of its own (code words, e-mail, telephone, postcode), and the text without it."""
    found = set[Phrase]()
    for match in _CODE_WORD.finditer(text):
        word = match["quoted"] or match["bare"]
        if not is_generic(folded(word)):
            found.add(Phrase(folded(word)))
    found |= {Phrase(folded(one)) for one in _EMAIL.findall(text)}
    rest = _EMAIL.sub(", ", text)
    for number in _PHONE.findall(rest):
        digits = "".join(letter for letter in number if letter.isdecimal())
        if len(digits) >= PHONE_DIGITS:
            found.add(Phrase(folded(digits[-PHONE_DIGITS:]), Seen.AS_NUMBER))
            rest = rest.replace(number, ", ")
    houses = _numbers_in(rest)
    for digits, letters, behind in _POSTCODE.findall(rest):
        found |= set(_of_postcode(digits + letters, {behind} if behind else houses))
    return _POSTCODE.sub(", ", rest), found


def _of_postcode(code: str, numbers: set[str]) -> Iterator[Phrase]:
    if folded(code[4:]) not in LITTLE:
        yield Phrase(folded(code))
    for number in numbers:
        yield Phrase(folded(code + number), Seen.ANYWHERE)


def _numbers_in(text: str) -> set[str]:
    """Return the house numbers in the parts of an address."""
    matches = (streets.WITH_NUMBER.match(part.strip()) for part in _PARTS.split(_POSTCODE.sub(", ", text)))
    return {match["number"] for match in matches if match and not streets.is_no_street(match["before"])}


def _of_parts(use: AddressUse, text: str, numbers: set[str]) -> Iterator[Phrase]:
    """Take the parts of an address in order: names first, then a street, and then the town, which tells nothing."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    matches = [streets.WITH_NUMBER.match(part) for part in parts]
    is_street = [match is not None and not streets.is_no_street(match["before"]) for match in matches]
    first_street = is_street.index(True) if True in is_street else None
    for place, (part, match) in enumerate(zip(parts, matches, strict=True)):
        if match is not None and is_street[place]:
            yield from streets.spellings(match["before"], match["number"])
        elif match is None and _is_name(use, part, place, first_street, len(parts)):
            yield from _of_name(use, part, with_street=bool(numbers))


def _is_name(use: AddressUse, part: str, place: int, first_street: int | None, count: int) -> bool:
    if any(map(is_institution, streets.words_of(part))):
        return True
    if first_street is not None:
        return place < first_street
    return place == 0 and (count > 1 or use in NAMED or len(streets.words_of(part)) > 1 or _is_street(part))


def _is_street(part: str) -> bool:
    return any(True for _ in streets.spellings(part))


def _of_name(use: AddressUse, part: str, *, with_street: bool) -> Iterator[Phrase]:
    yield from () if with_street else streets.spellings(part)
    words = streets.words_of(part)
    if all(map(is_generic, words)):
        return
    yield Phrase(names.without_article(words))
    own = [word for word in words if not is_generic(word)]
    if use not in NAMED and not any(map(is_institution, words)):
        return
    if len(own) > 1:
        yield Phrase("".join(own))
    elif names.has_article_before(words, own[0]):
        yield Phrase(own[0], Seen.AS_NAME)
    yield Phrase("".join(own), Seen.BY_AN_INSTITUTION)
