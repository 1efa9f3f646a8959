"""What a validated form field holds."""

from typing import TypeVar

T = TypeVar("T")


def given(value: T | None) -> T:
    """Return a value of which the field's validators made sure that it is there.

    Raises:
        LookupError: it is not there, so the form was not validated.
    """
    if value is None:
        raise LookupError("The form was not validated.")
    return value
