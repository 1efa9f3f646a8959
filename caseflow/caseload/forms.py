"""Forms for who holds a case."""

from flask_babel import lazy_gettext as _l

from caseflow.caseload.actions import Handover, NewDeputy
from caseflow.web.fields import NOT_A_DAY, Day, Needed, Pick, VersionField
from caseflow.web.forms import Form
from caseflow.web.given import given


class HandoverForm(Form):
    """Who directs the case from now on."""

    version = VersionField()
    director_id = Pick(_l("New director"), [Needed(_l("Choose who directs the case from now on."))])

    def command(self) -> Handover:
        """Return what was asked."""
        return Handover(given(self.director_id.data), given(self.version.data))


class DeputyForm(Form):
    """Who stands in, from and until when."""

    user_id = Pick(_l("Who stands in"), [Needed(_l("Choose who stands in."))])
    from_on = Day(_l("From"), [Needed(NOT_A_DAY)])
    until_on = Day(_l("Until"), [Needed(NOT_A_DAY)])

    def command(self) -> NewDeputy:
        """Return what was asked."""
        return NewDeputy(given(self.user_id.data), given(self.from_on.data), given(self.until_on.data))


class EndForm(Form):
    """That somebody stops standing in now."""

    version = VersionField()
