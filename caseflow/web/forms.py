"""The base of all forms: strips what is typed, and refuses what no database takes."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar
from uuid import uuid4

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import FieldList, FileField, FormField, HiddenField
from wtforms.fields.core import Field, UnboundField
from wtforms.validators import StopValidation

UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters and lone surrogates: PostgreSQL refuses some of them, and nobody types them on purpose."""


RESUMED = "resumed"
"""The name of the hidden field that says: this was typed before the session ended."""


class StorableText:
    """Refuses characters that cannot be stored."""

    field_flags: ClassVar[dict[str, Any]] = {}

    def __call__(self, form: Any, field: Field) -> None:
        """Check one field.

        Raises:
            StopValidation: the text holds an unstorable character.
        """
        if isinstance(field.data, str) and UNSTORABLE.search(field.data):
            raise StopValidation(
                _l(
                    "This text contains a character that cannot be stored. Type it again instead of pasting it."
                )
            )


def once_key() -> str:
    """Return a new key, by which one sending of a form is told from another."""
    return uuid4().hex


def strip(value: Any) -> Any:
    """Take the white space off both ends, with one kind of line end."""
    typed = isinstance(value, str) and not isinstance(
        value, StrEnum
    )  # a word of a vocabulary stays that word
    return value.replace("\r\n", "\n").strip() if typed else value


class Form(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """A form of caseflow."""

    once = HiddenField(default=once_key)

    def is_submitted(self) -> bool:
        """Whether it was sent to be acted upon; a kept form that comes back is shown again, filled in."""
        return bool(super().is_submitted()) and RESUMED not in request.form

    def refuse(self, name: str, text: str) -> None:
        """Say what cannot be beside the field that caused it, or above the form when a button did."""
        if name in self:
            self[name].errors = [*self[name].errors, text]
        else:
            self.form_errors.append(text)

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # flask-wtf has no types
        """How fields are bound."""

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Leave out a file that was sent where the form asks for a text."""
            sent = super().wrap_formdata(form, formdata)
            if not isinstance(sent, CombinedMultiDict):
                return sent
            asked = {field.name for field in form if isinstance(field, FileField)}
            files = [(name, file) for name, file in request.files.items(multi=True) if name in asked]
            return CombinedMultiDict([MultiDict(files), request.form])

        def bind_field(self, form: Any, unbound: "UnboundField[Field]", options: dict[str, Any]) -> Field:
            """Strip every text, and check that it can be stored."""
            if issubclass(unbound.field_class, (FieldList, FormField)):
                return unbound.bind(form=form, **options)  # what is within them is bound on its own
            filters: Sequence[Any] = unbound.kwargs.get("filters", ())
            field = unbound.bind(form=form, filters=[strip, *filters], **_without_filters(options))
            field.validators = [StorableText(), *field.validators]
            return field


def _without_filters(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != "filters"}
