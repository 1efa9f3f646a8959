"""What the reader of a log can choose from."""

from typing import Any

from flask_babel import lazy_gettext as _l

from caseflow.web.fields import Day, OneOf, Pick
from caseflow.web.forms import Form


class Code(OneOf):
    """One act of those in the log."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, (), str, **options)


class LogFilter(Form):
    """Of whom, of what, and from when until when."""

    user = Pick(_l("Who"))
    act = Code(_l("What"))
    since = Day(_l("From"))
    until = Day(_l("Up to and including"))

    @property
    def in_use(self) -> int:
        """How many of the filters are set."""
        return sum(bool(field.data) for field in (self.user, self.act, self.since, self.until))
