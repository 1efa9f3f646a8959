"""Signing in and out, the first page, the language, and everyone's own account page."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Unauthorized

from caseflow.accounts import signin
from caseflow.accounts.forms import SignInForm
from caseflow.accounts.local import is_local
from caseflow.web.errors import answer, is_api
from caseflow.web.navigation import landing
from caseflow.web.viewer import by_itself, current_actor, current_viewer, public, viewer

bp = Blueprint("accounts", __name__)


@bp.get("/")
def home() -> ResponseReturnValue:
    return redirect(landing(current_actor()), 303)


@bp.route("/sign-in", methods=["GET", "POST"])
@public("who signs in is not known yet")
def sign_in() -> ResponseReturnValue:
    form = SignInForm(next=request.args.get("next", ""))
    if viewer() is not None:
        return redirect(is_local(form.next.data) or landing(current_actor()), 303)
    if form.validate_on_submit():
        refusal = signin.sign_in(form.email.data, form.password.data)
        if refusal is None:
            return redirect(is_local(form.next.data) or landing(current_actor()), 303)
        return render_template("accounts/sign_in.html", form=form, demo=signin.demo_accounts()), 422
    status = 422 if form.errors else 200
    return render_template("accounts/sign_in.html", form=form, demo=signin.demo_accounts()), status


@bp.post("/sign-out")
@by_itself("ending a session must hold whatever else happens")
def sign_out() -> ResponseReturnValue:
    signin.leave()
    return redirect(url_for("accounts.sign_in"), 303)


@bp.post("/language")
@public("everyone may choose how they are spoken to")
def language() -> ResponseReturnValue:
    cookie["locale"] = request.form.get("language", "")
    return redirect(is_local(request.args.get("next", "")) or url_for("accounts.home"), 303)


@bp.get("/me")
def me() -> ResponseReturnValue:
    return render_template("accounts/me.html", viewer_email=current_viewer().email)


@bp.app_errorhandler(Unauthorized)
def ask_to_sign_in(error: Unauthorized) -> ResponseReturnValue:
    if is_api():
        return answer(error)
    here = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=here), 303)
