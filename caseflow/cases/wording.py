"""What refusals are called on screen."""

from flask_babel import lazy_gettext as _l

from caseflow.cases.refusals import RefusedError
from caseflow.web.forms import Form

REFUSALS = {
    "unknown": _l("Choose from the list."),
    "in_the_future": _l("This day has yet to come. Fill in today or a day before."),
    "too_long_ago": _l("This is too long ago. Check the year."),
    "before_start": _l("This lies before the first day. Fill in a later day."),
    "ended_before": _l("This has ended already. Reload the page to see when."),
    "already_here": _l("This is in the case already. Choose something else."),
    "in_use": _l("The file says something about this person. End their roles instead."),
    "same_person": _l("Choose somebody else: nobody has a relationship with themselves."),
}


def refusal_text(refusal: RefusedError) -> str:
    """Say what cannot be done, and what to do instead."""
    return str(REFUSALS[refusal.code])


def put_beside_field(form: Form, refusal: RefusedError) -> None:
    """Say it on the form."""
    form.refuse(refusal.field, refusal_text(refusal))
