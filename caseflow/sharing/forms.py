"""Forms for links and exclusions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, PasswordField, ValidationError
from wtforms.validators import Length

from caseflow.accounts.forms import LONGEST_PASSWORD
from caseflow.models.vocabulary import Basis, GlassOutcome, LinkWarning
from caseflow.sharing.actions import NewLink, Renewal
from caseflow.sharing.answers import Answer, field_of
from caseflow.sharing.break_glass import Opening, Review
from caseflow.sharing.changing import Changed, Narrowed, Renewed, Widened
from caseflow.sharing.disclosures import NewDisclosure
from caseflow.sharing.exclusions import NewExclusion
from caseflow.sharing.fields import Cells
from caseflow.sharing.leaks import Leak
from caseflow.sharing.persons import Kept, NewKept
from caseflow.web.fields import (
    NOT_A_DAY,
    Day,
    Line,
    Needed,
    OneOf,
    Paragraph,
    Pick,
    Picks,
    VersionField,
    Word,
)
from caseflow.web.forms import Form
from caseflow.web.given import given

USUAL_MONTHS = 12
"""How long a link runs unless somebody says otherwise. Unit: months."""
UNANSWERED = _l("Answer this before you save.")
REASON = _l("Write why, for who reads it back later.")


USUAL_MONTHS_OF_DISCLOSURE = 3
"""How long a protected fact is disclosed unless somebody says otherwise. Unit: months."""


class LinkForm(Form):
    """What the forms that save a link share."""

    leaks: Sequence[Leak] = ()
    """What holds protected words and would be opened."""


class AnswerForm(LinkForm):
    """A place for the answer to each warning; only those that come up are shown and asked for."""

    answer_basis_health = Paragraph(_l("What carries the health data"))
    answer_basis_justice = Paragraph(_l("What carries the data of a criminal nature"))
    answer_consent = Paragraph(_l("Why this opens without a recorded consent"))
    answer_outside_wgs = Paragraph(_l("Why this stays outside the Wgs"))
    answer_held_by_source = Paragraph(_l("What you do about the entries that do not travel"))
    answer_no_agreement = Paragraph(_l("Why this is shared outside an agreement"))
    consent_ids = Picks(_l("Consents that this rests on"))

    def ask(self, warnings: Iterable[LinkWarning], last: Mapping[LinkWarning, Answer]) -> None:
        """Ask for an answer to these warnings; the last one given before stands there, to be looked at again."""
        self.warnings = tuple(warnings)
        for warning in self.warnings:
            field, before = self[field_of(warning)], last.get(warning)
            if before is not None and not field.raw_data:
                field.data = before.answer

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the form, and that every warning that comes up has its answer."""
        valid = bool(super().validate(extra_validators))
        missing = [*self._missing()]
        for name, text in missing:
            self.refuse(name, str(text))
        return valid and not missing

    def _missing(self) -> Iterator[tuple[str, Any]]:
        for name in map(field_of, self.asked):
            field = self[name]
            if not field.errors and not (field.data and field.raw_data):
                yield name, UNANSWERED

    @property
    def asked(self) -> tuple[LinkWarning, ...]:
        """The warnings that come up."""
        return getattr(self, "warnings", ())

    def answers(self) -> tuple[Answer, ...]:
        """Return what was answered."""
        return tuple(Answer(warning, self[field_of(warning)].data or "") for warning in self.asked)

    def consents(self) -> frozenset[UUID]:
        """Return the consents that the link is to rest on."""
        return frozenset(self.consent_ids.data or ())


class AboutLinkForm(AnswerForm):
    """Who, why and on what ground: what is said about every link."""

    professional_ids = Picks(_l("Professionals"))
    purpose = Paragraph(_l("Purpose"), [Needed(_l("Write what the partner needs this for."))])
    basis = Word(_l("Lawful basis"), Basis, [Needed(_l("Choose a lawful basis."))], empty=_l("Make a choice"))
    weighing = Paragraph(_l("Weighing"))
    may_contribute = BooleanField(_l("May write entries"))

    def validate_weighing(self, field: Any) -> None:
        """Ask for a weighing, except where somebody agreed to it themselves.

        Raises:
            ValidationError: it is missing.
        """
        if not field.data and self.basis.data is not Basis.CONSENT:
            raise ValidationError(str(_l("Write why this is needed and why less would not do.")))


class NewLinkForm(AboutLinkForm):
    """A partner's part in a case."""

    organisation_id = Pick(_l("Organisation"), [Needed(_l("Choose an organisation."))])
    shown_for = HiddenField()
    renews = HiddenField()
    reason = Paragraph(_l("Reason"))
    from_on = Day(_l("From"), [Needed(NOT_A_DAY)])
    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])
    scope = Cells(_l("Scope"))

    def validate_professional_ids(self, field: Any) -> None:
        """Ask for somebody by name: a link is never for a whole organisation.

        Raises:
            ValidationError: nobody was chosen.
        """
        if not field.data:
            raise ValidationError(str(_l("Choose at least one person from the list.")))

    def validate_reason(self, field: Any) -> None:
        """Ask why a link that is over is needed again.

        Raises:
            ValidationError: it is not said.
        """
        if self.renews.data and not field.data:
            raise ValidationError(str(REASON))

    def command(self, renewal: Renewal | None) -> NewLink:
        """Return what was asked."""
        return NewLink(
            organisation_id=given(self.organisation_id.data),
            professional_ids=frozenset(self.professional_ids.data or ()),
            purpose=given(self.purpose.data),
            basis=given(self.basis.data),
            weighing=self.weighing.data,
            from_on=given(self.from_on.data),
            until_on=given(self.until_on.data),
            may_contribute=self.may_contribute.data,
            scope=frozenset(self.scope.data or ()),
            answers=self.answers(),
            renewal=renewal,
            consent_ids=self.consents(),
        )


class ReasonForm(LinkForm):
    """Why something is done with a link, seen from the version that was on the page.

    Whoever only looks at what would become of it need not say why.
    """

    version = VersionField()
    reason = Paragraph(_l("Reason"), [Needed(REASON)])


class ChangeLinkForm(ReasonForm, AboutLinkForm):
    """What is said about a link."""

    def command(self) -> Changed:
        """Return what was asked."""
        return Changed(
            version=given(self.version.data),
            reason=self.reason.data or "",
            professional_ids=frozenset(self.professional_ids.data or ()),
            purpose=given(self.purpose.data),
            basis=given(self.basis.data),
            weighing=self.weighing.data,
            may_contribute=self.may_contribute.data,
            answers=self.answers(),
            consent_ids=self.consents(),
        )


class RenewForm(ReasonForm, AnswerForm):
    """Until when a link runs instead."""

    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])

    def command(self) -> Renewed:
        """Return what was asked."""
        return Renewed(
            given(self.version.data),
            self.reason.data or "",
            given(self.until_on.data),
            self.answers(),
            self.consents(),
        )


class NarrowForm(ReasonForm):
    """What stays open, and until when."""

    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])
    scope = Cells(_l("Scope"))

    def command(self) -> Narrowed:
        """Return what was asked."""
        return Narrowed(
            given(self.version.data),
            self.reason.data or "",
            given(self.until_on.data),
            frozenset(self.scope.data or ()),
        )


class WidenForm(ReasonForm, AnswerForm):
    """What is opened besides."""

    scope = Cells(_l("Scope"))

    def command(self) -> Widened:
        """Return what was asked."""
        cells = frozenset(self.scope.data or ())
        return Widened(
            given(self.version.data), self.reason.data or "", cells, self.answers(), self.consents()
        )


class ExclusionForm(Form):
    """For whom the case may not exist, and why."""

    organisation_id = Pick(_l("Organisation"), [Needed(_l("Choose an organisation."))])
    user_id = Pick(_l("Person"), [Needed(_l("Choose a person."))])
    reason = Paragraph(_l("Reason"), [Needed(_l("Write why this person may not know of the case."))])
    from_on = Day(_l("From"), [Needed(NOT_A_DAY)])

    party_id = Pick(_l("From what"))

    def command(self) -> NewExclusion:
        """Return what was asked."""
        return NewExclusion(
            given(self.user_id.data),
            given(self.reason.data),
            given(self.from_on.data),
            self.party_id.data if "party_id" in self else None,
        )


class KeptForm(Form):
    """From whom every case of a person is kept, who that person is, and why."""

    organisation_id = Pick(_l("Organisation"), [Needed(_l("Choose an organisation."))])
    user_id = Pick(_l("Person at work"), [Needed(_l("Choose a person."))])
    kind = OneOf(_l("What is the matter?"), [Needed(_l("Choose one of the two."))], Kept)
    name = Line(_l("Full name of the person it is about"), [Needed(_l("Fill in the full name."))])
    born_on = Day(_l("Date of birth"), [Needed(NOT_A_DAY)])
    reason = Paragraph(_l("Reason"), [Needed(_l("Write why this is kept from them."))])

    def command(self) -> NewKept:
        """Return what was asked."""
        return NewKept(
            given(self.user_id.data),
            given(self.kind.data),
            given(self.name.data),
            given(self.born_on.data),
            given(self.reason.data),
        )


class BreakGlassForm(Form):
    """Which case, why, and once more the password."""

    reference = Line(_l("Reference of the case"), [Needed(_l("Fill in the reference, such as OD-2026-001."))])
    reason = Paragraph(_l("Reason"), [Needed(_l("Write why you have to read this case now."))])
    password = PasswordField(
        _l("Your password"),
        [Needed(_l("Fill in your password.")), Length(max=LONGEST_PASSWORD)],
        render_kw={"autocomplete": "current-password"},
    )

    def command(self) -> Opening:
        """Return what was asked."""
        return Opening(given(self.reference.data), given(self.reason.data))


class ReviewForm(Form):
    """Whether opening a case was justified, and why."""

    outcome = Word(
        _l("Was it justified?"),
        GlassOutcome,
        [Needed(_l("Choose one of the two."))],
        empty=_l("Make a choice"),
    )
    note = Paragraph(_l("Explanation"), [Needed(_l("Write why you think so."))])

    def command(self) -> Review:
        """Return what was said."""
        return Review(given(self.outcome.data), given(self.note.data))


class DiscloseForm(Form):
    """To whom a protected fact is disclosed, why, and until when."""

    user_id = Pick(_l("Person"), [Needed(_l("Choose a person."))])
    reason = Paragraph(_l("Reason"), [Needed(_l("Write why this person has to know it."))])
    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])

    def command(self) -> NewDisclosure:
        """Return what was asked."""
        return NewDisclosure(given(self.user_id.data), given(self.reason.data), given(self.until_on.data))


class EndDisclosureForm(Form):
    """Why a disclosure ends."""

    because = Paragraph(_l("Reason"), [Needed(_l("Write why this ends."))])


def usual_end_of_disclosure(begin: date) -> date:
    """Return until when a fact is disclosed unless somebody says otherwise."""
    return begin + relativedelta(months=USUAL_MONTHS_OF_DISCLOSURE)


def usual_end(begin: date) -> date:
    """Return until when a link runs unless somebody says otherwise."""
    return begin + relativedelta(months=USUAL_MONTHS)
