"""Writing down a decision."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import LongLine
from caseflow.models.vocabulary import EntryKind
from caseflow.web.fields import Day, Needed, Paragraph


class DecisionForm(EntryForm):
    """A decision, with who took it and until when it holds."""

    kind = EntryKind.DECISION

    body = Paragraph(_l("What was decided, and why?"), [Needed(_l("Write down what was decided."))])
    decided_by = LongLine(_l("Who decided it?"))
    until_on = Day(_l("Until"))
