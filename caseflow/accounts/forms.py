"""Signing in and changing one's password."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from caseflow.web.forms import Form

LONGEST_ADDRESS = 254
"""The most characters of an e-mail address. Source: RFC 5321 and its errata."""
LONGEST_PASSWORD = 200
"""What is worth looking at; hashing must not be given a book. Unit: characters."""


class SignInForm(Form):
    """Who somebody is, and where they were going."""

    email = EmailField(
        _l("E-mail address"),
        [
            InputRequired(_l("Fill in your e-mail address.")),
            Length(
                max=LONGEST_ADDRESS,
                message=_l("This is too long for an e-mail address. Check what you typed."),
            ),
        ],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        _l("Password"),
        [
            InputRequired(_l("Fill in your password.")),
            Length(
                max=LONGEST_PASSWORD, message=_l("This is too long for a password. Check what you typed.")
            ),
        ],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()
    kept = HiddenField()


class PasswordForm(Form):
    """A new password, twice, from who knows the old one."""

    current_password = PasswordField(
        _l("Current password"),
        [InputRequired(_l("Fill in your current password.")), Length(max=LONGEST_PASSWORD)],
        render_kw={"autocomplete": "current-password"},
    )
    new_password = PasswordField(
        _l("New password"),
        [InputRequired(_l("Fill in a new password."))],
        render_kw={"autocomplete": "new-password"},
    )
    new_password_again = PasswordField(
        _l("New password, once more"),
        [
            InputRequired(_l("Fill in the new password once more.")),
            EqualTo("new_password", _l("This is not the same as the new password. Type it again.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
