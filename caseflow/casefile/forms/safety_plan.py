"""Writing a version of the safety plan."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FormField
from wtforms.validators import StopValidation

from caseflow.casefile.forms.analysis import MOST_VERSIONS
from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import LongLine, Number
from caseflow.casefile.forms.rows import Row, Rows
from caseflow.casefile.kinds import Agreement
from caseflow.models.vocabulary import AgreementStatus, EntryKind
from caseflow.web.fields import Day, Needed, Paragraph, Pick, Word


class AgreementRow(Row):
    """One agreement."""

    text = Paragraph(_l("Agreement"))
    kept_by_id = Pick(_l("Who has to keep to it?"), empty=_l("Not filled in"))
    watched_by = LongLine(_l("Who watches over it?"))
    check_on = Day(_l("Check on"))
    status = Word(_l("How is it going?"), AgreementStatus, empty=_l("Not filled in"))

    def agreement(self) -> Agreement | None:
        """Return what the row says; None when it is empty."""
        said = {name: field.data for name, field in self._fields.items()}
        return Agreement(**said) if any(value is not None for value in said.values()) else None

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that a row in which something stands says what was agreed."""
        fits = bool(super().validate(extra_validators))
        if fits and self.agreement() is not None and not self.text.data:
            self.text.errors = [str(_l("Write down what was agreed, or clear the whole row."))]
            return False
        return fits


class Agreements(Rows):
    """Agreements, in order."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(FormField(AgreementRow, label), label, validators=[_at_least_one], **options)

    def offer(self, named: Any) -> None:
        """Let the reader choose from these who keeps to an agreement."""
        self.named = named
        for row in self.entries:
            row.form.kept_by_id.offer(named)

    def grow(self) -> None:
        """Add an empty row, with the same list."""
        super().grow()
        self.offer(self.named)

    @property
    def typed(self) -> tuple[Agreement, ...]:
        """The agreements that were typed."""
        typed = (row.form.agreement() for row in self.entries)
        return tuple(agreement for agreement in typed if agreement is not None)


def _at_least_one(_form: Any, rows: Agreements) -> None:
    """Refuse a plan without agreements: say so in the first row.

    Raises:
        StopValidation: there is none.
    """
    if not rows.typed:
        text = str(_l("Write down at least one agreement."))
        rows.entries[0].form.text.errors = [text]
        raise StopValidation(text)


class SafetyPlanForm(EntryForm):
    """A version of the safety plan."""

    kind = EntryKind.SAFETY_PLAN
    parties = ("agreements",)

    plan_version = Number(
        _l("Version"), 1, MOST_VERSIONS, [Needed(_l("Fill in the number of this version."))]
    )
    danger = Paragraph(_l("What is the danger?"))
    goal = Paragraph(_l("What must be achieved?"))
    agreements = Agreements(_l("Agreements"))
    valid_until = Day(_l("Valid until"))
    body = Paragraph(_l("Explanation"))
