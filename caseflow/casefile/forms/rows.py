"""Lists on a form that grow by a button, with or without JavaScript."""

from collections.abc import Iterator
from typing import Any

from wtforms import Field, FieldList, FormField
from wtforms.fields.core import UnboundField

from caseflow.casefile.forms.fields import LongLine
from caseflow.web.forms import Form

MAX_ROWS = 100
"""The most rows of one list that a form takes: far more than anybody types."""


class Row(Form):
    """A row of a list: sent and guarded with the form around it."""

    once = None  # type: ignore[assignment]  # takes the field out

    class Meta(Form.Meta):
        """How the row is bound."""

        csrf = False


class Rows(FieldList):  # type: ignore[type-arg]  # it has a type argument in its stubs only
    """A list that grows by a button; empty rows are left out."""

    def __init__(self, row: Any, label: Any = None, **more: Any) -> None:
        super().__init__(row, label, min_entries=1, max_entries=MAX_ROWS, **more)

    @property
    def typed(self) -> Any:
        """What was typed, without empty rows."""
        raise NotImplementedError

    def first_control(self) -> Field:
        """Return where a message about the whole list stands."""
        first = self.entries[0]
        control: Field = next(iter(first.form)) if isinstance(first, FormField) else first
        return control

    def grow(self) -> None:
        """Add an empty row, unless there are too many."""
        if len(self.entries) < MAX_ROWS:
            self.append_entry()

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:
        """Yield the numbers of the rows that were sent: plain digits only, and none that is absurdly large."""
        for name in formdata:
            number = name[len(prefix) + 1 :].split("-", 1)[0] if name.startswith(f"{prefix}-") else ""
            if number.isascii() and number.isdigit() and int(number[:6]) < MAX_ROWS:
                yield int(number[:6])


class Texts(Rows):
    """A list of texts, one a row."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(UnboundField(LongLine, label), label, **more)

    @property
    def typed(self) -> tuple[str, ...]:
        """The texts that were typed."""
        return tuple(row.data for row in self.entries if row.data)
