"""What the timeline can be filtered by: ids, codes and days only, because they stand in the address."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from caseflow.casefile.timeline import Wanted
from caseflow.models.vocabulary import Category, EntryKind
from caseflow.web.fields import Day, Pick, Word
from caseflow.web.forms import Form


class FilterForm(Form):
    """The filter above the timeline."""

    once = None  # type: ignore[assignment]  # takes the field out

    class Meta(Form.Meta):
        """It only asks."""

        csrf = False

    kind = Word(_l("Kind"), EntryKind, empty=_l("All kinds"))
    category = Word(_l("Category"), Category, empty=_l("All categories"))
    party = Pick(_l("About"), empty=_l("Everybody"))
    source = Pick(_l("Source"), empty=_l("All sources"))
    from_on = Day(_l("From"), name="from")
    until_on = Day(_l("Up to and including"), name="until")

    @classmethod
    def asked(
        cls, args: Any, parties: Iterable[tuple[UUID, str]], sources: Iterable[tuple[UUID, str]]
    ) -> "FilterForm":
        """Return the filter as the address says it."""
        form = cls(formdata=args)
        form.party.offer(parties)
        form.source.offer(sources)
        form.validate()
        return form

    def wanted(self, *, older_than: UUID | None, newer_than: UUID | None) -> Wanted:
        """Return what was asked for; a field with an error asks for nothing."""
        said = {name: None if field.errors else field.data for name, field in self._fields.items()}
        return Wanted(
            kind=said["kind"],
            category=said["category"],
            party_id=said["party"],
            source_id=said["source"],
            from_on=said["from_on"],
            until_on=said["until_on"],
            older_than=older_than,
            newer_than=newer_than,
        )

    @property
    def address(self) -> dict[str, str]:
        """What of the filter stands in the address."""
        asked = (self.kind, self.category, self.party, self.source, self.from_on, self.until_on)
        return {field.name: str(field.data) for field in asked if field.data and not field.errors}
