"""The search box."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from caseflow.web.forms import Form


class SearchForm(Form):
    """Words to find, and where the page before ended."""

    q = StringField(
        _l("Words to find"),
        [
            InputRequired(_l("Type one or more words.")),
            Length(max=200, message=_l("Type at most 200 characters.")),
        ],
    )
    after = HiddenField()
