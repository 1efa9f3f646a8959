"""Everything that a reader of a world may read, as table and id: the oracle, asked about each thing there is."""

from collections.abc import Iterator
from uuid import uuid5

from tests.access.oracle import Reader
from tests.access.things import Case, Entry, Link

WHOLE_FILE = ("case_brief", "former_director", "phase_change", "closure", "closure_proposal")
"""Of which every case in a world has one row."""

Found = Iterator[tuple[str, object]]


def visible(asking: Reader) -> set[tuple[str, str]]:
    """Return all that a user may read at a moment."""
    return {(table, str(row)) for part in (_directory, _cases, info_requests) for table, row in part(asking)}


def _directory(asking: Reader) -> Found:
    world = asking.world
    yield from (("person", person) for person in world.persons if asking.knows_person(person))
    for user in world.users:
        if asking.knows_user(user):
            yield from (("user", user.id), ("user_role", user.id))
    yield from (("organisation", one) for one in world.organisations if asking.knows_organisation(one))
    if asking.has_directory:
        yield from ((table, "other") for table in ("basis_rule", "usual_cell", "usual_reason"))
        yield from (("sharing_agreement", one) for one in world.organisations)
    yield from (("team", team) for team, _ in world.teams if asking.knows_team(team))
    yield from (
        ("person_exclusion", one.id) for one in world.person_exclusions if asking.reads_person_exclusion(one)
    )
    yield from (("person_tie", one.id) for one in world.person_ties if asking.reads_tie(one))


def _cases(asking: Reader) -> Found:
    for case in asking.world.cases:
        for part in (_head, _people, _follow_up, _links, _entries, release_requests):
            yield from part(asking, case)


def _head(asking: Reader, case: Case) -> Found:
    if asking.case_exists(case):
        yield "case", case.id
    if asking.opens_wholly(case):
        yield from ((table, case.id) for table in WHOLE_FILE)
        yield from (("deputy", deputy.id) for deputy in case.deputies)
    if asking.has_seat(case):
        yield "earlier_text", case.id
        for one in case.consents:
            yield "consent", one.id
            yield from (("consent_category", f"{one.id} {category}") for category in one.categories)
    if asking.reads_log(case):
        yield "audit_row", case.id


def _people(asking: Reader, case: Case) -> Found:
    for party in case.parties:
        if asking.party_exists(case, party.id):
            yield "party", party.id
        if asking.identifies(case, party.id):
            yield "party_role", party.id
    for one in case.relationships:
        if asking.reads_relationship(case, one):
            yield "relationship", one.id


def _follow_up(asking: Reader, case: Case) -> Found:
    for exclusion in case.exclusions:
        if asking.reads_exclusion(case, exclusion):
            yield "exclusion", exclusion.id
    for glass in case.broken_glass:
        if asking.reads_broken_glass(case, glass):
            yield "break_glass", glass.id
    for milestone in case.milestones:
        if asking.reads_milestone(case, milestone):
            yield "milestone", milestone.id


def _links(asking: Reader, case: Case) -> Found:
    for link in case.links:
        if asking.reads_link(case, link):
            yield "link", link.id
        if asking.reads_inside_link(case, link):
            yield from _of_link(link)
        cells = (cell for cell in link.cells if asking.reads_cell(case, link, cell))
        yield from (("scope_cell", f"{link.id} {party} {category}") for party, category in cells)
        if asking.opens_wholly(case):
            yield "link_weighing", link.id
        if asking.has_seat(case):
            yield from ((table, link.id) for table in ("link_answer", "link_deed"))


def _of_link(link: Link) -> Found:
    yield "link_purpose", link.id
    yield from (("link_professional", f"{link.id} {user}") for user in link.professionals)
    yield from (("party_label", f"{link.id} {party}") for party in {party for party, _ in link.cells})


def info_requests(asking: Reader) -> Found:
    """Yield what organisations ask each other for, and what was answered."""
    for one in asking.world.info_requests:
        if asking.reads_info_request(one):
            yield "info_request", one.id
            case = asking.case_with_id(one.case)
            parties = (party for party in one.parties if case and asking.party_exists(case, party))
            yield from (("info_request_party", f"{one.id} {party}") for party in parties)
        if asking.knows_where_it_lies(one):
            yield "info_request_place", one.id
        if asking.reads_answer(one):
            yield "info_answer", one.id
        if asking.reads_why(one):
            yield "info_answer_note", one.id


def release_requests(asking: Reader, case: Case) -> Found:
    """Yield what was asked of the sources of entries."""
    for entry in case.entries:
        for one in entry.release_requests:
            if asking.reads_release_request(case, entry, one):
                yield "release_request", one.id


def _entries(asking: Reader, case: Case) -> Found:
    for entry in case.entries:
        if asking.reads(case, entry):
            yield from _of_entry(entry)
            yield from _beside_entry(asking, case, entry)
            yield from _told_of_entry(asking, case, entry)


def _of_entry(entry: Entry) -> Found:
    for table in ("entry", entry.kind, "search_terms", "search_token"):
        yield table, entry.id


def _beside_entry(asking: Reader, case: Case, entry: Entry) -> Found:
    if asking.knows_origin(case, entry):
        yield "entry_origin", entry.id
    if asking.has_seat(case):
        yield "entry_version", entry.id
        yield from (("word_check", uuid5(entry.id, str(one))) for one in range(1, len(entry.held) + 1))
    parties = (party for party in entry.concerns if asking.party_exists(case, party))
    yield from (("entry_concern", f"{entry.id} {party}") for party in parties)


def _told_of_entry(asking: Reader, case: Case, entry: Entry) -> Found:
    seated, me = asking.has_seat(case), asking.user
    for disclosure in entry.disclosures:
        if seated or disclosure.user == me.id:
            yield "entry_disclosure", disclosure.id
        if seated:
            yield "disclosure_note", disclosure.id
    organisations = entry.released_to if seated else entry.released_to & {me.organisation}
    yield from (("entry_release", f"{entry.id} {organisation}") for organisation in organisations)
    if seated and entry.released_to:
        yield "release_note", entry.id
