"""Writing down an action: what one organisation does, with one owner."""

from typing import Any

from flask_babel import lazy_gettext as _l

from caseflow.casefile.forms.entry import EntryForm
from caseflow.casefile.forms.fields import LongLine, Scale
from caseflow.casefile.instruments import ACTION_DOMAINS
from caseflow.models.vocabulary import ActionStatus, Category, EntryKind, Phase
from caseflow.web.fields import Day, Needed, OneOf, Paragraph, Pick, Word, options_of
from caseflow.web.labels.measuring import LIFE_DOMAINS
from caseflow.web.terms import term

FIT = (
    (0, _l("0 – does not fit at all")),
    (1, _l("1 – hardly fits")),
    (2, _l("2 – fits in part")),
    (3, _l("3 – fits well")),
    (4, _l("4 – fits exactly")),
)


class Domain(OneOf):
    """A life domain; one that stands on the entry already may stay."""

    def __init__(self, label: Any, **more: Any) -> None:
        choices = options_of(
            ((code, LIFE_DOMAINS[code]) for code in ACTION_DOMAINS), empty=_l("Not filled in")
        )
        super().__init__(label, (), str, choices=choices, **more)

    def process_data(self, value: Any) -> None:
        """Show what stands on the entry."""
        super().process_data(value)
        if value and value not in ACTION_DOMAINS:
            self.choices = [*(self.choices or ()), *options_of([(value, term(value))])]


class ActionForm(EntryForm):
    """Something that one organisation does."""

    kind = EntryKind.ACTION
    default_category = Category.CARE
    organisations = ("owner_organisation_id",)
    users = ("owner_id",)

    title = LongLine(_l("What will be done?"), [Needed(_l("Fill in what will be done."))])
    owner_organisation_id = Pick(_l("Which organisation does it?"), [Needed(_l("Choose an organisation."))])
    owner_id = Pick(_l("Who at that organisation?"), empty=_l("Not yet known"))
    domain = Domain(_l("Life domain"))
    phase = Word(_l("In which phase?"), Phase, empty=_l("Not filled in"))
    due_on = Day(_l("Due on"))
    status = Word(_l("How far is it?"), ActionStatus, empty=_l("Not filled in"))
    started_on = Day(_l("Started on"))
    ended_on = Day(_l("Ended on"))
    fit = Scale(_l("Does this help fit the need?"), FIT)
    body = Paragraph(_l("Explanation"))
