"""How links, exclusions, refusals and the log of a file read on screen."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext

from caseflow.access.reasons import DIRECTS, LEADS, STANDS_IN
from caseflow.cases.refusals import RefusedError
from caseflow.cases.words import scope_lines
from caseflow.models.vocabulary import LinkWarning
from caseflow.sharing.answers import Given
from caseflow.sharing.consent_words import REFUSALS as REFUSALS_OF_CONSENT
from caseflow.sharing.ending import OutlastsConsentError
from caseflow.sharing.forms import UNANSWERED
from caseflow.sharing.leaks import LeaksError
from caseflow.sharing.queries import LinkLine, Standing
from caseflow.sharing.warnings import Warned
from caseflow.web.forms import Form
from caseflow.web.templating import show_date, show_moment
from caseflow.web.terms import term

STANDINGS: dict[Standing, tuple[Any, str]] = {
    Standing.RUNNING: (_l("Running"), "ok"),
    Standing.COMING: (_l("Not yet begun"), "info"),
    Standing.REVOKED: (_l("Revoked"), "warning"),
    Standing.ENDED: (_l("Ended"), "neutral"),
}
SEATS: dict[str, tuple[Any, bool]] = {
    DIRECTS.sentence: (_l("You are the director"), False),
    STANDS_IN.sentence: (_l("You stand in for the director"), True),
    LEADS.sentence: (_l("You lead the team"), False),
}
"""By the rule that it opens by: each seat in words, and whether it has an end."""
CONSENT_FIRST = _l(
    "The consents that this rests on hold until %(day)s. First record a consent that lasts longer, and tick it."
)
REFUSALS: dict[tuple[str, str], Any] = REFUSALS_OF_CONSENT | {
    ("professional_ids", "unknown"): _l("Choose at least one person from the list."),
    ("basis", "no_participant"): _l(
        "This organisation does not take part in the Wgs (article 2.27). Choose another lawful basis."
    ),
    ("basis", "does_not_fit"): _l(
        "This lawful basis does not fit this kind of organisation. Choose one from the list."
    ),
    ("organisation_id", "unknown"): _l("Choose an organisation."),
    ("organisation_id", "renews_another"): _l(
        "There is no link with this organisation that is over. Link it as a new partner instead."
    ),
    ("from_on", "past"): _l("This day has passed. Fill in today or a later day."),
    ("until_on", "not_after"): _l("The end lies before the beginning. Fill in a later day."),
    ("until_on", "over"): _l("The end has to lie in the future. To stop at once, revoke the link."),
    ("until_on", "not_later"): _l("A renewed link ends later than it does now. Fill in a later day."),
    ("until_on", "later"): _l("This is later than the link ends now. To let it run longer, renew it."),
    ("scope", "nothing_left"): _l("Leave at least one tick. To stop altogether, revoke the link."),
    ("scope", "nothing_less"): _l("Nothing would change. Take a tick away, or let the link end earlier."),
    ("scope", "nothing_more"): _l("Nothing would change. Tick what the partner may read besides."),
    ("scope", "wider"): _l("Choose from the list."),
    ("scope", "empty"): _l("Tick at least one box: without it the partner can read nothing."),
    ("scope", "leaks"): _l(
        "This would let the partner read where somebody is who has to stay hidden. The texts are listed at the top."
    ),
    ("scope", "cannot_settle"): _l(
        "One of the entries cannot be saved like that. Open it, and change it there."
    ),
    ("purpose", "protected_words"): _l(
        "The partner reads the purpose, and it says a protected place. Take that out."
    ),
    ("scope", "unknown"): _l("Tick boxes of the people in this case only."),
    ("until_on", "beyond_consent"): _l(
        "The consents that this rests on hold until %(day)s. Fill in that day or an earlier one, or first record a "
        "consent that lasts longer and tick it."
    ),
    ("until_on", "consent_first"): CONSENT_FIRST,
    ("consent_ids", "beyond_consent"): _l(
        "The consents that this rests on hold until %(day)s. The link runs longer. First let it end earlier by "
        "narrowing it, or record a consent that lasts longer and tick it."
    ),
    ("consent_ids", "consent_first"): CONSENT_FIRST,
    ("until_on", "past"): _l("Choose a day after today."),
    ("edition", "already"): _l("This version is recorded already. Fill in another version."),
    ("consent_ids", "unknown"): _l("One of these consents does not hold any more. Look at the list again."),
    ("party_id", "unknown"): _l("Choose from the list."),
    ("user_id", "told"): _l("This person may read it already. End that first to choose another end."),
    ("user_id", "opens_nothing"): _l(
        "This person could still not read it. Their link has to open Whereabouts about everyone whom it concerns: "
        "widen that link first. Check as well that the entry is not only for directors, and that its source lets it go."
    ),
    ("user_id", "not_protected"): _l("This is not protected (any more): who may read its category reads it."),
    ("user_id", "unknown"): _l("Choose somebody from the list."),
    ("user_id", "already"): _l("This person is excluded already. Choose somebody else."),
    ("user_id", "directs"): _l("This person directs the case. First hand the case over to somebody else."),
    ("user_id", "stands_in"): _l("This person stands in for the director. First end that."),
}
WARNINGS: dict[LinkWarning, tuple[Any, Any]] = {
    LinkWarning.BASIS_HEALTH: (
        _l("This lawful basis does not carry health data by itself"),
        _l(
            "You open health or addiction. Data about health needs a ground of its own (GDPR, article 9). "
            "Say which one, or choose another lawful basis, or take the ticks away."
        ),
    ),
    LinkWarning.BASIS_JUSTICE: (
        _l("This lawful basis does not carry data of a criminal nature by itself"),
        _l(
            "You open justice. Data of a criminal nature needs a ground of its own (GDPR, article 10). "
            "Say which one, or choose another lawful basis, or take the ticks away."
        ),
    ),
    LinkWarning.CONSENT: (
        _l("Consent is needed, and none is recorded for this"),
        _l(
            "Record the consent under “Consents” and tick it here: then this stops by itself when the consent ends. "
            "Or say why the partner may read this without a recorded consent."
        ),
    ),
    LinkWarning.NO_AGREEMENT: (
        _l("There is no valid sharing agreement with this organisation"),
        _l(
            "No agreement is in force on the day on which this begins. Say why you share all the same. "
            "Your team lead sees it among the reviews. The privacy officer keeps the agreements."
        ),
    ),
    LinkWarning.OUTSIDE_WGS: (
        _l("This organisation is not known as a participant in the Wgs"),
        _l(
            "Article 2.27 of the Wgs names who takes part in a safety house. Whoever does not take part gets only "
            "results, on the conditions of article 1.7. Say why this organisation may read along, and what stays out."
        ),
    ),
    LinkWarning.HELD_BY_SOURCE: (
        _l("Some entries will not travel"),
        _l(
            "What you tick opens these entries, but their source has not released them to this organisation. "
            "They stay closed until it does. Say what you do: ask the source, or do without."
        ),
    ),
}


OTHERS_OUTSIDE_THE_WGS = (
    _l("Somebody who takes no part in the Wgs reads along in this case"),
    _l(
        "You now share this case under the Wgs. Whoever does not take part in a safety house (article 2.27) gets only "
        "results from it, on the conditions of article 1.7. Say what stays out for them, or end their link first."
    ),
)


def warning_words(warned: Warned) -> tuple[str, str]:
    """Say what comes up and what is to be done about it."""
    title, text = OTHERS_OUTSIDE_THE_WGS if warned.organisations else WARNINGS[warned.kind]
    return str(title), str(text)


def put_beside_field(form: Form, refusal: RefusedError) -> None:
    """Say it on the form."""
    text = str(REFUSALS.get((refusal.field, refusal.code), UNANSWERED))
    if isinstance(refusal, OutlastsConsentError):
        text %= {"day": show_date(refusal.day)}
    form.refuse(refusal.field, text)
    if isinstance(refusal, LeaksError):
        form.leaks = refusal.leaks


def rule_in_words(sentence: str) -> str:
    """Return a sentence of a reading rule in the reader's language; English is what the rule itself says."""
    return str(pgettext("rule", sentence))


def standing_badge(standing: Standing) -> tuple[str, str]:
    """Return the word and colour of how a link stands."""
    text, kind = STANDINGS[standing]
    return str(text), kind


def answer_lines(given: Iterable[Given]) -> list[tuple[str, str]]:
    """Say what was answered to warnings, each with who answered and when."""
    return [(term(one.answer.warning), _answer_line(one)) for one in given]


def _answer_line(given: Given) -> str:
    said = given.answer.answer
    if given.answer.consented_by and given.answer.consented_on:
        who, day = given.answer.consented_by, show_date(given.answer.consented_on)
        said = _("%(name)s, on %(day)s. %(how)s", name=who, day=day, how=said)
    return f"{said} ({given.answered_by}, {show_moment(given.answered_at)})"


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
    """Say what stands on a form the same way, as far as it is asked there."""
    facts = [*_said_about(form)] if "purpose" in form else []
    if "until_on" in form:
        facts.append((_("Until"), show_date(form.until_on.data) if form.until_on.data else "–"))
    if "scope" in form:
        facts += scope_lines(frozenset(form.scope.data or ()), names)
    return "\n".join(f"{what}: {value}" for what, value in facts)


def _said_about(form: Any) -> Iterator[tuple[str, str]]:
    people = {choice.value: choice.label for choice in form.professional_ids.choices}
    named = (str(people.get(str(one), "")) for one in form.professional_ids.data or ())
    yield _("Professionals"), ", ".join(named)
    yield _("Purpose"), form.purpose.data or "–"
    yield _("Lawful basis"), str(term(form.basis.data)) if form.basis.data else "–"
    yield _("Weighing"), form.weighing.data or "–"
    yield _("May write entries"), _("yes") if form.may_contribute.data else _("no")
