"""Forms for the people of a case."""

from flask_babel import lazy_gettext as _l

from caseflow.cases.parties.actions import NewParty, NewRole, PersonFacts
from caseflow.cases.parties.relationships import RelationshipFacts
from caseflow.cases.words import Gender, PartyRoleKind, RelationshipKind
from caseflow.web.fields import Day, Line, Needed, Paragraph, Pick, VersionField, Word
from caseflow.web.forms import Form
from caseflow.web.given import given


class FindForm(Form):
    """A name to look for."""

    name = Line(_l("Name or a part of it"), [Needed(_l("Fill in a name, or a part of it."))])


class FirstRoleForm(Form):
    """In which role somebody joins the case, if that is known."""

    role = Word(_l("Role"), PartyRoleKind, empty=_l("Not known yet"))
    from_on = Day(_l("Since"))
    source = Pick(_l("According to"))

    def first_role(self) -> NewRole | None:
        """Return the role, if one was chosen."""
        if self.role.data is None:
            return None
        return NewRole(self.role.data, self.from_on.data, None, self.source.data)


class PersonFields(Form):
    """Who somebody is."""

    name = Line(
        _l("Name"), [Needed(_l("Fill in a name. Not known? Write what you do know, such as “neighbour”."))]
    )
    born_on = Day(_l("Date of birth"))
    gender = Word(_l("Gender"), Gender, empty=_l("Not filled in"))


class NewPersonForm(PersonFields, FirstRoleForm):
    """Somebody new, with their role."""

    def command(self) -> NewParty:
        """Return what was asked."""
        facts = PersonFacts(given(self.name.data), self.born_on.data, None, self.gender.data)
        return NewParty(facts, self.first_role())


class PersonForm(PersonFields):
    """Who somebody is, as it was shown."""

    died_on = Day(_l("Died on"))
    version = VersionField()

    def facts(self) -> PersonFacts:
        """Return what was filled in."""
        return PersonFacts(given(self.name.data), self.born_on.data, self.died_on.data, self.gender.data)


class RoleForm(Form):
    """A role that a party has in the case."""

    role = Word(_l("Role"), PartyRoleKind, [Needed(_l("Choose the role."))], empty=_l("Make a choice"))
    from_on = Day(_l("Since"))
    until_on = Day(_l("Until"))
    source = Pick(_l("According to"))

    def command(self) -> NewRole:
        """Return what was asked."""
        return NewRole(given(self.role.data), self.from_on.data, self.until_on.data, self.source.data)


class EndRoleForm(Form):
    """Until when a party had a role."""

    until_on = Day(_l("Until"), [Needed(_l("Fill in the day on which it ended."))])


class RelationshipForm(Form):
    """How one party stands to another."""

    from_party_id = Pick(_l("Who"), [Needed(_l("Choose somebody."))])
    kind = Word(
        _l("Is"), RelationshipKind, [Needed(_l("Choose the relationship."))], empty=_l("Make a choice")
    )
    to_party_id = Pick(_l("Of or with whom"), [Needed(_l("Choose somebody."))])
    since = Day(_l("Since"))
    until = Day(_l("Until"))
    note = Paragraph(_l("Note"))

    def facts(self) -> RelationshipFacts:
        """Return what was filled in."""
        return RelationshipFacts(
            from_party_id=given(self.from_party_id.data),
            to_party_id=given(self.to_party_id.data),
            kind=given(self.kind.data),
            since=self.since.data,
            until=self.until.data,
            note=self.note.data,
        )


class RelationshipEditForm(RelationshipForm):
    """The same, as it was shown."""

    version = VersionField()


class VersionForm(Form):
    """A button about something as it was shown."""

    version = VersionField()
