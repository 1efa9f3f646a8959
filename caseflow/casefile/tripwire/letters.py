"""Texts as the trip-wire reads them: letters and digits only, and whatever looks alike is the same.

Case, diacritics, punctuation, spaces and invisible characters do not count. Full-width, mathematical and other dressed
up letters are the letters they stand for (NFKD), digits of every script are digits, and letters of other scripts that
look like Latin ones are those. 0 and o are one, and so are 1, l and i: a folded text has digits for them.
"""

import unicodedata
from collections.abc import Iterator

LOOK_LIKE = {
    "a": "аɑᴀΑαᎪ",
    "b": "вВʙΒβЬьᏴ",
    "c": "сϲᴄᏟ",
    "d": "ԁđᴅÐðᎠɖ",
    "e": "еᴇΕεєҽᎬ",
    "g": "ɡɢցԌԍᏀ",
    "h": "һнНʜΗհħᎻ",
    "i": "іıɪΙιɩӏӀ",
    "j": "јᴊϳЈᎫ",
    "k": "кᴋΚκᏦ",
    "l": "łʟƖⵏᏞ",
    "m": "мМᴍΜᎷ",
    "n": "пɴΝηոŋ",
    "o": "оᴏΟοσօøⲟ",
    "p": "рᴘΡρᏢ",
    "q": "ԛզ",
    "r": "гʀᴦᏒ",
    "s": "ѕꜱՏᏚ",
    "t": "тТᴛΤτŧᎢ",
    "u": "ᴜυμսʋ",
    "v": "ѵνᴠᏙ",
    "w": "ԝωᴡԜᎳ",
    "x": "хΧχ×",
    "y": "уʏΥγүҮ",
    "z": "ᴢΖᏃ",
    "ae": "æӕ",
    "oe": "œ",
    "ij": "ÿŸ",
}
"""Latin letters, and the letters that are taken for them.

Source: Unicode Technical Standard 39, confusables.txt (the letters of living scripts that a keyboard or a copied text
brings along, and the small capitals); ÿ for ij is how Dutch is written by hand.
"""
SAME_AS = str.maketrans({"o": "0", "i": "1", "l": "1"})
"""Letters that look like digits. Source: Unicode Technical Standard 39."""


class _Folding(dict[int, str]):
    """What each character becomes; worked out once for each character that comes by."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = "".join(_parts(letter)).translate(SAME_AS)
        self[code] = folded
        return folded


def _parts(letter: str) -> Iterator[str]:
    if letter in _LATIN:
        yield _LATIN[letter]
        return
    for part in unicodedata.normalize("NFKD", letter):
        if part in _LATIN:
            yield _LATIN[part]
        elif part.isdecimal():
            yield str(unicodedata.decimal(part))
        elif part.isalnum():
            small = part.casefold()
            yield "".join(_LATIN.get(each, each) for each in small)


_LATIN = {other: latin for latin, others in LOOK_LIKE.items() for other in others}
_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return the letters and digits of a text, as far as they can be told apart by eye."""
    return text.translate(_FOLDING)


def places(text: str) -> list[int]:
    """Return for each character of the folded text at which character of the text itself it stands."""
    return [place for place, letter in enumerate(text) for _part in _FOLDING[ord(letter)]]


def begins_a_word(text: str, place: int) -> bool:
    """Whether something new begins at a character: after a space or a sign, another kind of character, or a capital."""
    return place == 0 or _is_seam(text[place - 1], text[place])


def ends_a_word(text: str, place: int) -> bool:
    """Whether something ends before a character."""
    return place == len(text) or _is_seam(text[place - 1], text[place])


def _is_seam(before: str, after: str) -> bool:
    if not before.isalnum() or not after.isalnum():
        return True
    return before.isdigit() != after.isdigit() or (before.islower() and after.isupper())
