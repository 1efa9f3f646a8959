"""Signing in and out, the first page, the language, and everyone's own account page."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext, refresh

from caseflow.accounts import actions, kept, queries, signin
from caseflow.accounts.forms import PasswordForm, SignInForm
from caseflow.accounts.local import local_or_none
from caseflow.accounts.passwords import DEMO_PASSWORD, BusyError, WeakPasswordError
from caseflow.config import Mode
from caseflow.requests.throttle import seconds
from caseflow.web.given import given
from caseflow.web.i18n import LOCALES
from caseflow.web.navigation import CASE_WORK, landing
from caseflow.web.session import session
from caseflow.web.viewer import by_itself, current_actor, current_viewer, now, public, viewer

bp = Blueprint("accounts", __name__)


@bp.get("/")
def home() -> ResponseReturnValue:
    return redirect(landing(current_actor()), 303)


@bp.route("/sign-in", methods=["GET", "POST"])
@public("who signs in is not known yet")
def sign_in() -> ResponseReturnValue:
    form = SignInForm(next=request.args.get("next", ""))
    if viewer() is not None:
        return go_on(form)
    if not form.validate_on_submit():
        return sign_in_page(form, status=422 if form.errors else 200)
    try:
        refusal = signin.sign_in(given(form.email.data), given(form.password.data))
    except BusyError:
        return sign_in_page(
            form, problem=_("Many people are signing in right now. Try again in a moment."), status=503
        )
    if refusal is None:
        return go_on(form)
    return _refused(form, refusal)


def sign_in_page(
    form: SignInForm, *, problem: str = "", interrupted: bool = False, status: int = 200
) -> tuple[str, int]:
    """Return the page to sign in on, in a demo with everyone who can."""
    demo = current_app.extensions["caseflow_settings"].mode is Mode.DEMO
    return (
        render_template(
            "accounts/sign_in.html",
            form=form,
            problem=problem,
            interrupted=interrupted or bool(form.kept.data),
            demo_accounts=signin.demo_accounts() if demo else {},
            demo_password=DEMO_PASSWORD,
        ),
        status,
    )


def go_on(form: SignInForm) -> ResponseReturnValue:
    """Send somebody who is signed in on their way: back to what they typed, where they were going, or to their work."""
    refresh()
    found = kept.unseal(form.kept.data or "", current_actor().user_id, now())
    if found is not None:
        return render_template("accounts/kept.html", kept=found)
    return redirect(local_or_none(form.next.data) or landing(current_actor()), 303)


def _refused(form: SignInForm, refusal: signin.Refusal) -> ResponseReturnValue:
    """Say the same to everyone, whether or not the address has an account."""
    if not refusal.wait:
        return sign_in_page(
            form,
            problem=_("This e-mail address and password do not belong together. Check both and try again."),
            status=422,
        )
    wait = seconds(refusal.wait)
    text = ngettext(
        "Too many attempts. Try again in %(num)d minute.",
        "Too many attempts. Try again in %(num)d minutes.",
        -(-wait // 60),
    )
    page, status = sign_in_page(form, problem=text, status=429)
    return page, status, {"Retry-After": str(wait)}


@bp.post("/sign-out")
@by_itself("a session ends whatever else happens")
def sign_out() -> ResponseReturnValue:
    signin.leave()
    flash(_("You are signed out."), "ok")
    return _out()


@bp.post("/sign-out-everywhere")
@by_itself("a session ends whatever else happens")
def sign_out_everywhere() -> ResponseReturnValue:
    signin.leave_everywhere(current_actor().user_id)
    flash(_("You are signed out everywhere."), "ok")
    return _out()


def _out() -> ResponseReturnValue:
    """Leave nothing behind in the browser."""
    response = redirect(url_for("accounts.sign_in"), 303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@bp.post("/language")
@public("everyone may choose how they are spoken to")
def language() -> ResponseReturnValue:
    chosen = request.form.get("language", "")
    if chosen in LOCALES:
        cookie["locale"] = chosen
        if viewer() is not None:
            actions.choose_language(session(), chosen)
    return redirect(local_or_none(request.args.get("next")) or url_for("accounts.home"), 303)


@bp.get("/me")
def me() -> ResponseReturnValue:
    own = queries.own_sessions(session(), signin.current_token())
    without_cases = not current_actor().has(*CASE_WORK)
    return render_template(
        "accounts/me.html", person=current_viewer(), sessions=own, without_cases=without_cases
    )


@bp.route("/me/password", methods=["GET", "POST"])
@by_itself("hashes are for the system only")
def password() -> ResponseReturnValue:
    form = PasswordForm()
    if form.validate_on_submit() and _changed(form):
        flash(_("Your password is changed. Other browsers are signed out."), "ok")
        return redirect(url_for("accounts.me"), 303)
    page = render_template("accounts/password.html", form=form, email=current_viewer().email)
    return page, 422 if form.errors else 200


def _changed(form: PasswordForm) -> bool:
    try:
        done = signin.change_password(
            current_viewer(), given(form.current_password.data), given(form.new_password.data)
        )
    except WeakPasswordError as error:
        form.new_password.errors = [WEAK[error.code]()]
        return False
    if not done:
        form.current_password.errors = [
            _("This is not your current password, or you tried too often. Type it again, or wait a while.")
        ]
    return done


WEAK = {
    "short": lambda: _("Choose at least 12 characters. A few words in a row are easy to remember."),
    "long": lambda: _("Choose at most 200 characters."),
    "common": lambda: _(
        "Many people choose this password, or it is too close to your address. Choose another."
    ),
}
