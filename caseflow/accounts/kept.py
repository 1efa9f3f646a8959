"""What was typed before a session ended: it travels sealed through the sign-in page, and opens for its user only."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import request

from caseflow.accounts.sessions import ABSOLUTE
from caseflow.sealing import Place, SealingError, keyring
from caseflow.web.forms import RESUMED

LARGEST = 256 * 1024
"""The most text that is kept. Unit: characters. Ten times the longest note."""
NOT_KEPT = frozenset({"csrf_token", RESUMED})


@dataclass(frozen=True)
class KeptForm:
    """A form as it was sent, and whether files went with it, which cannot be kept."""

    path: str
    fields: tuple[tuple[str, str], ...]
    had_files: bool


def form_at_hand() -> KeptForm | None:
    """Return the form of this request, without passwords; nothing when it is too large to keep."""
    fields = tuple(
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in NOT_KEPT and "password" not in name
    )
    size = sum(len(name) + len(value) for name, value in fields)
    return KeptForm(request.path, fields, bool(request.files)) if size <= LARGEST else None


def seal(form: KeptForm, user_id: UUID, now: datetime) -> str:
    """Return the form as a text that says nothing to who cannot open it."""
    said = json.dumps([now.timestamp(), form.path, form.fields, form.had_files])
    return urlsafe_b64encode(keyring().seal(said.encode(), _place(user_id))).decode()


def unseal(text: str, user_id: UUID, now: datetime) -> KeptForm | None:
    """Open a form for the user who typed it, on the same day."""
    if not text:
        return None
    try:
        said = json.loads(keyring().open(urlsafe_b64decode(text), _place(user_id)))
    except (SealingError, Base64Error, ValueError, IndexError):
        return None
    at, path, fields, had_files = said
    if now.timestamp() - at > ABSOLUTE.total_seconds():
        return None
    return KeptForm(path, tuple((name, value) for name, value in fields), had_files)


def _place(user_id: UUID) -> Place:
    return Place("kept_form", "fields", user_id)
