"""Why something about a case cannot be done: plain codes, which the pages put into words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError


class RefusedError(ValueError):
    """Something in what was asked is not possible; `field` says where and `code` says what."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code


class EditConflictError(RuntimeError):
    """Somebody else changed it since it was shown."""


def same_version(found: int, shown: int) -> None:
    """Go on only when what was shown is what stands.

    Raises:
        EditConflictError: it is not.
    """
    if found != shown:
        raise EditConflictError


@contextmanager
def saving(session: Session) -> Iterator[None]:
    """Write at the end; of two who save at the same moment, the second hears of the first.

    Raises:
        EditConflictError: the row was changed after it was looked up.
    """
    try:
        with session.begin_nested():
            yield
            session.flush()
    except StaleDataError as error:
        raise EditConflictError from error
