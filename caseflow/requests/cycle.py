"""What happens around every request: who asks, one transaction, the reading log, and only then the answer."""

from http import HTTPStatus

from flask import Flask, Response, current_app, g, request
from flask.typing import ResponseReturnValue
from psycopg.errors import SerializationFailure
from sqlalchemy import event
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import ORMExecuteState, Session
from werkzeug.exceptions import NotFound, ServiceUnavailable, Unauthorized

from caseflow.access import guard
from caseflow.audit import reads
from caseflow.db import GuardedSession, db, writes
from caseflow.requests import once
from caseflow.web import csrf, errors
from caseflow.web.viewer import Identify, is_public, now, runs_by_itself, viewer

READING = frozenset({"GET", "HEAD", "OPTIONS"})
SEARCHES = frozenset({"/search", "/api/v1/search"})
"""Where a POST only asks: its terms may not stand in an address."""


ONLY_READS = "only_reads"


class ReadOnlyError(RuntimeError):
    """A request that only reads was about to change something."""


def init_app(app: Flask) -> None:
    """Put the cycle around every request of an application."""
    app.before_request(_begin)
    app.after_request(_finish)
    app.teardown_request(_close)
    app.register_error_handler(OperationalError, _database_fails)


def only_reads() -> bool:
    """Whether the request's own session changes nothing."""
    return (
        request.method in READING or request.path in SEARCHES or runs_by_itself(current_app, request.endpoint)
    )


def _begin() -> ResponseReturnValue | None:
    writes.set(not only_reads())
    if "\x00" in request.path:  # nothing is called that, and PostgreSQL will not even look
        raise NotFound
    if request.endpoint is None or request.endpoint == "static":
        return None
    identify: Identify = current_app.extensions["caseflow_identify"]
    g.viewer = identify(now())
    found = viewer()
    if found is None and not is_public(current_app, request.endpoint):
        raise Unauthorized
    if request.method not in READING:
        csrf.require_own_form()
    if found is None:
        return None
    g.session = db.session()
    g.session.info[ONLY_READS] = only_reads()
    guard.bind(g.session, found.actor)
    return None if only_reads() else once.replay()


def _finish(response: Response) -> Response:
    session = db.session()
    if "actor" not in session.info:
        return response
    try:
        _end(session, response)
    except OperationalError:
        return current_app.make_response(errors.answer(ServiceUnavailable()))
    if _shows_nothing(response):
        reads.forget(session)
    session.info[ONLY_READS] = False
    try:  # whatever else the answer is: a form that comes back with mistakes shows the file as well
        _note_reading(session)
    except SQLAlchemyError:
        session.rollback()
        current_app.logger.exception("What was read could not be written down, and was not shown.")
        return current_app.make_response(errors.answer(ServiceUnavailable()))
    finally:
        reads.forget(session)
    return response


def _note_reading(session: Session) -> None:
    """Write down what was read: in the transaction that read it, unless somebody else wrote in a chain meanwhile.

    What only read saw one moment, and cannot put its line behind another one that it does not see.
    """
    try:
        reads.note_reading(session)
        session.commit()
    except OperationalError as error:
        if not isinstance(error.orig, SerializationFailure):
            raise
        session.rollback()
        reads.note_reading(session)
        session.commit()


def _shows_nothing(response: Response) -> bool:
    """Whether the answer only says where to go on, or that there is no such page."""
    goes_on = HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST
    return goes_on or response.status_code == HTTPStatus.NOT_FOUND


def _end(session: Session, response: Response) -> None:
    """Do what was asked, or leave it undone.

    SQLite has one writer, and whoever only read waits for nobody: its transaction ends here.
    """
    if only_reads():
        session.expunge_all()  # unsaved changes are never saved by accident
    elif response.status_code < HTTPStatus.BAD_REQUEST:
        once.remember(response)
        session.flush()
    else:
        session.rollback()
    if session.get_bind().dialect.name == "sqlite":
        session.commit()


def _database_fails(_error: OperationalError) -> ResponseReturnValue:
    db.session().rollback()
    return errors.answer(ServiceUnavailable())


def _close(_error: BaseException | None) -> None:
    session = db.session()
    session.rollback()
    session.info.pop(ONLY_READS, None)
    guard.release(session)


@event.listens_for(GuardedSession, "before_flush")
def _refuse_saving(session: Session, *_details: object) -> None:
    if session.info.get(ONLY_READS):
        raise ReadOnlyError


@event.listens_for(GuardedSession, "do_orm_execute")
def _refuse_changing(state: ORMExecuteState) -> None:
    if state.session.info.get(ONLY_READS) and not state.is_select:
        raise ReadOnlyError
