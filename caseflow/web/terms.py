"""What the fixed words of the field are called on screen."""

from enum import StrEnum
from typing import Any


def term(word: StrEnum | str) -> str:
    """Return the label of a word."""
    return str(word)
