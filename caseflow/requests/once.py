"""A form that is sent twice acts once.

Every form carries a random key. The first sending writes the key down in the transaction of the act itself; a second
one, at the same time or later, waits for the first and is sent where the first was sent.
"""

import hashlib
import json
import re
from datetime import datetime, timedelta
from http import HTTPStatus

from flask import Response, g, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.exceptions import BadRequest, Conflict

from caseflow.db import db
from caseflow.models import HandledPost
from caseflow.web.viewer import current_actor, now

FIELD = "once"
"""The name of the hidden field with the key."""
HEADER = "Idempotency-Key"
"""The header with the key, for the JSON door."""
KEPT = timedelta(days=2)
"""How long a form that is sent again is known: longer than anybody stays signed in."""
KEY = re.compile(r"[A-Za-z0-9-]{8,64}")


def replay() -> ResponseReturnValue | None:
    """Answer a form that was handled before as it was answered then; else take note of it and go on.

    Raises:
        BadRequest: the key is not one that caseflow gives out.
        Conflict: the same key came with another form, or the first sending is still being handled.
    """
    key = request.headers.get(HEADER) or request.form.get(FIELD, "")
    if not key:
        return None
    if not KEY.fullmatch(key):
        raise BadRequest
    note = HandledPost(user_id=current_actor().user_id, key=key, fingerprint=_fingerprint(), at=now())
    session = db.session()
    session.add(note)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        return _answer_again(key)
    g.handled_post = note
    return None


def remember(response: Response) -> None:
    """Keep where the sender is sent, in the transaction of the act. A page that asks again is not a handled form."""
    note: HandledPost | None = g.get("handled_post")
    if note is None:
        return
    if response.location:
        note.answer = json.dumps({"status": response.status_code, "location": response.location})
    else:
        db.session().delete(note)


def _answer_again(key: str) -> ResponseReturnValue:
    found = db.session.scalar(select(HandledPost).where(HandledPost.key == key))
    if found is None or found.answer is None or found.fingerprint != _fingerprint():
        raise Conflict
    answer = json.loads(found.answer)
    if answer["status"] < HTTPStatus.MULTIPLE_CHOICES:
        g.replayed = True
        return Response(status=answer["status"], headers={"Location": answer["location"]})
    return redirect(answer["location"], code=answer["status"])


def _fingerprint() -> str:
    """Tell one form from another, without keeping what was typed."""
    content = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    body = (
        repr((request.method, request.path, content))
        if content
        else f"{request.path}\n{request.get_data(as_text=True)}"
    )
    return hashlib.sha256(body.encode(errors="surrogatepass")).hexdigest()


def forget_old(session: Session, now: datetime) -> None:
    """Drop the keys of forms that nobody sends again any more."""
    session.execute(
        delete(HandledPost).where(HandledPost.at < now - KEPT).execution_options(synchronize_session=False)
    )
