"""Who read this file: for its seats, and for privacy officers, who find it by its reference."""

from dataclasses import dataclass
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.access.oversight import case_to_watch
from caseflow.audit import reads
from caseflow.audit.queries import AccessLine, InLog, Only, access_log, in_log
from caseflow.models.vocabulary import Role
from caseflow.sharing.log_words import through_texts
from caseflow.sharing.moments import midnight, next_midnight
from caseflow.sharing.queries import link_names, links_outside
from caseflow.sharing.views.filters import LogFilter
from caseflow.sharing.views.room import bp, watched, watching
from caseflow.web.fields import options_of
from caseflow.web.session import session
from caseflow.web.terms import term
from caseflow.web.viewer import current_actor

MOST_DIGITS = 9
"""How long a number in an address can be; a longer one fits no database."""


@dataclass(frozen=True)
class Shown:
    """A line of the log with its codes in words."""

    line: AccessLine
    act: str
    through: list[str]


@bp.get("/access")
def access(reference: str) -> ResponseReturnValue:
    case = watched(reference, Act.ACCESS_LOG_READ)
    known = in_log(session(), case.id)
    form = LogFilter(request.args, meta={"csrf": False})
    _offer(form, known)
    valid = form.validate()
    log = access_log(session(), case.id, only=_only(form) if valid else Only(), cursor=_cursor())
    links = link_names(session(), case.id) if case.head is not None else {}
    reads.saw(session(), "access.read", case.id)
    page = render_template(
        "sharing/access.html",
        frame=case.frame("access"),
        reference=reference,
        lines=[Shown(line, term(line.act), through_texts(line.through, links)) for line in log.items],
        links_outside=links_outside(session(), case.id) if case.head is None else [],
        form=form,
        active=form.in_use,
        next_url=_here(reference, log.next) if log.next else "",
        first_url=_here(reference, None) if _cursor() else "",
    )
    return page, 200 if valid else 422


@watching.get("/access")
def look_up() -> ResponseReturnValue:
    """Where a privacy officer begins: which file?"""
    if not current_actor().has(Role.PRIVACY_OFFICER):
        abort(404)
    reference = request.args.get("reference", "").strip()
    for written in (reference, reference.upper()):
        if written and case_to_watch(session(), written) is not None:
            return redirect(url_for("sharing.access", reference=written), 303)
    unknown = bool(reference)
    return render_template(
        "sharing/look_up.html", reference=reference, unknown=unknown
    ), 422 if unknown else 200


def _offer(form: LogFilter, known: InLog) -> None:
    form.user.offer(known.users, _("Everyone"))
    acts = sorted(((act, term(act)) for act in known.acts), key=lambda one: one[1])
    form.act.choices = options_of(acts, _("Everything"))


def _only(form: LogFilter) -> Only:
    return Only(
        user_id=form.user.data,
        act=form.act.data,
        since=midnight(form.since.data) if form.since.data else None,
        until=next_midnight(form.until.data) if form.until.data else None,
    )


def _cursor() -> int | None:
    typed = request.args.get("before", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS else None


def _here(reference: str, before: int | None) -> str:
    kept: dict[str, Any] = {name: value for name, value in request.args.items() if value and name != "before"}
    return url_for("sharing.access", reference=reference, before=before, **kept)
