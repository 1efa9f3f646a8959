"""By when an answer is expected that one organisation asks of another, unless who asks says another day."""

from datetime import date

from caseflow.schedule.calendar import after_working_days

TO_ANSWER = 10
"""How long a request may take. Unit: working days. No law says so: it is two weeks, as our own proposal."""


def usual_answer(asked_on: date) -> date:
    """Return by when a request is answered that was made on a day."""
    return after_working_days(asked_on, TO_ANSWER)
