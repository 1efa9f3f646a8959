"""Writing down a contact."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import Number
from caseflow.models.vocabulary import Category, Channel, EntryKind
from caseflow.web.fields import Picks, Word

MINUTES_A_DAY = 24 * 60
"""The longest contact. Unit: minutes."""


class ContactForm(EntryForm):
    """A talk, visit, call or message."""

    kind = EntryKind.CONTACT
    default_category = Category.CARE
    parties = ("with_ids",)

    channel = Word(_l("How was the contact?"), Channel, empty=_l("Not filled in"))
    minutes = Number(_l("How many minutes?"), 1, MINUTES_A_DAY)
    with_ids = Picks(_l("With whom?"))
