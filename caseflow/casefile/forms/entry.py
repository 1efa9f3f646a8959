"""The part of the form that every kind of entry has."""

from dataclasses import fields, replace
from typing import Any, ClassVar, Self

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField

from caseflow.access.actor import Actor
from caseflow.casefile.drafts import EntryDraft
from caseflow.casefile.forms.choices import Choices
from caseflow.casefile.forms.fields import Moment
from caseflow.casefile.forms.rows import Rows
from caseflow.casefile.kinds import DATA_OF, Data
from caseflow.models.vocabulary import Category, Certainty, EntryKind, Onward
from caseflow.web.fields import Needed, Paragraph, Pick, Picks, Word
from caseflow.web.forms import Form

COMMON = (
    "occurred_at",
    "category",
    "concerns",
    "source_id",
    "source_confidential",
    "certainty",
    "directors_only",
    "protected",
    "onward",
    "released_to",
    "body",
    "statement",
)
"""What a form of any kind can change."""
TO_DISCLOSE = ("source_id", "directors_only", "protected", "released_to")
"""What is decided only by who may disclose."""


class EntryForm(Form):
    """What every entry says, whatever its kind."""

    kind: ClassVar[EntryKind]
    default_category: ClassVar[Category] = Category.SAFETY
    parties: ClassVar[tuple[str, ...]] = ()
    organisations: ClassVar[tuple[str, ...]] = ()
    users: ClassVar[tuple[str, ...]] = ()

    version = HiddenField()
    occurred_at = Moment(_l("When did it happen?"), [Needed(_l("Fill in when it happened."))])
    category = Word(_l("What is it about?"), Category, [Needed(_l("Choose what it is about."))], empty=None)
    concerns = Picks(_l("Whom is it about?"), [Needed(_l("Tick at least one person."))])
    body = Paragraph(_l("What happened?"))
    certainty = Word(_l("How sure is it?"), Certainty, empty=_l("Not filled in"))
    statement = Paragraph(_l("What the person concerned says about it"))
    source_id = Pick(_l("Where does it come from?"), [Needed(_l("Choose where it comes from."))], empty=None)
    source_confidential = BooleanField(_l("Keep the source secret"))
    onward = Word(_l("May other partners read it?"), Onward, empty=None)
    released_to = Picks(_l("The source agreed that these organisations read it"))
    directors_only = BooleanField(_l("Only for directors"))
    protected = BooleanField(_l("Protected: no partner may read this place"))

    @classmethod
    def blank(cls, choices: Choices, actor: Actor, **defaults: Any) -> Self:
        """Return the form for a new entry."""
        category = cls.default_category if cls.default_category in choices.categories else None
        first = {
            "occurred_at": actor.now.replace(second=0, microsecond=0),
            "category": category,
            "source_id": choices.own_organisation_id,
            "onward": Onward.FREE,
        }
        return cls(data=first | defaults).offering(choices)

    @classmethod
    def of(cls, draft: EntryDraft, choices: Choices) -> Self:
        """Return the form for an entry that stands."""
        common = {name: getattr(draft, name) for name in COMMON}
        return cls(data=common | cls.shown(draft.data)).offering(choices)

    @classmethod
    def shown(cls, data: Data) -> dict[str, Any]:
        """Return what the kind's own fields show of an entry that stands."""
        return {field.name: getattr(data, field.name) for field in fields(data)}

    def facts(self) -> Data:
        """Return what the kind's own fields say."""
        shape = DATA_OF[self.kind]
        return shape(**{field.name: self.typed(field.name) for field in fields(shape)})

    def typed(self, name: str) -> Any:
        """Return what stands in a field, or in the rows of a list."""
        field = self[name]
        return field.typed if isinstance(field, Rows) else field.data

    def new_draft(self, actor: Actor) -> EntryDraft:
        """Return the entry that was typed, written now by who typed it."""
        common = {name: self[name].data for name in COMMON if name in self}
        written = {"recorded_at": actor.now, "author_id": actor.user_id}
        return EntryDraft(**({"source_id": actor.organisation_id} | common | written), data=self.facts())

    def changed(self, draft: EntryDraft) -> EntryDraft:
        """Return an entry that stands, with what was typed."""
        common = {name: self[name].data for name in COMMON if name in self}
        return replace(draft, **common, data=self.facts())

    def add_row(self, name: str) -> None:
        """Let one of the lists grow by an empty row."""
        rows = self._fields.get(name)
        if isinstance(rows, Rows):
            rows.grow()

    def complain(self, name: str, text: str) -> None:
        """Put a message beside a field: in the first row of a list, and above the form for what it does not show."""
        field = self._fields.get(name)
        if field is None:
            self.form_errors.append(text)
            return
        if isinstance(field, Rows):
            field.errors = [*field.errors, text]
            field = field.first_control()
        field.errors = [*field.errors, text]

    def offering(self, choices: Choices) -> Self:
        """Fill the lists, and leave out what is not for this reader."""
        if not choices.may_disclose:
            for name in TO_DISCLOSE:
                del self[name]
        self.category.offer(choices.categories)
        for names, named in self._lists(choices):
            for name in names:
                if name in self:
                    self[name].offer(named)
        return self

    def _lists(self, choices: Choices) -> tuple[tuple[tuple[str, ...], Any], ...]:
        return (
            (("concerns", *self.parties), choices.parties),
            (("source_id", "released_to", *self.organisations), choices.organisations),
            (self.users, choices.users),
        )
