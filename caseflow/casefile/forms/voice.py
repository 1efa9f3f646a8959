"""Writing down what somebody says in their own words."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import LongLine, Scale
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.web.fields import Needed, Paragraph, Pick

MOTIVATION = (
    (0, _l("0 – does not want anything to change")),
    (1, _l("1 – hardly wants to")),
    (2, _l("2 – in doubt")),
    (3, _l("3 – wants to")),
    (4, _l("4 – wants to and is already doing it")),
)
SAFETY = (
    (0, _l("0 – not safe at all")),
    *((step, str(step)) for step in range(1, 10)),
    (10, _l("10 – entirely safe")),
)


class VoiceForm(EntryForm):
    """What a party says, in their own words."""

    kind = EntryKind.VOICE
    default_category = Category.VOICE
    parties = ("party_id",)

    party_id = Pick(_l("Who says this?"), [Needed(_l("Choose who says this."))])
    theme = LongLine(_l("What is it about, in a few words?"), [Needed(_l("Fill in what it is about."))])
    body = Paragraph(_l("In their own words"), [Needed(_l("Write down what they said."))])
    wish = Paragraph(_l("What do they want?"))
    motivation = Scale(_l("How much do they want things to change?"), MOTIVATION)
    safety = Scale(_l("How safe do they feel?"), SAFETY)
