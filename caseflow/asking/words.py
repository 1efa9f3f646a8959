"""How refusals and standings of what is asked read on screen."""

from typing import Any

from flask_babel import lazy_gettext as _l

from caseflow.asking.requests import RequestLine
from caseflow.casefile.travelling import ReleaseLine
from caseflow.cases.refusals import RefusedError
from caseflow.models.vocabulary import RequestOutcome
from caseflow.web.fields import NOT_LISTED
from caseflow.web.forms import Form
from caseflow.web.terms import term

PROTECTED = _l("Who you ask or answer reads this, and it says a protected place. Take that out.")
REFUSALS: dict[tuple[str, str], Any] = {
    ("due_on", "past"): _l("Choose a day after today."),
    ("organisation_id", "not_linked"): _l("Choose an organisation that is linked to this case."),
    ("organisation_id", "does_not_wait"): _l("This entry does not wait for its source (any more)."),
    ("organisation_id", "leaks"): _l(
        "Words of a protected place stand in this entry. Take those out before it travels any further."
    ),
    ("asked_id", "cannot_read"): _l("This person may not read the entry. Choose somebody who may."),
    ("party_ids", "nobody"): _l("Tick at least one person."),
    ("party_ids", "not_known_to_them"): _l(
        "You ticked somebody of whom this professional does not know. Ask only about people whom their link opens."
    ),
    ("outcome", "excluded"): _l(
        "Who asks may not know of this case. You can only refuse; they get the same answer as about a stranger."
    ),
}
LOOKS = {
    RequestOutcome.GRANTED: "ok",
    RequestOutcome.PARTLY: "ok",
    RequestOutcome.REFUSED: "neutral",
}


def put_beside_field(form: Form, refusal: RefusedError) -> None:
    """Say it on the form."""
    text = PROTECTED if refusal.code == "protected_words" else None
    form.refuse(refusal.field, str(text or REFUSALS.get((refusal.field, refusal.code), NOT_LISTED)))


def standing(line: RequestLine | ReleaseLine) -> tuple[str, str]:
    """Return the word and look of how a request stands."""
    if isinstance(line, ReleaseLine) and line.withdrawn_at is not None and line.outcome is None:
        return str(_l("Taken back")), "neutral"
    if line.outcome is None:
        return (str(_l("Overdue")), "danger") if line.late else (str(_l("Asked")), "info")
    return term(line.outcome), LOOKS[line.outcome]
