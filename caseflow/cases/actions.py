"""What people can do with a case as a whole: open one, and say what it is about."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from caseflow.access.check import Act, require
from caseflow.access.guard import actor_of
from caseflow.audit.former import keeping
from caseflow.audit.trail import record
from caseflow.cases import opening
from caseflow.cases.refusals import RefusedError, same_version, saving
from caseflow.clock import local_date
from caseflow.models import Case, CaseBrief, Organisation, PhaseChange, Team
from caseflow.models.vocabulary import Phase
from caseflow.schedule.milestones import on_opening
from caseflow.schedule.planning import plan

DRAWS = 5
"""How often a reference is drawn before giving up: a second draw is needed once in many thousands of cases."""


@dataclass(frozen=True)
class NewCase:
    """A case to be opened."""

    team_id: UUID
    director_id: UUID
    opened_on: date
    municipality: str | None = None
    brought_in_by_id: UUID | None = None
    problem_statement: str | None = None
    goal: str | None = None


@dataclass(frozen=True)
class BriefEdit:
    """What the case is about, as it should read, and the version that was shown."""

    version: int
    municipality: str | None
    brought_in_by_id: UUID | None
    problem_statement: str | None
    goal: str | None


def open_case(session: Session, new: NewCase) -> str:
    """Open a case in its first phase, with the milestones that follow from it; return its reference.

    Raises:
        ForbiddenError: the actor opens no cases.
        RefusedError: the team, director or organisation is not one that the case can have, or the day is to come.
    """
    require(session, Act.CASE_OPEN)
    _check(session, new)
    case = _add_case(session, new)
    session.add(PhaseChange(case_id=case.id, phase=Phase.IMMEDIATE_SAFETY, from_on=new.opened_on, position=1))
    session.add(
        CaseBrief(
            case_id=case.id,
            municipality=new.municipality,
            brought_in_by_id=new.brought_in_by_id,
            problem_statement=new.problem_statement,
            goal=new.goal,
        )
    )
    plan(session, case.id, new.director_id, on_opening(new.opened_on))
    record(session, "case.opened", case_id=case.id)
    return case.reference


def edit_brief(session: Session, case_id: UUID, edit: BriefEdit) -> None:
    """Change what the case is about, and keep what it said before.

    Raises:
        ForbiddenError: the actor holds no seat.
        EditConflictError: somebody else changed it meanwhile.
        RefusedError: there is no such organisation.
    """
    require(session, Act.CASE_EDIT, case_id)
    brief = session.scalars(select(CaseBrief).where(CaseBrief.case_id == case_id)).one()
    same_version(brief.version, edit.version)
    _check_organisation(session, edit.brought_in_by_id)
    with saving(session), keeping(session, brief):
        brief.municipality = edit.municipality
        brief.brought_in_by_id = edit.brought_in_by_id
        brief.problem_statement = edit.problem_statement
        brief.goal = edit.goal
    record(session, "brief.edited", case_id=case_id)


def _check(session: Session, new: NewCase) -> None:
    if new.team_id not in {team.id for team in opening.teams(session)}:
        raise RefusedError("team", "unknown")
    if new.director_id not in {director.id for director in opening.directors(session)}:
        raise RefusedError("director", "unknown")
    if new.opened_on > local_date(actor_of(session).now):
        raise RefusedError("opened_on", "in_the_future")
    _check_organisation(session, new.brought_in_by_id)


def _check_organisation(session: Session, organisation_id: UUID | None) -> None:
    known = select(Organisation.id).where(Organisation.id == organisation_id)
    if organisation_id is not None and session.scalar(known) is None:
        raise RefusedError("brought_in_by", "unknown")


def _add_case(session: Session, new: NewCase) -> Case:
    named = select(Organisation.id, Organisation.name).join(Team, Team.organisation_id == Organisation.id)
    organisation_id, name = session.execute(named.where(Team.id == new.team_id)).one()
    for _ in range(DRAWS):
        case = Case(
            id=uuid4(),
            reference=opening.new_reference(name, new.opened_on),
            organisation_id=organisation_id,
            team_id=new.team_id,
            director_id=new.director_id,
            opened_on=new.opened_on,
        )
        try:
            with session.begin_nested():
                session.add(case)
                session.flush()
        except IntegrityError:
            continue  # drawn before, in a case that may be hidden: draw again
        return case
    raise RuntimeError("No free reference was drawn.")
