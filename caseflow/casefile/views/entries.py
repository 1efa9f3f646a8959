"""One entry: its own page, writing a new one, and editing it."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from caseflow.access.check import can_edit_entry, require_edit_entry
from caseflow.casefile.actions import edit_entry, write_entry
from caseflow.casefile.describing import differences
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.forms.assessment import NEW_ZRM, ZrmForm
from caseflow.casefile.forms.choices import Choices
from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.kinds import FORMS, HINTS, OCCURRED, form_for, form_of
from caseflow.casefile.forms.refusals import put_beside_fields
from caseflow.casefile.forms.words import WordsForm, instead
from caseflow.casefile.portrait import Portrait, Portraits
from caseflow.casefile.problems import RefusedEntryError
from caseflow.casefile.queries import earlier_versions, home_bans, next_version
from caseflow.casefile.showing import is_running_ban, names_for, shown
from caseflow.casefile.travelling import asked_about
from caseflow.casefile.tripwire.settling import settled
from caseflow.casefile.tripwire.standing import is_held_back
from caseflow.casefile.views.protected_words import after_saving
from caseflow.casefile.views.room import bp, choices_in, the_case, the_entry, writing_in
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, PartyLine, parties_of
from caseflow.cases.refusals import EditConflictError
from caseflow.models.vocabulary import EntryKind, Onward
from caseflow.web.session import session
from caseflow.web.terms import term
from caseflow.web.viewer import current_actor, now

ADD = "add"
"""The name of the button that lets a list grow; its value is the name of the list."""


@bp.get("/entries/<uuid:entry_id>")
def entry(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case = the_case(reference)
    portrait, found = the_entry(case, entry_id)
    names = names_for(parties_of(session(), case.id), found.users, found.organisations)
    bans = home_bans(session(), case.id) if is_running_ban(portrait.draft.data, now()) else []
    return render_template(
        "casefile/entry.html",
        frame=case_frame(case, "timeline"),
        case=case,
        entry=shown(portrait, names, now(), bans),
        disclosed=names.each(portrait.draft.told_at(now())),
        may_disclose=case.seated and (portrait.draft.protected or bool(portrait.draft.disclosures)),
        released=names.each(portrait.draft.released_to),
        versions=earlier_versions(session(), entry_id),
        may_edit=can_edit_entry(session(), entry_id),
        asked=asked_about(session(), entry_id),
        may_ask_source=case.seated and portrait.draft.onward is Onward.ASK_SOURCE,
        held_back=case.seated and is_held_back(session(), entry_id),
    )


@bp.get("/entries/new")
def choose_kind(reference: str) -> ResponseReturnValue:
    case, _parties, choices = writing_in(reference)
    kinds = [(kind, term(kind), str(HINTS[kind])) for kind in FORMS if kind in choices.kinds()]
    return render_template(
        "casefile/choose_kind.html", frame=case_frame(case, "timeline"), case=case, kinds=kinds
    )


@bp.route("/entries/new/<any({kinds}):kind>".format(kinds=", ".join(EntryKind)), methods=["GET", "POST"])
def new_entry(reference: str, kind: str) -> ResponseReturnValue:
    case, _parties, choices = writing_in(reference)
    form, words = _blank(case, EntryKind(kind), choices), WordsForm.beside(seated=case.seated)
    if _grown(form):
        return _form_page("casefile/new_entry.html", case, form, words)
    if form.validate_on_submit():
        draft = _settled(case, form.new_draft(current_actor()), words)
        try:
            entry_id = write_entry(session(), case, draft, words.because)
        except RefusedEntryError as refused:
            put_beside_fields(form, refused)
            words.take(refused)
        else:
            flash(_("It is in the timeline."), "ok")
            return redirect(after_saving(case, entry_id, draft), 303)
    return _form_page("casefile/new_entry.html", case, form, words), 422 if form.errors else 200


def _blank(case: CaseHead, kind: EntryKind, choices: Choices) -> EntryForm:
    form_class = form_for(kind, request.args.get("instrument"))
    defaults: dict[str, Any] = dict(NEW_ZRM) if form_class is ZrmForm else {}
    version = next_version(session(), case.id, kind)
    if version is not None:
        defaults["plan_version" if kind is EntryKind.SAFETY_PLAN else "analysis_version"] = version
    if kind is EntryKind.MEASURE:
        defaults["from_at"] = now().replace(second=0, microsecond=0)
    return form_class.blank(choices, current_actor(), **defaults)


@bp.route("/entries/<uuid:entry_id>/edit", methods=["GET", "POST"])
def edit(reference: str, entry_id: UUID) -> ResponseReturnValue:
    case = the_case(reference)
    portrait, found = the_entry(case, entry_id)
    require_edit_entry(session(), entry_id)
    parties = parties_of(session(), case.id)
    form, words = _filled(case, parties, portrait, found), WordsForm.beside(seated=case.seated)
    if _grown(form):
        return _edit_page(case, form, words, portrait)
    if form.validate_on_submit():
        draft = _settled(case, form.changed(portrait.draft), words, entry_id)
        try:
            edit_entry(
                session(),
                case,
                entry_id,
                draft,
                shown_version=_version_shown(),
                allowed_because=words.because,
            )
        except RefusedEntryError as refused:
            put_beside_fields(form, refused)
            words.take(refused)
        except EditConflictError:
            return _conflict_page(case, parties, form, words, entry_id)
        else:
            flash(_("The entry was changed. What it said before is kept."), "ok")
            return redirect(after_saving(case, entry_id, draft), 303)
    return _edit_page(case, form, words, portrait), 422 if form.errors else 200


def _filled(case: CaseHead, parties: list[PartyLine], portrait: Portrait, found: Portraits) -> EntryForm:
    choices = choices_in(case, parties).with_known(
        {key: known.name for key, known in found.users.items()},
        {key: known.name for key, known in found.organisations.items()},
    )
    form = form_of(portrait.draft).of(portrait.draft, choices)
    if request.method == "GET":
        form.version.data = str(portrait.version)
    return form


def _version_shown() -> int:
    """Return the version that the form was made from; what is no number is none that ever was."""
    said = request.form.get("version", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < len(str(2**31)) else 0


def _grown(form: EntryForm) -> bool:
    """Let a list grow when its button was pressed."""
    name = request.form.get(ADD)
    if name is not None:
        form.add_row(name)
    return name is not None


def _settled(case: CaseHead, draft: EntryDraft, words: WordsForm, edited: UUID | None = None) -> EntryDraft:
    how = words.words.data
    return settled(session(), case.id, draft, how, instead=instead(), edited=edited)


def _form_page(template: str, case: CaseHead, form: EntryForm, words: WordsForm, **more: Any) -> str:
    return render_template(
        template,
        words=words,
        frame=case_frame(case, "timeline"),
        case=case,
        form=form,
        kind=form.kind,
        occurred_label=str(OCCURRED.get(form.kind, "")),
        **more,
    )


def _edit_page(case: CaseHead, form: EntryForm, words: WordsForm, portrait: Portrait) -> str:
    return _form_page("casefile/edit_entry.html", case, form, words, entry_id=portrait.id)


def _conflict_page(
    case: CaseHead, parties: list[PartyLine], form: EntryForm, words: WordsForm, entry_id: UUID
) -> ResponseReturnValue:
    """Show what stands now beside what was typed; saving again from here puts the typed text over it."""
    theirs, found = the_entry(case, entry_id)
    mine = form.changed(theirs.draft)
    form.version.data = str(theirs.version)
    versions = earlier_versions(session(), entry_id)
    page = _form_page(
        "casefile/conflict.html",
        case,
        form,
        words,
        entry_id=entry_id,
        differences=differences(theirs.draft, mine, names_for(parties, found.users, found.organisations)),
        changed_by=versions[0].edited_by if versions else None,
        changed_at=versions[0].edited_at if versions else None,
    )
    return page, 409
