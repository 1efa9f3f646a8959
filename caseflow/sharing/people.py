"""Who can be named: in a link, and in an exclusion.

A user for whom the case does not exist is in no list here, and nothing says why: to whoever looks for them it is as if
there was no such account.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, exists, or_, select
from sqlalchemy.orm import Session, aliased

from caseflow.access import shown
from caseflow.access.asking import NOW
from caseflow.cases.linked import People
from caseflow.models import Case, Exclusion, Organisation, User, UserRole
from caseflow.models.vocabulary import Role


def without_access(case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """No link lets the user at hand in: their account was closed, or the case does not exist for them."""
    return or_(User.deactivated_at.is_not(None), shown.hidden_from(User.__table__.c.id, case_id))


def _holds(*roles: Role) -> ColumnElement[bool]:
    held = aliased(UserRole)
    return exists().where(held.user_id == User.id, held.role.in_(roles)).correlate(User)


THE_CASES_OWN = select(Case.organisation_id).where(Case.id == bindparam("case_id")).scalar_subquery()
WORKS_AT_A_PARTNER = or_(
    _holds(Role.PARTNER),
    _holds(Role.CASE_DIRECTOR, Role.TEAM_LEAD) & (User.organisation_id != THE_CASES_OWN),
)
"""Who a link can name: a partner's professional, or somebody who directs cases elsewhere."""

PARTNERS = (
    select(Organisation.id, Organisation.name)
    .where(
        Organisation.id.in_(
            select(User.organisation_id).where(User.deactivated_at.is_(None), WORKS_AT_A_PARTNER)
        )
    )
    .order_by(Organisation.name, Organisation.id)
)
PROFESSIONALS = (
    select(User.id, User.name)
    .where(
        User.organisation_id == bindparam("organisation_id"),
        WORKS_AT_A_PARTNER,
        ~without_access(bindparam("case_id")),
    )
    .order_by(User.name, User.id)
)
ORGANISATIONS = select(Organisation.id, Organisation.name).order_by(Organisation.name, Organisation.id)
EXCLUDED = select(Exclusion.user_id).where(
    Exclusion.case_id == bindparam("case_id"), or_(Exclusion.until_at.is_(None), Exclusion.until_at > NOW)
)
"""As far as the reader may know: somebody may be kept from the case by what nobody in it reads."""
COLLEAGUES = (
    select(User.id, User.name)
    .where(
        User.organisation_id == bindparam("organisation_id"),
        User.deactivated_at.is_(None),
        User.id.not_in(EXCLUDED),
    )
    .order_by(User.name, User.id)
)


EVERYBODY = (
    select(User.id, User.name)
    .where(User.organisation_id == bindparam("organisation_id"), User.deactivated_at.is_(None))
    .order_by(User.name, User.id)
)


def everybody_at(session: Session, organisation_id: UUID) -> People:
    """Return who works at an organisation."""
    return _people(session, EVERYBODY, {"organisation_id": organisation_id})


def partner_organisations(session: Session, case_id: UUID) -> People:
    """Return the organisations of which professionals can be linked to a case."""
    return _people(session, PARTNERS, {"case_id": case_id})


def professionals_of(session: Session, case_id: UUID, organisation_id: UUID) -> People:
    """Return the professionals of an organisation whom a link to this case can name."""
    return _people(session, PROFESSIONALS, {"case_id": case_id, "organisation_id": organisation_id})


def organisations(session: Session) -> People:
    """Return every organisation that the reader knows."""
    return _people(session, ORGANISATIONS, {})


def colleagues_at(session: Session, case_id: UUID, organisation_id: UUID) -> People:
    """Return who works at an organisation and is not excluded from this case yet."""
    return _people(session, COLLEAGUES, {"case_id": case_id, "organisation_id": organisation_id})


def _people(session: Session, wanted: Any, asked: dict[str, UUID]) -> People:
    return [(found_id, name) for found_id, name in session.execute(wanted, asked)]
