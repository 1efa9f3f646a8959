"""Writing down an incident."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import YesNo
from caseflow.models.vocabulary import EntryKind, IncidentContext, ViolenceForm
from caseflow.web.fields import Listed, Needed, Picks, Words, options_of

SEVERITY = (
    (1, _l("1 – verbal, or a push without injury")),
    (2, _l("2 – repeated, or with injury, or a death threat")),
    (3, _l("3 – serious injury, strangulation, a weapon, or sexual violence")),
)


class Severity(Listed, RadioField):
    """One of the three degrees."""


class IncidentForm(EntryForm):
    """Violence that took place."""

    kind = EntryKind.INCIDENT
    parties = ("by_ids", "against_ids", "witnessed_by_ids")

    forms = Words(_l("What kind of violence was it?"), ViolenceForm, [Needed(_l("Tick at least one kind."))])
    severity = Severity(
        _l("How serious was it?"),
        [Needed(_l("Choose how serious it was."))],
        coerce=int,
        choices=options_of(SEVERITY),
    )
    by_ids = Picks(_l("Who did it?"))
    against_ids = Picks(_l("Against whom was it?"))
    witnessed_by_ids = Picks(_l("Who saw or heard it?"))
    context = Words(_l("Was one of these the case?"), IncidentContext)
    police_involved = YesNo(_l("Were the police there?"))
