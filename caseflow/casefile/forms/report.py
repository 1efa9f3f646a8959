"""Writing a report or signal."""

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.models.vocabulary import EntryKind, ReportNature, ViolenceKind
from caseflow.web.fields import Pick, Word


class ReportForm(EntryForm):
    """A report or signal from one organisation to another."""

    kind = EntryKind.REPORT
    organisations = ("from_organisation_id", "to_organisation_id")

    from_organisation_id = Pick(_l("Who reported it?"), empty=_l("Not filled in"))
    to_organisation_id = Pick(_l("To whom was it reported?"), empty=_l("Not filled in"))
    nature = Word(_l("What kind of report is it?"), ReportNature, empty=_l("Not filled in"))
    violence_kind = Word(_l("What kind of violence is it about?"), ViolenceKind, empty=_l("Not filled in"))
