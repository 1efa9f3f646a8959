"""One synthetic case: parties, relationships, links, milestones and entries, as rows."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from caseflow import models
from caseflow.casefile.indexing import search_rows
from caseflow.casefile.rows import (
    MODEL_OF,
    PlacedRow,
    audience_rows,
    child_rows,
    detail_row,
    entry_row,
    origin_row,
)
from caseflow.models.vocabulary import (
    Basis,
    Category,
    ClosureReason,
    Gender,
    PartyRoleKind,
    Phase,
    RelationshipKind,
)
from caseflow.schedule.milestones import KINDS
from caseflow.seeding.chance import TODAY, Chance
from caseflow.seeding.entries import Setting, draw_entry
from caseflow.seeding.region import Partner, Region
from caseflow.seeding.words import FIRST_NAMES, LAST_NAMES

MEAN_ENTRIES = 30
MOST_ENTRIES = 400
YEARS_BACK = 6
MILESTONES = 12
LINKS = 4
SCOPE = (
    Category.IDENTITY, Category.SAFETY, Category.CARE, Category.EDUCATION, Category.HEALTH, Category.RELATIONS,
    Category.JUSTICE, Category.FINANCE,
)  # fmt: skip
ROLES = (
    PartyRoleKind.VICTIM,
    PartyRoleKind.PERPETRATOR,
    PartyRoleKind.CHILD_WITNESS,
    PartyRoleKind.CHILD_WITNESS,
    PartyRoleKind.GRANDPARENT,
    PartyRoleKind.NETWORK_SUPPORT,
)


def case_rows(region: Region, number: int, entries: int | None = None) -> Iterator[PlacedRow]:
    """Yield all rows of a case, parents before children; as many entries as are asked for, or as chance has it."""
    chance = region.chance
    team = region.teams[number % len(region.teams)]
    case_id, director_id = (
        chance.id(),
        team.director_ids[number // len(region.teams) % len(team.director_ids)],
    )
    opened_on = TODAY - timedelta(days=chance.number(20, 365 * YEARS_BACK))
    yield (
        models.Case,
        {
            "id": case_id,
            "reference": f"ZV-{opened_on.year}-{number:06}",
            "organisation_id": region.municipality_id,
            "team_id": team.id,
            "director_id": director_id,
            "opened_on": opened_on,
            "version": 1,
        },
    )
    yield from _about_case(chance, case_id, opened_on)
    parties = list(_parties(chance, case_id, opened_on))
    yield from parties
    party_ids = tuple(row["id"] for model, row in parties if model is models.Party)
    yield from _relationships(chance, case_id, party_ids)
    partners = tuple(chance.some(region.partners, LINKS))
    yield from _links(chance, case_id, opened_on, party_ids, partners)
    yield from _milestones(chance, case_id, opened_on, director_id)
    days = min((TODAY - opened_on).days, 900)
    setting = Setting(case_id, opened_on, days, director_id, region.municipality_id, party_ids, partners)
    for _ in range(entries or chance.spread(MEAN_ENTRIES, MOST_ENTRIES)):
        yield from _entry(chance, setting)


def _about_case(chance: Chance, case_id: UUID, opened_on: date) -> Iterator[PlacedRow]:
    yield (
        models.CaseBrief,
        {
            "case_id": case_id,
            "municipality": "Zuiderveen",
            "brought_in_by_id": None,
            "problem_statement": "Terugkerend geweld waar kinderen getuige van zijn.",
            "goal": "Iedereen is duurzaam veilig.",
            "import_digest": None,
            "version": 1,
        },
    )
    for position, phase in enumerate(list(Phase)[: chance.number(1, 3)]):
        row = {
            "id": chance.id(),
            "case_id": case_id,
            "phase": phase,
            "position": position + 1,
            "reason": None,
        }
        yield models.PhaseChange, row | {"from_on": opened_on + timedelta(days=90 * position)}
    if chance.holds(0.6):
        row = {"id": chance.id(), "case_id": case_id, "closed_on": opened_on + timedelta(days=400)}
        more = {"reason": ClosureReason.SAFE_STABLE, "reviewed_by_id": None, "lessons": None}
        yield models.Closure, row | more | {"reopened_on": None}


def _parties(chance: Chance, case_id: UUID, opened_on: date) -> Iterator[PlacedRow]:
    for role in ROLES[: chance.number(3, len(ROLES))]:
        person_id, party_id = chance.id(), chance.id()
        years = chance.number(2, 17) if role is PartyRoleKind.CHILD_WITNESS else chance.number(20, 80)
        yield (
            models.Person,
            {
                "id": person_id,
                "key": f"p-{person_id.hex[:12]}",
                "name": f"{chance.one(FIRST_NAMES)} {chance.one(LAST_NAMES)}",
                "born_on": opened_on - timedelta(days=365 * years),
                "died_on": None,
                "gender": chance.one((Gender.FEMALE, Gender.MALE)),
                "research_objection_on": None,
                "version": 1,
            },
        )
        yield models.Party, {"id": party_id, "case_id": case_id, "person_id": person_id, "key": None}
        row = {"id": chance.id(), "party_id": party_id, "role": role, "from_on": opened_on}
        yield models.PartyRole, row | {"until_on": None, "source_id": None}


def _relationships(chance: Chance, case_id: UUID, party_ids: tuple[UUID, ...]) -> Iterator[PlacedRow]:
    for here, there in combinations(party_ids[:4], 2):
        row = {"id": chance.id(), "case_id": case_id, "from_party_id": here, "to_party_id": there}
        kind = chance.one((RelationshipKind.PARENT_OF, RelationshipKind.SIBLING, RelationshipKind.EX_PARTNER))
        yield (
            models.Relationship,
            row | {"kind": kind, "since": None, "until": None, "note": None, "version": 1},
        )


def _links(
    chance: Chance, case_id: UUID, opened_on: date, party_ids: tuple[UUID, ...], partners: tuple[Partner, ...]
) -> Iterator[PlacedRow]:
    for partner in partners:
        link_id = chance.id()
        from_at = chance.moment_after(opened_on, 10)
        yield (
            models.Link,
            {
                "id": link_id,
                "case_id": case_id,
                "organisation_id": partner.id,
                "basis": Basis.PUBLIC_TASK,
                "from_at": from_at,
                "until_at": from_at + timedelta(days=chance.one((365, 3650))),
                "revoked_at": None,
                "may_contribute": True,
                "version": 1,
            },
        )
        yield models.LinkPurpose, {"link_id": link_id, "purpose": "De eigen taak in deze casus."}
        weighing = {"case_id": case_id, "weighing": "Niet meer dan nodig."}
        yield models.LinkWeighing, {"link_id": link_id, **weighing}
        yield models.LinkProfessional, {"link_id": link_id, "user_id": chance.one(partner.user_ids)}
        yield from _scope(chance, link_id, party_ids)


def _scope(chance: Chance, link_id: UUID, party_ids: tuple[UUID, ...]) -> Iterator[PlacedRow]:
    chosen = chance.some(party_ids, chance.number(1, len(party_ids)))
    categories = chance.some(SCOPE, chance.number(2, 5))
    letters = chance.some("ABCDEFGHIJKLMNOPQRSTUVWXYZ", len(chosen))
    for party_id, letter in zip(chosen, letters, strict=True):
        yield models.PartyLabel, {"link_id": link_id, "party_id": party_id, "letter": letter}
        for category in categories:
            yield models.ScopeCell, {"link_id": link_id, "party_id": party_id, "category": category}


def _milestones(chance: Chance, case_id: UUID, opened_on: date, owner_id: UUID) -> Iterator[PlacedRow]:
    for kind in chance.some(KINDS, MILESTONES):
        due_on = opened_on + timedelta(days=chance.number(3, 500))
        done = due_on < TODAY and chance.holds(0.97)
        row = {"id": chance.id(), "case_id": case_id, "key": None, "kind": kind, "party_id": None}
        more = {"owner_id": owner_id, "due_on": due_on, "due_at": None, "done_on": due_on if done else None}
        yield models.Milestone, row | more | {"not_applicable": None, "result": None, "version": 1}


def _entry(chance: Chance, setting: Setting) -> Iterator[PlacedRow]:
    entry_id = chance.id()
    draft = draw_entry(chance, setting)
    yield models.Entry, entry_row(setting.case_id, entry_id, draft) | {"version": 1}
    yield MODEL_OF[draft.kind], detail_row(entry_id, draft.data)
    yield origin_row(setting.case_id, entry_id, draft)
    yield from audience_rows(entry_id, draft)
    yield from child_rows(entry_id, draft.data)
    yield from search_rows(entry_id, draft)
