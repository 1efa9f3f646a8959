"""Where protected words stand that partners could read, or could read one day; and what to do about each."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from caseflow.access.check import Act, require
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.forms.refusals import MESSAGES
from caseflow.casefile.forms.words import NO_REASON, SettleForm, in_terms, instead
from caseflow.casefile.problems import RefusedEntryError
from caseflow.casefile.tripwire.actions import settle_entry
from caseflow.casefile.tripwire.settling import Settling
from caseflow.casefile.tripwire.standing import Holder, holders
from caseflow.casefile.views.room import bp, the_case
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead
from caseflow.cases.refusals import EditConflictError
from caseflow.web.given import given
from caseflow.web.session import session

WAYS = (Settling.DIRECTORS_ONLY, Settling.PROTECTED, Settling.REDACTED, Settling.HELD_BACK, Settling.ALLOWED)
REASONED = frozenset({Settling.HELD_BACK, Settling.ALLOWED})


@bp.get("/protected-words")
def protected_words(reference: str) -> ResponseReturnValue:
    case = the_case(reference)
    require(session(), Act.FACT_DISCLOSE, case.id)
    return _page(case)


@bp.post("/protected-words/<uuid:entry_id>")
def settle(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case = the_case(reference)
    require(session(), Act.FACT_DISCLOSE, case.id)
    form = _form(None)
    if not _is_complete(form) or not form.validate_on_submit():
        return _page(case, entry_id, form), 422
    try:
        settle_entry(
            session(),
            case,
            entry_id,
            how=given(form.how.data),
            shown_version=given(form.version.data),
            reason=form.reason.data,
            instead=instead(),
        )
    except EditConflictError:
        form.refuse("", _("Somebody changed this entry just now. Look at it again below."))
        return _page(case, entry_id, form, caught_up=True), 409
    except RefusedEntryError as refused:
        for problem in refused.problems:
            form.refuse("", _in_words(problem.code))
        return _page(case, entry_id, form), 422
    flash(_("Done. Partners do not come across these words in that entry."), "ok")
    return redirect(url_for(".protected_words", reference=reference), 303)


def after_saving(case: CaseHead, entry_id: UUID, draft: EntryDraft) -> str:
    """Return where to go after an entry was saved: to where its words stand already, when they are protected now."""
    if case.seated and draft.protected and (found := holders(session(), case.id, [entry_id])):
        text = ngettext(
            "Mind: these words stand already in %(num)d entry that partners could read.",
            "Mind: these words stand already in %(num)d entries that partners could read.",
            len(found),
        )
        flash(text, "warning")
        return url_for(".protected_words", reference=case.reference)
    return url_for(".entry", reference=case.reference, entry_id=entry_id)


def _form(holder: Holder | None) -> SettleForm:
    form = SettleForm() if holder is None else SettleForm(formdata=None, version=holder.version)
    form.how.offer(*WAYS)
    return form


def _is_complete(form: SettleForm) -> bool:
    if form.how.data is None:
        form.refuse("how", _("Choose what to do."))
    elif form.how.data in REASONED and not form.reason.data:
        form.refuse("reason", str(NO_REASON))
    return not form.how.errors and not form.reason.errors


def _in_words(code: str) -> str:
    if code == "partners_read":
        return str(MESSAGES[code])
    return str(_("This entry cannot be saved like that. Open it, and change it there."))


def _page(
    case: CaseHead, answered: UUID | None = None, form: SettleForm | None = None, *, caught_up: bool = False
) -> str:
    found = holders(session(), case.id)
    forms = {one.id: form if form and one.id == answered else _form(one) for one in found}
    if form and caught_up:
        form.version.catch_up(next((one.version for one in found if one.id == answered), 0))
    return render_template(
        "casefile/protected_words.html",
        frame=case_frame(case, "protected-words"),
        case=case,
        waiting=[one for one in found if one.decided is None],
        decided=[one for one in found if one.decided is not None],
        forms=forms,
        in_terms=in_terms,
        answered=form if answered in forms else None,
    )
