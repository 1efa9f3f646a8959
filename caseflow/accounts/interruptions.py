"""When a session ends or a page grows old while somebody types: they sign in again, and what they typed comes back."""

from flask import Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import Unauthorized

from caseflow.accounts import kept, signin
from caseflow.accounts.forms import SignInForm
from caseflow.accounts.views import go_on, sign_in_page
from caseflow.web.csrf import sent_from_our_page
from caseflow.web.errors import answer, is_api
from caseflow.web.viewer import now, viewer


def init_app(app: Flask) -> None:
    """Let an application answer interruptions this way."""
    app.register_error_handler(Unauthorized, ask_to_sign_in)
    app.register_error_handler(CSRFError, ask_again)


def ask_to_sign_in(error: Unauthorized) -> ResponseReturnValue:
    """Ask who it is: with the way back to the page, or with the form that was sent."""
    if is_api():
        return answer(error)
    if request.method != "POST":
        return redirect(url_for("accounts.sign_in", next=request.full_path.rstrip("?")), 303)
    form = SignInForm(formdata=None)
    form.kept.data = _sealed_form()
    return sign_in_page(form, interrupted=True, status=401)


def ask_again(error: CSRFError) -> ResponseReturnValue:
    """Refuse a form without a token of this session, and give the sender their own text back to look at."""
    if is_api():
        return answer(error)
    if request.path == url_for("accounts.sign_in"):
        return _ask_sign_in_again()
    form = kept.form_at_hand() if sent_from_our_page() and viewer() is not None else None
    if form is None or not form.fields:
        return answer(error)
    return render_template("accounts/kept.html", kept=form), 400


def _ask_sign_in_again() -> ResponseReturnValue:
    """Whoever signed in meanwhile, in another tab, goes on; anybody else gets a fresh page."""
    form = SignInForm()
    return go_on(form) if viewer() is not None else sign_in_page(form, status=400)


def _sealed_form() -> str:
    user_id = signin.who_was_here()
    form = kept.form_at_hand() if sent_from_our_page() else None
    return "" if user_id is None or form is None else kept.seal(form, user_id, now())
