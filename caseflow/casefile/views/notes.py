"""The quick note."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.access.check import require_contribute
from caseflow.casefile.actions import write_note
from caseflow.casefile.forms.notes import NoteForm
from caseflow.casefile.tripwire.watching import ProtectedWordsError
from caseflow.casefile.views.room import bp, the_case
from caseflow.casefile.views.timeline import timeline_page
from caseflow.web.given import given
from caseflow.web.session import session

KNOWN_WORDS = _l("These words have to stay secret: “%(words)s”. Take them out.")


@bp.post("/notes")
def note(reference: str) -> ResponseReturnValue:
    case = the_case(reference)
    require_contribute(session(), case.id)
    form = NoteForm()
    if not form.validate_on_submit():
        return timeline_page(case, form, 422)
    try:
        entry_id = write_note(session(), case, given(form.note.data))
    except ProtectedWordsError as stopped:
        form.refuse("note", str(KNOWN_WORDS) % {"words": stopped.hits[0].words})
        return timeline_page(case, form, 422)
    seated = _("Your note is in the timeline. Only directors can read it.")
    linked = _("Your note is in the timeline. The directors and your colleagues can read it.")
    flash(seated if case.seated else linked, "ok")
    return redirect(url_for(".case_timeline", reference=case.reference, _anchor=f"entry-{entry_id}"), 303)
