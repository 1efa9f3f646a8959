"""Forms for consents and for sharing agreements."""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, ValidationError

from caseflow.models.vocabulary import Category, ConsentForm
from caseflow.sharing.agreements import NewAgreement
from caseflow.sharing.consents import NewConsent
from caseflow.web.fields import NOT_A_DAY, Day, Line, Needed, Paragraph, Pick, Word, Words
from caseflow.web.forms import Form
from caseflow.web.given import given

USUAL_MONTHS_OF_CONSENT = 12
"""How long a consent holds unless somebody says otherwise. Unit: months."""


class NewConsentForm(Form):
    """Who agreed to what, for whom and for what, how, and until when."""

    party_id = Pick(_l("About whom"), [Needed(_l("Choose a person."))])
    organisation_id = Pick(_l("Organisation"), [Needed(_l("Choose an organisation."))])
    purpose = Paragraph(_l("Purpose"), [Needed(_l("Write what the organisation may use it for."))])
    categories = Words(_l("What may be read"), Category)
    by_self = BooleanField(_l("The person agreed themselves"))
    represented_by = Line(_l("Legal representatives who agreed"))
    how = Word(_l("How the consent was given"), ConsentForm, [Needed(_l("Choose one of the two."))])
    from_on = Day(_l("From"), [Needed(NOT_A_DAY)])
    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])

    def validate_categories(self, field: Any) -> None:
        """Ask for at least one.

        Raises:
            ValidationError: nothing is ticked.
        """
        if not field.data:
            raise ValidationError(str(_l("Tick at least one.")))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the form. That nobody agreed is told with the rest; alone, the action says who has to at which age."""
        valid = bool(super().validate(extra_validators))
        if not valid and not (self.by_self.data or self.represented_by.data):
            self.refuse("by_self", str(_l("Tick this, or fill in below who agreed for this person.")))
        return valid

    def command(self) -> NewConsent:
        """Return what was asked."""
        return NewConsent(
            party_id=given(self.party_id.data),
            organisation_id=given(self.organisation_id.data),
            purpose=given(self.purpose.data),
            categories=frozenset(self.categories.data or ()),
            by_self=self.by_self.data,
            represented_by=self.represented_by.data,
            how=given(self.how.data),
            from_on=given(self.from_on.data),
            until_on=given(self.until_on.data),
        )


class WithdrawForm(Form):
    """Who withdraws a consent."""

    withdrawn_by = Line(_l("Who withdraws it"), [Needed(_l("Write who withdraws it."))])


class AgreementForm(Form):
    """A version of an agreement with an organisation."""

    organisation_id = Pick(_l("Organisation"), [Needed(_l("Choose an organisation."))])
    name = Line(_l("Name of the agreement"), [Needed(_l("Fill in the name."))])
    edition = Line(_l("Version"), [Needed(_l("Fill in the version, such as 2.1 or 2026."))])
    covers = Paragraph(_l("What it covers"), [Needed(_l("Write in short what was agreed."))])
    from_on = Day(_l("Valid from"), [Needed(NOT_A_DAY)])
    until_on = Day(_l("Valid until"))

    def command(self) -> NewAgreement:
        """Return what was asked."""
        return NewAgreement(
            organisation_id=given(self.organisation_id.data),
            name=given(self.name.data),
            edition=given(self.edition.data),
            covers=given(self.covers.data),
            from_on=given(self.from_on.data),
            until_on=self.until_on.data,
        )


class EndAgreementForm(Form):
    """On which day an agreement ends."""

    until_on = Day(_l("Ends on"), [Needed(NOT_A_DAY)])


def usual_end_of_consent(begin: date) -> date:
    """Return until when a consent holds unless somebody says otherwise."""
    return begin + relativedelta(months=USUAL_MONTHS_OF_CONSENT)
