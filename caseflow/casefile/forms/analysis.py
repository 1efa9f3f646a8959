"""Writing a version of the system analysis."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import Number, Scale
from caseflow.casefile.forms.rows import Texts
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.web.fields import Paragraph

PROGRESS = (
    (0, _l("0 – nothing has changed")),
    (1, _l("1 – people see the pattern")),
    (2, _l("2 – people try something else")),
    (3, _l("3 – mostly broken")),
    (4, _l("4 – broken, and stays so")),
)
MOST_VERSIONS = 999
"""The highest number of a version that a form takes."""


class AnalysisForm(EntryForm):
    """A version of the system analysis."""

    kind = EntryKind.ANALYSIS
    default_category = Category.ANALYSIS

    analysis_version = Number(_l("Version"), 1, MOST_VERSIONS)
    pattern = Paragraph(_l("The pattern of violence"))
    triggers = Texts(_l("What sets it off"))
    protective = Texts(_l("What protects"))
    hypothesis = Paragraph(_l("What we think is going on"))
    would_refute = Paragraph(_l("What would prove us wrong"))
    pattern_progress = Scale(_l("How far is the pattern broken?"), PROGRESS)
    body = Paragraph(_l("Explanation"))
