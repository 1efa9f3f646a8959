"""A statement that says about which case or entries it asks gets no other rows than one that does not say so."""

from itertools import product

import pytest
from sqlalchemy import select

from caseflow import models
from caseflow.access.named import about, about_entries, about_seats
from caseflow.access.policy import READ
from caseflow.access.seated import SEAT, WITH_SEATS
from tests.access.asking import asking, everything, may_write
from tests.access.loading import load
from tests.access.oracle import reader
from tests.access.worlds import MOMENTS, numbered

OF_A_CASE = [
    model for model in READ if "case_id" in model.__table__.c and "entry_id" not in model.__table__.c
]
OF_AN_ENTRY = [model for model in READ if "entry_id" in model.__table__.c]


def rows(session, statement, model, **options):
    """Return rows by all their values: some tables have several for one entry."""
    return {tuple(row) for row in session.execute(statement.add_columns(*model.__table__.c), **options)}


def both(session, model, condition, options):
    """Return the rows of a statement that says what it is about, and of the same that does not."""
    here = select().select_from(model).where(condition)
    return rows(session, here, model, execution_options=options), rows(session, here, model)


@pytest.mark.parametrize("number", range(1))
def test_rows_of_a_named_case_are_the_rows_of_that_case(connection, number):
    world = numbered(number)
    load(connection, world)
    for user, case in product(world.users, world.cases):
        with asking(connection, user, MOMENTS[3]) as session:
            for model in OF_A_CASE:
                named, everything = both(session, model, model.case_id == case.id, about(case.id))
                assert named == everything, (model, user)


@pytest.mark.parametrize("writing", [True, False])
def test_whatever_a_statement_says_it_is_about_it_gives_no_row_more(connection, writing):
    """Nor to who is kept from another case: what is not seen by that stays unseen."""
    world = next(made for made in map(numbered, range(1000)) if kept_watcher(made))
    load(connection, world)
    for user, case in product(world.users, world.cases):
        ids = [entry.id for entry in case.entries]
        with may_write(writing), asking(connection, user, MOMENTS[3]) as session:
            rows = everything(session)
            session.execute(select(models.Case.id, SEAT), execution_options=WITH_SEATS).all()
            for said in (about(case.id), about(case.id, ids), about_entries(ids), about_seats([case.id])):
                assert everything(session, **said) <= rows, user


def kept_watcher(world):
    """Return a privacy officer who watches over a case, and is kept from another one."""
    watchers = (reader(world, user, MOMENTS[3]) for user in world.users if "privacy_officer" in user.roles)
    return next((one for one in watchers if {*map(one.watches, world.cases)} == {True, False}), None)


@pytest.mark.parametrize("writing", [True, False])
def test_rows_below_named_entries_are_the_rows_below_those_entries(connection, writing):
    world = numbered(0)
    load(connection, world)
    for user, case in product(world.users, world.cases):
        ids = [entry.id for entry in case.entries[::2]]
        with may_write(writing), asking(connection, user, MOMENTS[3]) as session:
            for model in OF_AN_ENTRY:
                named, everything = both(session, model, model.entry_id.in_(ids), about(case.id, ids))
                assert named == everything, (model, user)


def test_other_entries_of_the_case_are_left_out(connection):
    world = next(made for made in map(numbered, range(100)) if len(made.cases[0].entries) > 1)
    load(connection, world)
    case = world.cases[0]
    director = next(user for user in world.users if user.id == case.director)
    with asking(connection, director, MOMENTS[-1]) as session:
        concerned = session.scalars(
            select(models.Entry.id), execution_options=about(case.id, [case.entries[0].id])
        )
        assert {*concerned} <= {case.entries[0].id}
