"""Forms for what organisations ask each other."""

from typing import Any

from flask_babel import lazy_gettext as _l

from caseflow.asking.answering import Answer
from caseflow.asking.putting import AboutPerson, Asked
from caseflow.asking.releases import NewRelease, Said
from caseflow.models.vocabulary import RequestOutcome
from caseflow.web.fields import (
    NOT_A_DAY,
    Day,
    Line,
    Needed,
    OneOf,
    Paragraph,
    Pick,
    Picks,
    Word,
    options_of,
)
from caseflow.web.forms import Form
from caseflow.web.given import given

SAYS = (
    (RequestOutcome.GRANTED, _l("Yes, this organisation may read it")),
    (RequestOutcome.REFUSED, _l("No, it stays where it is")),
)
"""What a source can say."""


class AskForm(Form):
    """What the form of the chain asks of everybody who asks for information."""

    role = Line(_l("Your role in this"), [Needed(_l("Write what you do for the people it is about."))])
    function = Line(_l("Your function"), [Needed(_l("Write your function, such as social worker."))])
    legal_task = Line(_l("Legal task"), [Needed(_l("Write which task the law gives you, and by which law."))])
    purpose = Paragraph(_l("Purpose"), [Needed(_l("Write what you need the information for."))])
    need = Paragraph(_l("What you need to know"), [Needed(_l("Write what you need to know, and no more."))])
    due_on = Day(_l("Answer wanted by"), [Needed(NOT_A_DAY)])

    def asked(self) -> Asked:
        """Return what was asked."""
        return Asked(
            role=given(self.role.data),
            function=given(self.function.data),
            legal_task=given(self.legal_task.data),
            purpose=given(self.purpose.data),
            need=given(self.need.data),
            due_on=given(self.due_on.data),
        )


class AskAboutPersonForm(AskForm):
    """A request about a person whom the asker names."""

    organisation_id = Pick(_l("Whom do you ask?"), [Needed(_l("Choose an organisation."))])
    person_name = Line(_l("Full name"), [Needed(_l("Write the name of the person as you know them."))])
    person_born_on = Day(_l("Date of birth"))

    def about(self) -> AboutPerson:
        """Return about whom, and of which organisation it is asked."""
        return AboutPerson(
            given(self.organisation_id.data), given(self.person_name.data), self.person_born_on.data
        )


class AskDirectorForm(AskForm):
    """A request to the director of a case that is shared with the asker."""

    party_ids = Picks(_l("About whom?"))


class AskProfessionalForm(AskDirectorForm):
    """A request to a professional by name."""

    asked_id = Pick(_l("Whom do you ask?"), [Needed(_l("Choose a person."))])


class AnswerForm(Form):
    """What is answered to a request, and why."""

    outcome = Word(_l("Answer"), RequestOutcome, [Needed(_l("Choose an answer."))])
    reason = Paragraph(_l("Reason"), [Needed(_l("Write why you answer this."))])

    def command(self) -> Answer:
        """Return what was answered."""
        return Answer(given(self.outcome.data), given(self.reason.data))


class AskSourceForm(Form):
    """A question to the source of an entry: may it travel to this organisation?"""

    organisation_id = Pick(
        _l("Which organisation should be able to read it?"), [Needed(_l("Choose an organisation."))]
    )
    asked_id = Pick(_l("Who answers for the source?"), [Needed(_l("Choose a person."))])
    question = Paragraph(_l("Why"), [Needed(_l("Write why this organisation needs to read it."))])
    due_on = Day(_l("Answer wanted by"), [Needed(NOT_A_DAY)])

    def command(self) -> NewRelease:
        """Return what was asked."""
        return NewRelease(
            given(self.organisation_id.data),
            given(self.asked_id.data),
            given(self.question.data),
            given(self.due_on.data),
        )


class AnswerForSourceForm(Form):
    """Whether an entry may travel, and why."""

    outcome = OneOf(_l("Answer"), [Needed(_l("Choose an answer."))], RequestOutcome)
    reason = Paragraph(_l("Reason"), [Needed(_l("Write why you answer this."))])

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        choices = ((outcome.value, words) for outcome, words in SAYS)
        self.outcome.choices = options_of(choices, _l("Make a choice"))

    def command(self) -> Said:
        """Return what was answered."""
        return Said(given(self.outcome.data), given(self.reason.data))
