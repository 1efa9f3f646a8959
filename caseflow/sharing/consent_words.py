"""How consents read on screen, and why one cannot be recorded."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.sharing.consents import ConsentLine, Held
from caseflow.sharing.resting import Offered
from caseflow.web.templating import show_date
from caseflow.web.terms import term

HELD: dict[Held, tuple[Any, str]] = {
    Held.HOLDS: (_l("In force"), "ok"),
    Held.COMING: (_l("Not yet begun"), "info"),
    Held.WITHDRAWN: (_l("Withdrawn"), "warning"),
    Held.ENDED: (_l("Ended"), "neutral"),
}
REFUSALS: dict[tuple[str, str], Any] = {
    ("from_on", "to_come"): _l("This day is still to come. Fill in the day on which they agreed."),
    ("from_on", "before_birth"): _l("This person was not born yet. Check the day."),
    ("until_on", "turns_12"): _l(
        "On the twelfth birthday the child gets a say of their own. Fill in that day or an earlier one."
    ),
    ("until_on", "turns_16"): _l(
        "From the sixteenth birthday they decide themselves. Fill in that day or an earlier one."
    ),
    ("until_on", "before_today"): _l("This day has passed. Fill in today or a later day."),
    ("until_on", "later_than_agreed"): _l("It ends earlier than that already. Fill in an earlier day."),
    ("by_self", "decides"): _l("From the age of 16 the person has to agree themselves."),
    ("by_self", "has_a_say"): _l("From the age of 12 the child has to agree too."),
    ("represented_by", "decide"): _l(
        "For a child under 12 the legal representatives decide. Fill in who agreed."
    ),
    ("represented_by", "needed"): _l(
        "Until the age of 16 the legal representatives have to agree too. Fill in who did."
    ),
}


def consent_words(consent: Offered, names: Mapping[UUID, str]) -> str:
    """Say a consent in one line: of whom, to what, for what, and until when."""
    said: str = _(
        "%(name)s: %(categories)s. For: %(purpose)s Until %(day)s.",
        name=names.get(consent.party_id, "–"),
        categories=", ".join(map(term, consent.categories)),
        purpose=consent.purpose if consent.purpose.endswith((".", "!", "?")) else f"{consent.purpose}.",
        day=show_date(consent.until_at),
    )
    return said


def state_badge(held: Held) -> tuple[str, str]:
    """Return the word and colour of how a consent stands."""
    text, kind = HELD[held]
    return str(text), kind


def said_by(consent: ConsentLine) -> str:
    """Say who agreed."""
    if not consent.represented_by:
        return str(_("by themselves"))
    if consent.by_self:
        return str(_("by themselves, with %(name)s", name=consent.represented_by))
    return str(_("by %(name)s", name=consent.represented_by))
