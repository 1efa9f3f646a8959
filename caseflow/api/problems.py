"""What is wrong with what was sent, as problem documents (RFC 9457)."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from flask import Response

from caseflow.api.describing import bp
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.members import member_name
from caseflow.casefile.problems import Problem as EntryProblem
from caseflow.casefile.reading import Problem
from caseflow.casefile.wording import moment
from caseflow.cases.refusals import EditConflictError
from caseflow.web.errors import problem

DETAILS: dict[str, str] = {
    "address_is_whereabouts": "An address always has the category whereabouts.",
    "before_the_beginning": "The end lies before the beginning.",
    "by_itself": "This is not decided by writing an entry: it is disclosed on its page, with a reason and an end.",
    "empty": "This may not be empty.",
    "home_ban_ends": "A home ban ends by itself: say until when, {latest} at the latest.",
    "home_ban_too_long": "A home ban lasts at most 28 days from when it was imposed: until {latest} at the latest.",
    "in_the_future": "This moment has yet to come.",
    "no_sane_date": "The year is out of range.",
    "not_accepted": "This is not a type of file that is accepted.",
    "not_after_from": "The end does not come after the beginning.",
    "not_concerned": "Everybody named here has to stand in `concerns` as well.",
    "not_disputed": "A statement belongs to an entry with the certainty `disputed`.",
    "nothing_said": "Say something: a text, the channel, or with whom the contact was.",
    "only_seats": "Only the directors of the case decide this.",
    "only_whereabouts": "Only an entry with the category whereabouts can be protected.",
    "out_of_bounds": "This must be a whole number from {least} to {most}.",
    "outside_scope": "You may not write in this category about everybody named here.",
    "partners_read": "A partner could read these words at once.",
    "protected_words": "This holds protected words of the case: {words}. Take them out, or make the"
    " entry `directors_only`, or a `protected` one in the category whereabouts.",
    "too_large": "This file is larger than 20 MB.",
    "too_long": "This text is longer than 20000 characters.",
    "unknown": "This names something that is not known here.",
    "works_elsewhere": "This user works at another organisation.",
}
"""What each code of the rules for entries means to a program's maker."""


class UnreadableError(Exception):
    """What was sent is not JSON."""


class InvalidError(Exception):
    """What was sent has a wrong shape, or asks for something that is not possible."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.errors = [{"pointer": f"#{one.pointer}", "detail": one.message} for one in problems]


class WrongParameterError(Exception):
    """Something in the query string is wrong."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(detail)
        self.errors = [{"parameter": name, "detail": detail}]


def refused(draft: EntryDraft, problems: Iterable[EntryProblem]) -> InvalidError:
    """Say what keeps an entry from being kept, with the places where that stands."""
    return InvalidError(Problem(_place(draft, one), _detail(one)) for one in problems)


def _detail(one: EntryProblem) -> str:
    shown = {name: moment(value) if name == "latest" else value for name, value in one.values.items()}
    return DETAILS[one.code].format_map(shown)


def _place(draft: EntryDraft, one: EntryProblem) -> str:
    if one.field == "upload":
        return "/data/base64"
    parts: tuple[tuple[Any, str], ...] = ((draft, ""), (draft.data, "/data"))
    for part, at in parts:
        for field in fields(part):
            if field.name == one.field:
                return f"{at}/{member_name(field)}"
    return "/data"


@bp.errorhandler(UnreadableError)
def _unreadable(error: UnreadableError) -> Response:
    return problem(400, detail=str(error))


@bp.errorhandler(InvalidError)
@bp.errorhandler(WrongParameterError)
def _invalid(error: InvalidError | WrongParameterError) -> Response:
    return problem(422, errors=error.errors)


@bp.errorhandler(EditConflictError)
def _conflict(_error: EditConflictError) -> Response:
    return problem(409, detail="Somebody changed this since it was read. Read it again.")
