"""Forms for following a case through."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import DateField, HiddenField, IntegerField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from caseflow.followup.actions import Done, Dropped, Moved, NewMilestone
from caseflow.followup.episodes import NewPhase, Proposal
from caseflow.models.vocabulary import ClosureReason, Phase
from caseflow.web.forms import Form
from caseflow.web.given import given

LONGEST_TEXT = 20_000
"""The longest text in a file. Unit: characters. Source: the bundle format."""
A_DAY = _l("Fill in a date, such as 31-3-2026.")


class VersionField(IntegerField):
    """The version of what is edited, as it was when the page was shown."""

    widget = HiddenInput()


def version_field() -> VersionField:
    """Make the hidden field that tells whether somebody else was faster."""
    return VersionField(validators=[InputRequired(), NumberRange(min=1, max=2**31 - 1)])


class MilestoneForm(Form):
    """Something that will be due."""

    kind = SelectField(_l("What has to happen"), [DataRequired(_l("Choose what has to happen."))])
    due_on = DateField(_l("Due on"), [InputRequired(A_DAY)])
    owner_id = SelectField(_l("Who sees to it"), [DataRequired(_l("Choose who sees to it."))])
    party_id = SelectField(_l("About whom"), [Optional()])

    def command(self) -> NewMilestone:
        """Return what was asked."""
        party_id = UUID(self.party_id.data) if self.party_id.data else None
        return NewMilestone(self.kind.data, given(self.due_on.data), UUID(self.owner_id.data), party_id)


class ChangeForm(Form):
    """A form that changes a milestone as it was shown."""

    version = version_field()

    def catch_up(self, version: int) -> None:
        """Take the newest version: who saves again has seen what somebody else made of it."""
        self.version.raw_data, self.version.data = None, version

    def command(self) -> object:
        """Return what was asked."""
        return given(self.version.data)


class DoneForm(ChangeForm):
    """That it was done."""

    done_on = DateField(_l("Done on"), [InputRequired(A_DAY)])
    result = TextAreaField(_l("Result"), [Optional(), Length(max=LONGEST_TEXT)])

    def command(self) -> Done:
        """Return what was asked."""
        return Done(given(self.done_on.data), self.result.data or None, given(self.version.data))


class MoveForm(ChangeForm):
    """Another day or owner."""

    due_on = DateField(_l("Due on"), [InputRequired(A_DAY)])
    owner_id = SelectField(_l("Who sees to it"), [DataRequired(_l("Choose who sees to it."))])

    def command(self) -> Moved:
        """Return what was asked."""
        return Moved(given(self.due_on.data), UUID(self.owner_id.data), given(self.version.data))


class DropForm(ChangeForm):
    """Why it does not have to happen."""

    because = TextAreaField(
        _l("Why does it not have to happen?"),
        [InputRequired(_l("Write why it does not have to happen.")), Length(max=LONGEST_TEXT)],
    )

    def command(self) -> Dropped:
        """Return what was asked."""
        return Dropped(given(self.because.data), given(self.version.data))


class AgainForm(ChangeForm):
    """Undo: the milestone is open again."""


class PhaseForm(Form):
    """The phase that the case enters."""

    phase = SelectField(_l("New phase"), [DataRequired(_l("Choose a phase."))])
    from_on = DateField(_l("From"), [InputRequired(A_DAY)])
    reason = TextAreaField(
        _l("Why now?"),
        [InputRequired(_l("Write why the case enters this phase now.")), Length(max=LONGEST_TEXT)],
    )

    def command(self) -> NewPhase:
        """Return what was asked."""
        return NewPhase(Phase(self.phase.data), given(self.from_on.data), given(self.reason.data))


class ProposeForm(Form):
    """Why direction may end."""

    reason = SelectField(_l("Why can direction end?"), [DataRequired(_l("Choose why direction can end."))])
    lessons = TextAreaField(_l("What did we learn?"), [Optional(), Length(max=LONGEST_TEXT)])

    def command(self) -> Proposal:
        """Return what was asked."""
        return Proposal(ClosureReason(self.reason.data), self.lessons.data or None)


class DecideForm(Form):
    """Second the proposal, or send it back with a reason."""

    decision = HiddenField()
    because = TextAreaField(_l("Why not yet?"), [Optional(), Length(max=LONGEST_TEXT)])


class ReopenForm(Form):
    """From when and why direction starts again."""

    reopened_on = DateField(_l("Reopened on"), [InputRequired(A_DAY)])
    reason = TextAreaField(
        _l("Why is direction needed again?"),
        [InputRequired(_l("Write why direction is needed again.")), Length(max=LONGEST_TEXT)],
    )

    @property
    def day(self) -> date:
        """The day that was filled in."""
        return given(self.reopened_on.data)
