"""Downloading a document: always as a file, never as a page."""

from urllib.parse import quote
from uuid import UUID

from flask import Response, abort
from flask.typing import ResponseReturnValue

from caseflow.casefile.files import TYPES, from_base64
from caseflow.casefile.kinds import DocumentData
from caseflow.casefile.views.room import bp, the_case, the_entry

POLICY = "default-src 'none'; sandbox"
"""What a browser may do with a file, should it show it after all: nothing."""
UNKNOWN = "application/octet-stream"


@bp.get("/entries/<uuid:entry_id>/document")
def document(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case = the_case(reference)
    portrait, _names = the_entry(case, entry_id, contents=True)
    data = portrait.draft.data
    if not isinstance(data, DocumentData) or data.content is None:
        abort(404)
    answer = Response(from_base64(data.content))
    answer.mimetype = data.media_type if data.media_type in TYPES.values() else UNKNOWN
    answer.headers["Content-Disposition"] = disposition(data.filename)
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


def disposition(filename: str) -> str:
    """Return the header that makes a browser save the file under its name (RFC 6266, RFC 5987)."""
    plain = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_. ") else "_" for letter in filename
    )
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
