"""The database session of a request, as views hand it to queries and actions; they look no further into it."""

from typing import TYPE_CHECKING

from flask import g

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def session() -> "Session":
    """Return the session of this request, tied to who sent it."""
    opened: Session = g.session
    return opened
