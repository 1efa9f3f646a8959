"""Forms for links and exclusions."""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, PasswordField, ValidationError
from wtforms.validators import Length

from caseflow.accounts.forms import LONGEST_PASSWORD
from caseflow.models.vocabulary import Basis, GlassOutcome
from caseflow.sharing.actions import ChangedLink, NewLink
from caseflow.sharing.break_glass import Opening, Review
from caseflow.sharing.disclosures import NewDisclosure
from caseflow.sharing.exclusions import NewExclusion
from caseflow.sharing.fields import Cells
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


USUAL_MONTHS_OF_DISCLOSURE = 3
"""How long a protected fact is disclosed unless somebody says otherwise. Unit: months."""


class LinkForm(Form):
    """What every link says."""

    professional_ids = Picks(_l("Professionals"))
    purpose = Paragraph(_l("Purpose"), [Needed(_l("Write what the partner needs this for."))])
    basis = Word(_l("Lawful basis"), Basis, [Needed(_l("Choose a lawful basis."))], empty=_l("Make a choice"))
    weighing = Paragraph(_l("Weighing"))
    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])
    may_contribute = BooleanField(_l("May write entries"))
    scope = Cells(_l("Scope"))

    def validate_weighing(self, field: Any) -> None:
        """Ask for a weighing, except where somebody agreed to it themselves.

        Raises:
            ValidationError: it is missing.
        """
        if not field.data and self.basis.data is not Basis.CONSENT:
            raise ValidationError(str(_l("Write why this is needed and why less would not do.")))


class NewLinkForm(LinkForm):
    """A partner's part in a case."""

    organisation_id = Pick(_l("Organisation"), [Needed(_l("Choose an organisation."))])
    from_on = Day(_l("From"), [Needed(NOT_A_DAY)])

    def validate_professional_ids(self, field: Any) -> None:
        """Ask for somebody by name: a link is never for a whole organisation.

        Raises:
            ValidationError: nobody was chosen.
        """
        if not field.data:
            raise ValidationError(str(_l("Choose at least one person from the list.")))

    def command(self) -> NewLink:
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
        )


class ChangeLinkForm(LinkForm):
    """What becomes of a link."""

    version = VersionField()

    def command(self) -> ChangedLink:
        """Return what was asked."""
        return ChangedLink(
            version=given(self.version.data),
            professional_ids=frozenset(self.professional_ids.data or ()),
            purpose=given(self.purpose.data),
            basis=given(self.basis.data),
            weighing=self.weighing.data,
            until_on=given(self.until_on.data),
            may_contribute=self.may_contribute.data,
            scope=frozenset(self.scope.data or ()),
        )


class RevokeForm(Form):
    """That a link ends now."""

    version = VersionField()


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
