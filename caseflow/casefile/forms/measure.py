"""Writing down a legal measure."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import LongLine, Moment
from caseflow.models.vocabulary import EntryKind, MeasureKind
from caseflow.web.fields import Needed, Paragraph, Pick, Picks, Word


class MeasureForm(EntryForm):
    """A legal measure, to the minute."""

    kind = EntryKind.MEASURE
    parties = ("against_id", "no_contact_with_ids")

    measure = Word(_l("Which measure?"), MeasureKind, [Needed(_l("Choose which measure it is."))])
    from_at = Moment(_l("From"), [Needed(_l("Fill in from when it holds."))])
    until_at = Moment(_l("Until"))
    against_id = Pick(_l("Against whom?"), empty=_l("Not filled in"))
    no_contact_with_ids = Picks(_l("No contact with"))
    authority = LongLine(_l("Who imposed it?"))
    body = Paragraph(_l("Explanation"))
