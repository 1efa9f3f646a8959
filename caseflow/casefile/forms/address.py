"""Writing down where somebody can be found or reached."""

from typing import Any, Self

from flask_babel import lazy_gettext as _l

from caseflow.access.actor import Actor
from caseflow.casefile.forms.choices import Choices
from caseflow.casefile.forms.entry import EntryForm
from caseflow.models.vocabulary import AddressUse, Category, EntryKind
from caseflow.web.fields import Day, Needed, Paragraph, Pick, Word


class AddressForm(EntryForm):
    """An address, a telephone number, or another place; always in the category whereabouts."""

    kind = EntryKind.ADDRESS
    default_category = Category.WHEREABOUTS
    parties = ("party_id",)

    party_id = Pick(_l("Of whom?"), [Needed(_l("Choose whose address it is."))])
    use = Word(
        _l("What kind of address is it?"), AddressUse, [Needed(_l("Choose what kind of address it is."))]
    )
    text = Paragraph(_l("Address, number or place"), [Needed(_l("Fill in the address, number or place."))])
    from_on = Day(_l("From"))
    until_on = Day(_l("Until"))
    safe_contact = Paragraph(_l("How to make contact safely"))
    body = Paragraph(_l("More about this address"))

    @classmethod
    def blank(cls, choices: Choices, actor: Actor, **defaults: Any) -> Self:
        """Return the form for a new address: protected until the writer says otherwise, for a shelter is one too."""
        return super().blank(choices, actor, **({"protected": True} | defaults))
