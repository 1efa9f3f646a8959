"""A quick note: one field, one button."""

from flask_babel import lazy_gettext as _l

from caseflow.web.fields import Needed, Paragraph
from caseflow.web.forms import Form


class NoteForm(Form):
    """What happened, in a few words."""

    note = Paragraph(_l("Quick note"), [Needed(_l("Write your note."))])
