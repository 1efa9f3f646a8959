"""What every page about the people of a case begins with: the case, for its seats only, and who is in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from caseflow.audit import reads
from caseflow.cases import opening
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, PartyLine, get_case, parties_of
from caseflow.cases.refusals import RefusedError
from caseflow.cases.wording import put_beside_field
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.web.fields import Pick
from caseflow.web.forms import Form
from caseflow.web.session import session
from caseflow.web.viewer import now


@dataclass(frozen=True)
class Desk:
    """A case at which somebody with a seat works."""

    case: CaseHead

    @cached_property
    def parties(self) -> dict[UUID, PartyLine]:
        """Who is in the case, by id."""
        lines = parties_of(session(), self.case.id)
        reads.saw(session(), "parties.read", self.case.id)
        return {line.id: line for line in lines}

    @cached_property
    def names(self) -> dict[UUID, str]:
        """What each is called."""
        return party_names(self.parties.values())

    def party(self, party_id: UUID) -> PartyLine:
        """Return one of them, or answer that there is no such page."""
        return self.parties.get(party_id) or abort(404)

    def offer_sources(self, field: Pick, empty: str) -> None:
        """Let a field choose from the organisations that can have said something."""
        field.offer([(one.id, one.name) for one in opening.organisations(session())], empty)

    def page(self, template: str, **values: Any) -> str:
        """Show a page of the case."""
        return render_template(
            f"cases/parties/{template}.html",
            frame=case_frame(self.case, "parties"),
            today=local_date(now()),
            names=self.names,
            **values,
        )


def desk_of(reference: str) -> Desk:
    """Return the case with this reference, or answer that there is no such page to who has no seat in it."""
    case = get_case(session(), reference)
    if case is None or not case.seated:
        abort(404)
    return Desk(case)


def attempt(
    form: Form, act: Callable[[], object], done: Callable[[], ResponseReturnValue]
) -> ResponseReturnValue | None:
    """Do what a valid form asks and go on, or say beside its fields why that cannot be; None shows the form again."""
    if not form.validate_on_submit():
        return None
    try:
        act()
    except RefusedError as refusal:
        put_beside_field(form, refusal)
        return None
    return done()
