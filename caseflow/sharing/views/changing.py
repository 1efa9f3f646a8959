"""What becomes of a link: each act a page of its own, with a reason, its warnings, and what would be seen."""

from dataclasses import replace
from uuid import UUID

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import Act
from caseflow.casefile.forms.words import instead
from caseflow.cases.refusals import EditConflictError, RefusedError
from caseflow.cases.words import party_names
from caseflow.clock import local_date
from caseflow.models.vocabulary import Category
from caseflow.sharing import changing, queries
from caseflow.sharing.ending import end_of_consents, not_beyond
from caseflow.sharing.fields import cell_value
from caseflow.sharing.forms import (
    AnswerForm,
    ChangeLinkForm,
    NarrowForm,
    ReasonForm,
    RenewForm,
    WidenForm,
    usual_end,
)
from caseflow.sharing.leaks import settle
from caseflow.sharing.queries import LinkLine, Scope
from caseflow.sharing.views.desk import Desk
from caseflow.sharing.views.previewing import Placing, previewed
from caseflow.sharing.views.room import bp, case_with
from caseflow.sharing.warnings import Proposed
from caseflow.sharing.words import form_in_words, in_words, put_beside_field
from caseflow.web.given import given
from caseflow.web.session import session
from caseflow.web.viewer import now

ActForm = ChangeLinkForm | RenewForm | NarrowForm | WidenForm


class Work:
    """A link at which somebody works, with the form for what is to become of it."""

    def __init__(self, reference: str, link_id: UUID, template: str) -> None:
        head = case_with(reference, Act.LINK_SET)
        self.link: LinkLine = queries.get_link(session(), head.id, link_id) or abort(404)
        self.desk = Desk(head, self.link.organisation_id)
        self.template = template

    def answer(self, form: ActForm) -> ResponseReturnValue:
        """Show the form, what it would do, or what was done."""
        if not self.link.can_change:
            return self._is_over()
        if isinstance(form, AnswerForm):
            self.desk.offer_consents(form, self.link.id)
        if not form.is_submitted():
            return self._page(form)
        step = request.form.get("step")
        if step == "preview":
            return self._preview(form)
        if isinstance(form, AnswerForm):
            self.desk.ask(form, self._proposed(form), self.link.id)
        if step == "edit":
            return self._page(form)
        return self._save(form) if form.validate() else (self._page(form), 422)

    def _save(self, form: ActForm) -> ResponseReturnValue:
        try:
            settle(session(), self.desk.head, request.form, instead())
            self._do(form)
        except RefusedError as refusal:
            return self._refused(form, refusal)
        except EditConflictError:
            return self._changed_meanwhile(form)
        flash(_("Saved. From now on the partner reads what you see here."), "ok")
        return redirect(self._partners(), 303)

    def _do(self, form: ActForm) -> None:
        asked = (session(), self.desk.head.id, self.link.id)
        match form.command():
            case changing.Changed() as change:
                changing.change_link(*asked, change)
            case changing.Renewed() as change:
                changing.renew_link(*asked, change)
            case changing.Narrowed() as change:
                changing.narrow_link(*asked, change)
            case changing.Widened() as change:
                changing.widen_link(*asked, change)

    def _preview(self, form: ActForm) -> ResponseReturnValue:
        if not form.validate() and set(form.errors) - {"reason"}:
            return self._page(form), 422
        change = form.command()
        named = [one.id for one in self.link.professionals if one.has_access]
        chosen = form.professional_ids.data or () if isinstance(form, ChangeLinkForm) else ()
        placing = Placing(
            user_ids=tuple(dict.fromkeys([*chosen, *named])),
            moment=max(now(), self.link.from_at),
            place=lambda: changing.place_change(session(), self.desk.head.id, self.link.id, change),
            back=request.path,
            save=_("Save"),
        )
        try:
            return previewed(self.desk.head, placing)
        except RefusedError as refusal:
            return self._refused(form, refusal)
        except EditConflictError:
            return self._changed_meanwhile(form)

    def _refused(self, form: ActForm, refusal: RefusedError) -> ResponseReturnValue:
        if refusal.field == "link":
            return self._is_over()
        put_beside_field(form, refusal)
        return self._page(form), 422

    def _changed_meanwhile(self, form: ActForm) -> ResponseReturnValue:
        """Show both: what somebody else made of the link, and what stands on the form, ready to be saved after all."""
        self.link = queries.get_link(session(), self.desk.head.id, self.link.id) or abort(404)
        form.version.catch_up(self.link.version)
        names = party_names(self.desk.parties)
        return self._page(form, in_words(self.link, names), form_in_words(form, names)), 409

    def _proposed(self, form: ActForm) -> Proposed | None:
        """Return what the link would be, as far as the warnings look at it."""
        basis = form.basis.data if isinstance(form, ChangeLinkForm) else self.link.basis
        if basis is None or not (basis == self.link.basis or basis in self.desk.bases):
            return None  # it is refused before anything else
        more = frozenset(form.scope.data or ()) if isinstance(form, WidenForm) else frozenset()
        same = isinstance(form, ChangeLinkForm) and basis == self.link.basis
        link = replace(self.link, basis=basis)
        consent_ids = frozenset() if isinstance(form, NarrowForm) else form.consents()
        return changing.proposed_of(link, self.link.scope | more, consent_ids, opens_the_same=same)

    def _page(self, form: ActForm, theirs: str = "", yours: str = "") -> str:
        return self.desk.page(
            self.template,
            link=self.link,
            form=form,
            theirs=theirs,
            yours=yours,
            opened=[cell_value(*cell) for cell in self.link.scope],
        )

    def _is_over(self) -> ResponseReturnValue:
        return is_over(self.desk.head.reference)

    def _partners(self) -> str:
        return url_for("sharing.partners", reference=self.desk.head.reference)


def is_over(reference: str) -> ResponseReturnValue:
    """Send back who wants to change what is over."""
    flash(_("This link is over and stays as it was. Link the partner again if that is needed."), "warning")
    return redirect(url_for("sharing.partners", reference=reference), 303)


@bp.route("/partners/<uuid:link_id>", methods=["GET", "POST"])
def change_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    work = Work(reference, link_id, "change_link")
    link = work.link
    form = ChangeLinkForm(
        version=link.version,
        professional_ids=[one.id for one in link.professionals],
        purpose=link.purpose,
        basis=link.basis,
        weighing=link.weighing,
        may_contribute=link.may_contribute,
    )
    if link.can_change:
        work.desk.offer(form)
    return work.answer(form)


@bp.route("/partners/<uuid:link_id>/renew", methods=["GET", "POST"])
def renew_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    work = Work(reference, link_id, "renew_link")
    link, last = work.link, local_date(max(now(), work.link.until_at))
    end = end_of_consents(session(), link.id, link.basis)
    later = not_beyond(usual_end(last), [end] if end else [], last)
    return work.answer(RenewForm(version=link.version, until_on=later))


@bp.route("/partners/<uuid:link_id>/narrow", methods=["GET", "POST"])
def narrow_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    work = Work(reference, link_id, "narrow_link")
    link = work.link
    form = NarrowForm(version=link.version, until_on=local_date(link.until_at), scope=sorted(link.scope))
    form.scope.offer_only(link.scope)
    return work.answer(form)


@bp.route("/partners/<uuid:link_id>/widen", methods=["GET", "POST"])
def widen_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    work = Work(reference, link_id, "widen_link")
    form = WidenForm(version=work.link.version)
    form.scope.offer_only(_closed(work))
    return work.answer(form)


@bp.route("/partners/<uuid:link_id>/revoke", methods=["GET", "POST"])
def revoke_partner(reference: str, link_id: UUID) -> ResponseReturnValue:
    work = Work(reference, link_id, "revoke_link")
    link = work.link
    if not link.can_change:
        return is_over(reference)
    form = ReasonForm(version=link.version)
    changed = False
    if form.validate_on_submit():
        try:
            changing.revoke_link(
                session(), work.desk.head.id, link.id, given(form.version.data), given(form.reason.data)
            )
        except RefusedError:
            return is_over(reference)
        except EditConflictError:
            form.version.catch_up(link.version)
            changed = True
        else:
            flash(_("The link is revoked. Nobody reads along through it any more."), "ok")
            return redirect(url_for("sharing.afterwards", reference=reference, link_id=link.id), 303)
    page = work.desk.page("revoke_link", link=link, form=form, changed=changed)
    return page, 409 if changed else 422 if form.errors else 200


def _closed(work: Work) -> Scope:
    """Return every cell about the parties of the case that the link does not open yet."""
    every = {(party.id, category) for party in work.desk.parties for category in Category}
    return frozenset(every - work.link.scope)
