"""From whom a privacy officer keeps every case of a person: by exclusion, or because the account is that person's."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from caseflow.access.check import Act, require
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.requests import throttle
from caseflow.requests.apart import apart
from caseflow.sharing.forms import KeptForm
from caseflow.sharing.people import everybody_at, organisations
from caseflow.sharing.persons import Kept, KeptLine, get_kept, keep, kept, release
from caseflow.sharing.views.room import watching
from caseflow.sharing.words import put_beside_field
from caseflow.web.fields import options_of
from caseflow.web.forms import Form
from caseflow.web.session import session
from caseflow.web.viewer import by_itself, current_actor, now

KINDS: dict[Kept, Any] = {
    Kept.EXCLUDED: _l("May not know of anything about this person"),
    Kept.OWN: _l("The account is this person’s own"),
}


@watching.route("/excluded-persons", methods=["GET", "POST"])
@by_itself("that a person was asked about is written down also where nobody is found")
def excluded_persons() -> ResponseReturnValue:
    require(session(), Act.ACCOUNT_TIE)
    form = _form()
    asks = request.form.get("step") != "people"
    if asks and form.validate_on_submit() and _kept(form):
        flash(_("From now on no case of this person exists for them. They are not told."), "ok")
        return redirect(url_for(".excluded_persons"), 303)
    page = render_template("sharing/excluded_persons.html", form=form, lines=kept(session()), kinds=KINDS)
    return page, 422 if asks and form.errors else 200


@watching.route("/excluded-persons/<uuid:kept_id>/end", methods=["GET", "POST"])
def end_kept(kept_id: UUID) -> ResponseReturnValue:
    require(session(), Act.ACCOUNT_TIE)
    line: KeptLine = get_kept(session(), kept_id) or abort(404)
    form = Form()
    if form.validate_on_submit():
        try:
            release(session(), line.id)
        except EditConflictError:
            abort(404)
        flash(_("This has ended."), "ok")
        return redirect(url_for(".excluded_persons"), 303)
    return render_template("sharing/end_kept.html", form=form, line=line)


def _kept(form: KeptForm) -> bool:
    """Do what the form asks, or say on it why not; that it was asked stays either way."""
    throttle.spend(throttle.PERSON, str(current_actor().user_id), now())
    with apart() as own:
        try:
            known = keep(own, form.command())
        except RefusedError as refusal:
            put_beside_field(form, refusal)
            return False
    if not known:
        form.refuse("name", _("Nobody is known here by this name and date of birth. Check both."))
    return known


def _form() -> KeptForm:
    form = KeptForm()
    form.organisation_id.offer(organisations(session()), _("Choose an organisation"))
    chosen = form.organisation_id.data
    people = [] if chosen is None else everybody_at(session(), chosen)
    form.user_id.offer(people, _("Choose a person"))
    form.kind.choices = options_of(((kind.value, str(text)) for kind, text in KINDS.items()))
    return form
