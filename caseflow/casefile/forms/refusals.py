"""Puts what keeps an entry from being kept beside the field that it is about."""

from typing import Any

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.document import NOT_TAKEN
from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.problems import RefusedEntryError
from caseflow.web.fields import NOT_A_DAY, NOT_LISTED
from caseflow.web.templating import show_moment

MESSAGES: dict[str, Any] = {
    "address_is_whereabouts": _l("An address always has the category Whereabouts. Choose that."),
    "before_the_beginning": _l("The end lies before the beginning. Change one of the two."),
    "by_itself": _l(
        "Who may read this by name is decided on the page of the entry, with a reason and an end."
    ),
    "empty": _l("Fill this in."),
    "home_ban_ends": _l("A home ban ends by itself. Fill in until when: %(latest)s at the latest."),
    "home_ban_too_long": _l(
        "A home ban lasts at most 28 days from when it was imposed. This one ends on %(latest)s at the latest."
    ),
    "in_the_future": _l("This moment has yet to come. Fill in when it happened."),
    "no_sane_date": NOT_A_DAY,
    "not_accepted": NOT_TAKEN,
    "not_after_from": _l("The end does not come after the beginning. Change one of the two."),
    "not_concerned": _l("Tick everybody whom you name here under “Whom is it about?” too."),
    "not_disputed": _l(
        "A statement belongs to something disputed. Choose “Disputed” under “How sure is it?”."
    ),
    "nothing_said": _l("Write what happened, or fill in how or with whom the contact was."),
    "only_seats": _l("Only directors decide this."),
    "only_whereabouts": _l("Only places can be protected. Choose the category Whereabouts."),
    "out_of_bounds": _l("Fill in a whole number from %(least)s to %(most)s."),
    "outside_scope": _l(
        "You may not write about this category for everybody you ticked. Choose another category, or fewer people."
    ),
    "partners_read": _l(
        "A partner can read this entry now, and would read these words at once. Choose another way out."
    ),
    "protected_words": _l(
        "These words have to stay secret: “%(words)s”. Choose at the top what to do, or take them out."
    ),
    "too_large": _l("This file is larger than 20 MB. Make it smaller, or split it."),
    "too_long": _l("This is too long. Use at most 20,000 characters."),
    "unknown": NOT_LISTED,
    "works_elsewhere": _l("This person works at another organisation. Change one of the two."),
}
"""What to do about each code."""

FIELDS = {"filename": "upload"}
"""Fields of a draft that stand in another field of the form."""


def put_beside_fields(form: EntryForm, refused: RefusedEntryError) -> None:
    """Add the messages to the form."""
    for problem in refused.problems:
        values = {name: _shown(name, value) for name, value in problem.values.items()}
        text = str(MESSAGES[problem.code]) % values if values else str(MESSAGES[problem.code])
        form.complain(FIELDS.get(problem.field, problem.field), text)


def _shown(name: str, value: Any) -> str:
    return show_moment(value) if name == "latest" else str(value)
