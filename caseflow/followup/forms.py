"""Forms for following a case through."""

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import DataRequired

from caseflow.followup.actions import Done, Dropped, Moved, NewMilestone
from caseflow.followup.episodes import NewPhase, Proposal
from caseflow.models.vocabulary import ClosureReason, Phase
from caseflow.schedule.milestones import KINDS
from caseflow.web.fields import CHOOSE, NOT_A_DAY, Day, Needed, Paragraph, Pick, VersionField, Word
from caseflow.web.forms import Form
from caseflow.web.given import given
from caseflow.web.terms import term

WHO = _l("Choose who sees to it.")


class MilestoneForm(Form):
    """Something that will be due."""

    kind = SelectField(
        _l("What has to happen?"), [DataRequired(_l("Choose what has to happen."))], choices=[]
    )
    due_on = Day(_l("Due on"), [Needed(NOT_A_DAY)])
    owner_id = Pick(_l("Who sees to it"), [Needed(WHO)])
    party_id = Pick(_l("About whom"))

    def offer_kinds(self) -> None:
        """Let the reader choose from every kind of milestone, by what it is called."""
        named = sorted(((kind, str(term(kind))) for kind in KINDS), key=lambda one: one[1])
        self.kind.choices = [SelectChoice("", CHOOSE), *(SelectChoice(kind, name) for kind, name in named)]

    def command(self) -> NewMilestone:
        """Return what was asked."""
        return NewMilestone(
            self.kind.data, given(self.due_on.data), given(self.owner_id.data), self.party_id.data
        )


class ChangeForm(Form):
    """A form that changes a milestone as it was shown."""

    version = VersionField()

    def command(self) -> object:
        """Return what was asked."""
        return given(self.version.data)


class DoneForm(ChangeForm):
    """That it was done."""

    done_on = Day(_l("Done on"), [Needed(NOT_A_DAY)])
    result = Paragraph(_l("Result"))

    def command(self) -> Done:
        """Return what was asked."""
        return Done(given(self.done_on.data), self.result.data, given(self.version.data))


class MoveForm(ChangeForm):
    """Another day or owner."""

    due_on = Day(_l("Due on"), [Needed(NOT_A_DAY)])
    owner_id = Pick(_l("Who sees to it"), [Needed(WHO)])

    def command(self) -> Moved:
        """Return what was asked."""
        return Moved(given(self.due_on.data), given(self.owner_id.data), given(self.version.data))


class DropForm(ChangeForm):
    """Why it does not have to happen."""

    because = Paragraph(
        _l("Why does it not have to happen?"), [Needed(_l("Write why it does not have to happen."))]
    )

    def command(self) -> Dropped:
        """Return what was asked."""
        return Dropped(given(self.because.data), given(self.version.data))


class AgainForm(ChangeForm):
    """Undo: the milestone is open again."""


class PhaseForm(Form):
    """The phase that the case enters."""

    phase = Word(_l("New phase"), Phase, [Needed(_l("Choose a phase."))])
    from_on = Day(_l("From"), [Needed(NOT_A_DAY)])
    reason = Paragraph(_l("Why now?"), [Needed(_l("Write why the case enters this phase now."))])

    def command(self) -> NewPhase:
        """Return what was asked."""
        return NewPhase(given(self.phase.data), given(self.from_on.data), given(self.reason.data))


class ProposeForm(Form):
    """Why direction may end."""

    reason = Word(_l("Why can direction end?"), ClosureReason, [Needed(_l("Choose why direction can end."))])
    lessons = Paragraph(_l("What did we learn?"))

    def command(self) -> Proposal:
        """Return what was asked."""
        return Proposal(given(self.reason.data), self.lessons.data)


class DecideForm(Form):
    """Second the proposal, send it back with a reason, or take one's own back."""

    because = Paragraph(_l("Why not yet?"))

    @property
    def decision(self) -> str:
        """Which button was pressed. No field: an empty hidden one would be sent before the button's own word."""
        return request.form.get("decision", "")


class ReopenForm(Form):
    """From when and why direction starts again."""

    reopened_on = Day(_l("Reopened on"), [Needed(NOT_A_DAY)])
    reason = Paragraph(
        _l("Why is direction needed again?"), [Needed(_l("Write why direction is needed again."))]
    )
