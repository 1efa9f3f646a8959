"""Forms for a case as a whole."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from caseflow.cases.actions import BriefEdit, NewCase
from caseflow.cases.words import Phase
from caseflow.web.fields import Day, Line, Needed, Paragraph, Pick, VersionField, Word, options_of
from caseflow.web.forms import Form
from caseflow.web.given import given

STATUSES = (("open", _l("Open")), ("closed", _l("Closed")), ("all", _l("Open and closed")))
"""Which cases the list can show."""


class BriefForm(Form):
    """What the case is about."""

    municipality = Line(_l("Municipality"))
    brought_in_by = Pick(_l("Brought in by"))
    problem_statement = Paragraph(_l("What is going on"))
    goal = Paragraph(_l("What we want to achieve"))


class BriefEditForm(BriefForm):
    """The same, as it was shown."""

    version = VersionField()

    def command(self) -> BriefEdit:
        """Return what was asked."""
        return BriefEdit(
            version=given(self.version.data),
            municipality=self.municipality.data,
            brought_in_by_id=self.brought_in_by.data,
            problem_statement=self.problem_statement.data,
            goal=self.goal.data,
        )


class NewCaseForm(BriefForm):
    """A case to be opened."""

    team = Pick(_l("Team"), [Needed(_l("Choose the team."))])
    director = Pick(_l("Director"), [Needed(_l("Choose who directs the case."))])
    opened_on = Day(_l("Opened on"), [Needed(_l("Fill in the day on which direction starts."))])

    def command(self) -> NewCase:
        """Return what was asked."""
        return NewCase(
            team_id=given(self.team.data),
            director_id=given(self.director.data),
            opened_on=given(self.opened_on.data),
            municipality=self.municipality.data,
            brought_in_by_id=self.brought_in_by.data,
            problem_statement=self.problem_statement.data,
            goal=self.goal.data,
        )


class FilterForm(Form):
    """Which cases the list shows. Sent in the address: it names nobody."""

    status = SelectField(
        _l("Status"),
        choices=options_of(STATUSES),
    )
    phase = Word(_l("Phase"), Phase, empty=_l("All phases"))
    director = Pick(_l("Director"))
