"""A statement that says about which case or entries it asks gets no other rows than one that does not say so."""

from itertools import product

import pytest
from sqlalchemy import select

from caseflow import models
from caseflow.access.named import about
from caseflow.access.policy import READ
from tests.access.asking import asking, may_write
from tests.access.loading import load
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
