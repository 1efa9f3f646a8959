"""Ways to ask a guarded session for entries. Each is told which ids there are, and returns those that it got."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import ScalarSelect, bindparam, exists, func, literal, select, union_all
from sqlalchemy.orm import Session, aliased, with_polymorphic

from caseflow import models
from caseflow.access.named import THROUGH_ALL, about, about_entries, about_seats, opening
from caseflow.access.seated import SEAT, WITH_SEATS
from caseflow.models import Entry, EntryConcern, Party

Ask = Callable[[Session, set[UUID]], set[UUID]]
WAYS: dict[str, Ask] = {}


def _way(ask: Ask) -> Ask:
    WAYS[ask.__name__] = ask
    return ask


@_way
def entities(session, _ids):
    return {entry.id for entry in session.scalars(select(Entry))}


@_way
def columns(session, _ids):
    return {row.id for row in session.execute(select(Entry.id, Entry.body))}


@_way
def core_column_of_the_entity(session, _ids):
    return set(session.scalars(select(Entry.id).select_from(Entry)))


@_way
def an_alias(session, _ids):
    other = aliased(Entry)
    return {entry.id for entry in session.scalars(select(other))}


@_way
def columns_of_two_aliases(session, _ids):
    one, other = aliased(Entry), aliased(Entry)
    return set(session.scalars(select(other.id).join(one, one.id == other.id)))


@_way
def every_kind_by_its_class(session, _ids):
    kinds = (models.Contact, models.Decision, models.Voice, models.Incident)
    return {entry.id for kind in kinds for entry in session.scalars(select(kind))}


@_way
def columns_of_every_kind(session, _ids):
    kinds = (models.Contact, models.Decision, models.Voice, models.Incident)
    return {found for kind in kinds for found in session.scalars(select(kind.id))}


@_way
def aliases_of_every_kind(session, _ids):
    kinds = (models.Contact, models.Decision, models.Voice, models.Incident)
    return {found for kind in kinds for found in session.scalars(select(aliased(kind, flat=True).id))}


@_way
def all_kinds_at_once(session, _ids):
    return {entry.id for entry in session.scalars(select(with_polymorphic(Entry, "*")))}


@_way
def an_alias_of_all_kinds_at_once(session, _ids):
    return {entry.id for entry in session.scalars(select(with_polymorphic(Entry, "*", flat=True)))}


@_way
def saying_about_which_case(session, _ids):
    here = select(Entry.id).where(Entry.case_id == bindparam("case_id"))
    cases = session.scalars(select(models.Case.id)).all()
    return {
        found
        for case in cases
        for found in session.scalars(here, {"case_id": case}, execution_options=about(case))
    }


@_way
def saying_about_which_entries(session, ids):
    cases = session.scalars(select(models.Case.id)).all()
    return {
        found
        for case in cases
        for found in session.scalars(select(Entry.id), execution_options=about(case, ids))
    }


@_way
def saying_about_which_entries_of_any_case(session, ids):
    return set(session.scalars(select(Entry.id), execution_options=about_entries(ids)))


@_way
def asking_for_ids_and_then_for_what_they_are(session, _ids):
    here = select(Entry.id).where(Entry.case_id == bindparam("case_id"))
    found = set()
    for case in session.scalars(select(models.Case.id)).all():
        ids = session.scalars(here, {"case_id": case}, execution_options=opening(case)).all()
        found |= {
            row.id
            for row in session.execute(select(Entry.id, Entry.body), execution_options=about(case, ids))
        }
    return found


@_way
def going_through_all(session, _ids):
    return {row.id for row in session.execute(select(Entry.id, Entry.body), execution_options=THROUGH_ALL)}


@_way
def from_the_seat_that_one_was_found_to_have(session, _ids):
    cases = session.execute(select(models.Case.id, SEAT), execution_options=WITH_SEATS).all()
    here = select(Entry.id).where(Entry.case_id == bindparam("case_id"))
    return {
        found
        for case in cases
        for found in session.scalars(here, {"case_id": case.id}, execution_options=about(case.id))
    }


@_way
def from_all_seats_together(session, _ids):
    cases = session.execute(select(models.Case.id, SEAT), execution_options=WITH_SEATS).all()
    seats = [case.id for case in cases if case.seat is not None]
    others = select(Entry.id).where(Entry.case_id.not_in(seats))
    return {
        *session.scalars(select(Entry.id), execution_options=about_seats(seats)),
        *session.scalars(others),
    }


@_way
def a_join_from_the_case(session, _ids):
    joined = select(Entry.id).select_from(models.Case).join(Entry, Entry.case_id == models.Case.id)
    return set(session.scalars(joined))


@_way
def an_outer_join_from_the_case(session, _ids):
    joined = select(Entry.id).select_from(models.Case).outerjoin(Entry, Entry.case_id == models.Case.id)
    return set(session.scalars(joined)) - {None}


@_way
def two_entities_in_one_row(session, _ids):
    pairs = select(Entry, models.EntryVersion).outerjoin(
        models.EntryVersion, models.EntryVersion.entry_id == Entry.id
    )
    return {entry.id for entry, _ in session.execute(pairs)}


@_way
def counting(session, ids):
    return {one for one in ids if session.scalar(select(func.count(Entry.id)).where(Entry.id == one))}


@_way
def counting_rows_of_a_subquery(session, ids):
    def question(one):
        return select(func.count()).select_from(select(Entry.id).where(Entry.id == one).subquery())

    return {one for one in ids if session.scalar(question(one))}


@_way
def probing_with_exists(session, ids):
    organisation = select(models.Organisation.id)
    return {
        one
        for one in ids
        if session.scalars(organisation.where(exists().where(Entry.id == one)).limit(1)).first()
    }


@_way
def probing_with_exists_over_an_alias(session, ids):
    other = aliased(Entry)
    return {one for one in ids if session.scalar(select(select(other).where(other.id == one).exists()))}


@_way
def probing_by_text(session, ids):
    return {
        one for one in ids if session.scalar(select(select(Entry.id).where(Entry.body == str(one)).exists()))
    }


@_way
def getting_by_id(session, ids):
    return {one for one in ids if session.get(Entry, one)}


@_way
def getting_anew(session, ids):
    return {one for one in ids if session.get(Entry, one, populate_existing=True)}


@_way
def a_subquery(session, _ids):
    inner = select(Entry.id, Entry.body).subquery()
    return set(session.scalars(select(inner.c.id)))


@_way
def an_entity_of_a_subquery(session, _ids):
    inner = aliased(Entry, select(Entry).subquery())
    return {entry.id for entry in session.scalars(select(inner))}


@_way
def a_common_table_expression(session, _ids):
    inner = select(Entry.id).cte()
    return set(session.scalars(select(inner.c.id)))


@_way
def a_union(session, _ids):
    halves = (
        select(Entry.id).where(Entry.category == "safety"),
        select(Entry.id).where(Entry.category != "safety"),
    )
    return set(session.scalars(union_all(*halves)))


@_way
def entities_of_a_union(session, _ids):
    halves = select(Entry).where(Entry.category == "safety"), select(Entry).where(Entry.category != "safety")
    return {entry.id for entry in session.scalars(select(aliased(Entry, union_all(*halves).subquery())))}


@_way
def in_a_list_of_ids(session, _ids):
    return set(session.scalars(select(Entry.id).where(Entry.id.in_(select(Entry.id)))))


@_way
def a_scalar_subquery(session, ids):
    def body(one) -> ScalarSelect:
        return select(Entry.body).where(Entry.id == one).scalar_subquery()

    return {one for one in ids if session.scalar(select(body(one)))}


@_way
def a_correlated_subquery(session, _ids):
    about = aliased(Entry)
    newest = select(about.id).where(about.id == Entry.id).correlate(Entry).scalar_subquery()
    return set(session.scalars(select(newest).select_from(Entry))) - {None}


@_way
def a_window(session, _ids):
    ranked = select(Entry.id, func.row_number().over(order_by=Entry.occurred_at).label("place")).subquery()
    return set(session.scalars(select(ranked.c.id).where(ranked.c.place > 0)))


@_way
def a_lateral_join(session, _ids):
    if session.get_bind().dialect.name == "sqlite":
        return columns(session, _ids)
    of_case = select(Entry.id).where(Entry.case_id == models.Case.id).lateral()
    return set(session.scalars(select(of_case.c.id).select_from(models.Case).join(of_case, literal(1) == 1)))


@_way
def a_legacy_query(session, _ids):
    return {entry.id for entry in session.query(Entry).all()}


@_way
def through_a_concern(session, _ids):
    joined = select(Entry.id).join(EntryConcern, EntryConcern.entry_id == Entry.id)
    return set(session.scalars(joined)) | columns(session, _ids)


@_way
def through_an_alias_of_a_concern(session, _ids):
    concern, party = aliased(EntryConcern), aliased(Party)
    joined = (
        select(Entry.id)
        .outerjoin(concern, concern.entry_id == Entry.id)
        .outerjoin(party, party.id == concern.party_id)
    )
    return set(session.scalars(joined))
