"""The forms that the gallery shows: one of every kind of field."""

from wtforms import (
    BooleanField,
    DateField,
    FileField,
    Form,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

KINDS = {"contact": "Contact", "incident": "Incident", "voice": "Stem van een betrokkene"}
PARTIES = {"a": "Noor Voorbeeld", "b": "Bram Voorbeeld", "c": "Kind C"}
CERTAINTIES = {"observed": "Zelf gezien", "reported": "Gemeld door iemand", "suspected": "Vermoeden"}


def choices(labels: dict[str, str]) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in labels.items()]


class EntryForm(Form):
    """Every kind of field once."""

    version = HiddenField(default="3")
    title = StringField("Onderwerp", [InputRequired("Vul een onderwerp in")])
    kind = SelectField("Soort", choices=choices(KINDS))
    occurred_on = DateField("Datum", [InputRequired("Vul een datum in, zoals 3-3-2026")])
    body = TextAreaField("Wat is er gebeurd?", [InputRequired("Schrijf op wat er gebeurd is")])
    certainty = RadioField(
        "Hoe zeker is dit?",
        [InputRequired("Kies hoe zeker dit is")],
        choices=choices(CERTAINTIES),
    )
    concerns = SelectMultipleField(
        "Over wie gaat dit?",
        [InputRequired("Kies minstens één persoon")],
        choices=choices(PARTIES),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    directors_only = BooleanField("Alleen de regisseur mag dit lezen")
    file = FileField("Document")
