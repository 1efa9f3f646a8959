"""What milestones and refusals are called on screen."""

from collections.abc import Mapping
from uuid import UUID

from flask_babel import lazy_gettext as _l

from caseflow.cases.refusals import RefusedError
from caseflow.cases.words import milestone_title
from caseflow.followup.queries import MilestoneLine, Standing
from caseflow.web.forms import Form

STANDINGS = {
    Standing.OVERDUE: (_l("Overdue"), "danger"),
    Standing.DUE_TODAY: (_l("Due today"), "warning"),
    Standing.COMING: (_l("Coming"), "info"),
    Standing.DONE: (_l("Done"), "ok"),
    Standing.NOT_APPLICABLE: (_l("Does not have to happen"), "neutral"),
}
REFUSALS = {
    ("owner_id", "unknown"): _l("Choose somebody from the list."),
    ("party_id", "unknown"): _l("Choose somebody from the list."),
    ("done_on", "in_the_future"): _l("This day has yet to come. Fill in the day on which it was done."),
    ("due_on", "fixed_by_law"): _l("The law fixes this moment: it cannot be moved."),
    ("phase", "closed"): _l("The case is closed and stays in its last phase. Reopen it first."),
    ("phase", "already"): _l("The case is in this phase already. Choose another."),
    ("from_on", "in_the_future"): _l("This day has yet to come. Fill in today or a day before."),
    ("from_on", "before_last"): _l("This lies before the last change of phase. Fill in a later day."),
    ("reason", "closed"): _l("The case is closed already. Reload the page."),
    ("reason", "waiting"): _l("There is a proposal to close already, waiting for a decision."),
    ("decision", "nothing_waits"): _l(
        "There is no proposal any more. Somebody may have answered it just now."
    ),
    ("decision", "unknown"): _l("Choose one of the buttons."),
    ("because", "empty"): _l("Write why. The other person reads it."),
    ("decision", "own"): _l("You proposed this yourself. Somebody else has to decide."),
    ("reopened_on", "open"): _l("The case is open already. Reload the page."),
    ("reopened_on", "in_the_future"): _l("This day has yet to come. Fill in today or a day before."),
    ("reopened_on", "before_closing"): _l(
        "This lies before the day on which the case was closed. Fill in a later day."
    ),
}


def standing_badge(line: MilestoneLine) -> tuple[str, str]:
    """Return the word and colour of how a milestone stands."""
    text, kind = STANDINGS[line.standing]
    return str(text), kind


def titles(lines: list[MilestoneLine], names: Mapping[UUID, str]) -> dict[UUID, str]:
    """Return what each milestone is called: its kind, and about whom."""
    return {line.id: milestone_title(line.kind, _who(line, names)) for line in lines}


def put_beside_field(form: Form, refusal: RefusedError) -> None:
    """Say it on the form."""
    form.refuse(refusal.field, str(REFUSALS[refusal.field, refusal.code]))


def _who(line: MilestoneLine, names: Mapping[UUID, str]) -> str | None:
    return names.get(line.party_id) if line.party_id else None
