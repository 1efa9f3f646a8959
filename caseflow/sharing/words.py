"""How links, exclusions, refusals and the log of a file read on screen."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.cases.refusals import RefusedError
from caseflow.cases.words import scope_lines
from caseflow.sharing.queries import LinkLine, Standing
from caseflow.web.forms import Form
from caseflow.web.templating import show_date, show_moment
from caseflow.web.terms import term

STANDINGS: dict[Standing, tuple[Any, str]] = {
    Standing.RUNNING: (_l("Running"), "ok"),
    Standing.COMING: (_l("Not yet begun"), "info"),
    Standing.REVOKED: (_l("Revoked"), "warning"),
    Standing.ENDED: (_l("Ended"), "neutral"),
}
REFUSALS: dict[tuple[str, str], Any] = {
    ("professional_ids", "unknown"): _l("Choose at least one person from the list."),
    ("basis", "no_participant"): _l(
        "This organisation does not take part in the Wgs (article 2.27). Choose another lawful basis."
    ),
    ("from_on", "past"): _l("This day has passed. Fill in today or a later day."),
    ("until_on", "not_after"): _l("The end lies before the beginning. Fill in a later day."),
    ("until_on", "over"): _l("The end has to lie in the future. To stop at once, revoke the link."),
    ("scope", "empty"): _l("Tick at least one box: without it the partner can read nothing."),
    ("scope", "unknown"): _l("Tick boxes of the people in this case only."),
    ("until_on", "past"): _l("Choose a day after today."),
    ("party_id", "unknown"): _l("Choose from the list."),
    ("user_id", "told"): _l("This person may read it already. End that first to choose another end."),
    ("user_id", "not_protected"): _l("This is not protected (any more): who may read its category reads it."),
    ("user_id", "unknown"): _l("Choose somebody from the list."),
    ("user_id", "already"): _l("This person is excluded already. Choose somebody else."),
    ("user_id", "directs"): _l("This person directs the case. First hand the case over to somebody else."),
    ("user_id", "stands_in"): _l("This person stands in for the director. First end that."),
}


def put_beside_field(form: Form, refusal: RefusedError) -> None:
    """Say it on the form."""
    form.refuse(refusal.field, str(REFUSALS[refusal.field, refusal.code]))


def standing_badge(standing: Standing) -> tuple[str, str]:
    """Return the word and colour of how a link stands."""
    text, kind = STANDINGS[standing]
    return str(text), kind


def in_words(link: LinkLine, names: Mapping[UUID, str]) -> str:
    """Say everything that can change about a link as a text, to lay two versions beside each other."""
    facts = [
        (_("Professionals"), ", ".join(one.name for one in link.professionals)),
        (_("Purpose"), link.purpose),
        (_("Lawful basis"), str(term(link.basis))),
        (_("Weighing"), link.weighing or "–"),
        (_("Until"), show_moment(link.until_at)),
        (_("May write entries"), _("yes") if link.may_contribute else _("no")),
        *scope_lines(link.scope, names),
    ]
    if link.revoked_at is not None:
        facts.insert(0, (_("Revoked"), show_moment(link.revoked_at)))
    return "\n".join(f"{what}: {value}" for what, value in facts)


def form_in_words(form: Any, names: Mapping[UUID, str]) -> str:
    """Say what stands on a form the same way."""
    people = {choice.value: choice.label for choice in form.professional_ids.choices}
    basis, until_on = form.basis.data, form.until_on.data
    facts = [
        (
            _("Professionals"),
            ", ".join(str(people.get(str(one), "")) for one in form.professional_ids.data or ()),
        ),
        (_("Purpose"), form.purpose.data or "–"),
        (_("Lawful basis"), str(term(basis)) if basis else "–"),
        (_("Weighing"), form.weighing.data or "–"),
        (_("Until"), show_date(until_on) if until_on else "–"),
        (_("May write entries"), _("yes") if form.may_contribute.data else _("no")),
        *scope_lines(frozenset(form.scope.data or ()), names),
    ]
    return "\n".join(f"{what}: {value}" for what, value in facts)
