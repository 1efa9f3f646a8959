"""Writing down a case conference."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.rows import Texts
from caseflow.models.vocabulary import EntryKind
from caseflow.web.fields import Paragraph, Picks


class ConferenceForm(EntryForm):
    """A case conference."""

    kind = EntryKind.CONFERENCE
    users = ("attendee_ids",)

    attendee_ids = Picks(_l("Who was there?"))
    decisions = Texts(_l("Decisions"))
    body = Paragraph(_l("What was discussed?"))
