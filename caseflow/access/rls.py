"""The second wall: the reading rules as row-level security of PostgreSQL, made from the same source (ADR 0007).

`wall()` is all of it as one text that may be run again: views with the columns that rules lean on, sets as functions,
grants, and policies for every table. A migration carries it frozen; a test says that what stands in a migrated
database is what is made here now.
"""

import inspect
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Table, literal_column

from caseflow.access import shown
from caseflow.access.aside import SCHEMA
from caseflow.access.asking import ALL_FOUND, FOUND_OPEN, MARK, NAMED_ENTRIES, SEAT_HERE
from caseflow.access.check import ON_A_CASE
from caseflow.access.policy import READ, nobody
from caseflow.access.rls_text import (
    Leant,
    Variables,
    answer_about,
    columns_of,
    condition,
    is_of_ids,
    members,
    note,
    setting,
)
from caseflow.access.rls_writes import (
    MOVED_ON,
    ONLY_GROWS,
    Check,
    check_of,
    points_to_what_is_known,
    somebody,
)
from caseflow.access.roles import ACTORS, SYSTEM
from caseflow.access.rules.entries import open_beside_seats, open_entries, with_its_entry
from caseflow.access.rules.watching import may_be_asked_after
from caseflow.access.writing import Row, RowRule, table_of
from caseflow.db import Base
from caseflow.models import Person

NOTHING: ColumnElement[Any] = literal_column("null")
ASKED_BESIDE: dict[str, tuple[str, ...]] = {
    "case": ("id", "reference", "director_id", "team_id"),
    "deputy": ("case_id", "user_id", "until_at"),
    "entry": ("id", "case_id"),
    "entry_origin": ("entry_id", "case_id", "author_id", "source_id"),
    "link": ("id", "case_id", "may_contribute"),
    "party": ("id", "case_id", "person_id"),
    "scope_cell": ("link_id", "party_id", "category"),
}
"""Columns that what may be done leans on, and no reading rule."""

TAKE_DOWN = f"""\
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = current_schema() LOOP
        EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename);
    END LOOP;
    FOR one IN SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY', one.relname);
        EXECUTE format('REVOKE ALL ON TABLE %I FROM {ACTORS}, {SYSTEM}', one.relname);
    END LOOP;
END $$;
DROP SCHEMA IF EXISTS {SCHEMA} CASCADE;
"""  # noqa: S608 - names of our own

TAKE_SEAT = f"""
CREATE FUNCTION {SCHEMA}.take_seat(asked uuid) RETURNS boolean LANGUAGE plpgsql AS $seat$
BEGIN
IF current_setting('{setting(MARK.key)}', true) <> '' AND asked = ANY ({SCHEMA}.seat_cases()) THEN
PERFORM set_config('{setting(SEAT_HERE.key)}', asked::text, true);
RETURN true;
END IF;
RETURN false;
END $seat$;"""
"""Keeps that who asks sits in a case, for the rest of a transaction that only reads; it looks whether that is so."""

FORGET_PERSON = f"""
CREATE FUNCTION {SCHEMA}.forget_person(unwanted uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = public, pg_temp
    AS 'DELETE FROM person WHERE id = unwanted AND NOT EXISTS (SELECT 1 FROM party WHERE person_id = unwanted)';
ALTER FUNCTION {SCHEMA}.forget_person OWNER TO {SYSTEM};"""  # noqa: S608 - names of our own
"""Nobody may read a person who is in no case, and so nobody could delete them. It takes away nobody else."""


def _persons_born_on(leant: Leant) -> str:
    """Return a function for what a privacy officer asks by name and birth date: the names are in no view."""
    may = condition(table_of(Person), may_be_asked_after, leant).replace("'", "''")
    return f"""
CREATE FUNCTION {SCHEMA}.persons_born_on(wanted date) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT person.id, person.name FROM person WHERE person.born_on = wanted AND ({may})';
ALTER FUNCTION {SCHEMA}.persons_born_on OWNER TO {SYSTEM};"""  # noqa: S608 - names of our own


class UndecidedTableError(RuntimeError):
    """Nobody said who may read a table."""


def wall() -> str:
    """Return everything that makes the second wall, in an order in which it can be run.

    Raises:
        UndecidedTableError: there is a table without a reading rule.
        UnwritableRuleError: a rule looks something up in a way that a policy cannot.
    """
    leant = Leant()
    policies = [line for table in _tables() for line in _policies(table, leant)]
    _note_what_is_asked_beside(leant)
    asked_after = _persons_born_on(leant)
    made = [*_openings(leant), *_rules(leant), *_sets(leant)]
    functions = [*made, TAKE_SEAT, FORGET_PERSON, asked_after]
    views = [_view(Base.metadata.tables[name], columns) for name, columns in sorted(leant.columns.items())]
    allowed = (
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {ACTORS};\nGRANT USAGE, CREATE ON SCHEMA {SCHEMA} TO {SYSTEM};"
    )
    looking = f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {ACTORS}, {SYSTEM};"
    head = [TAKE_DOWN.rstrip(), f"CREATE SCHEMA {SCHEMA};", allowed]
    done = f"REVOKE CREATE ON SCHEMA {SCHEMA} FROM {SYSTEM};"
    return "\n".join([*head, *views, looking, *functions, done, *_numbers(), *policies]) + "\n"


def _tables() -> list[Table]:
    return sorted(Base.metadata.sorted_tables, key=lambda table: table.name)


BY_TABLE = {table_of(model): model for model in READ}
KINDS = {mapper.local_table for mapper in Base.registry.mappers if mapper.inherits}


def decided(table: Table) -> tuple[RowRule, Check | None]:
    """Return who reads a table, and what holds of what actors write there, if they write anything.

    Raises:
        UndecidedTableError: nobody said so.
    """
    if table in KINDS:
        return with_its_entry, points_to_what_is_known
    if table not in BY_TABLE:
        raise UndecidedTableError(f"Nobody said who reads {table.name!r}: give it a rule in READ.")
    model = BY_TABLE[table]
    return (somebody if model in MOVED_ON else READ[model]), check_of(model)


def _policies(table: Table, leant: Leant) -> Iterator[str]:
    name = f'"{table.name}"'
    read, check = decided(table)
    yield f"\nALTER TABLE {name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {name} TO {SYSTEM};"
    yield f"CREATE POLICY the_system ON {name} TO {SYSTEM} USING (true) WITH CHECK (true);"
    yield f"GRANT {_verbs(table, check)} ON {name} TO {ACTORS};"
    if read is nobody:
        return
    seen = condition(table, read, leant)
    may_stand = "false" if check is None else condition(table, check, leant)
    yield f"CREATE POLICY the_actor ON {name} TO {ACTORS} USING ({seen}) WITH CHECK ({may_stand});"


def _verbs(table: Table, check: Check | None) -> str:
    """Return what actors may do with a table at all."""
    model = BY_TABLE.get(table)
    if check is None:
        return "SELECT"
    if model in ONLY_GROWS:
        return "SELECT, INSERT"
    return "SELECT, INSERT, UPDATE" if model in MOVED_ON else "SELECT, INSERT, UPDATE, DELETE"


def _note_what_is_asked_beside(leant: Leant) -> None:
    for name, columns in ASKED_BESIDE.items():
        leant.columns[name].update(columns)
    for _name, derived in inspect.getmembers(shown, inspect.isfunction):
        asked = [one.annotation for one in inspect.signature(derived).parameters.values()]
        looks_beside = Row not in asked  # else it is about a row at hand, and looks nothing up
        if derived.__module__ == shown.__name__ and not derived.__name__.startswith("_") and looks_beside:
            note(derived(*[NOTHING] * len(asked)), leant)
    for rule in ON_A_CASE.values():
        note(rule(NOTHING), leant)


def _sets(leant: Leant) -> Iterator[str]:
    yield from (_function(name, leant) for name in sorted(leant.sets))


def _function(name: str, leant: Leant) -> str:
    made = leant.sets[name]
    variables: Variables = {}
    query = members(made, leant, variables)
    if is_of_ids(made):
        return _kept(name, _declared(variables), query)
    columns = ", ".join(f"{column} {kind}" for column, kind in columns_of(made))
    head = f"CREATE FUNCTION {SCHEMA}.{name}() RETURNS TABLE ({columns}) LANGUAGE plpgsql STABLE ROWS 100"
    body = f"{_declared(variables)}BEGIN RETURN QUERY\n{query};\nEND"
    return f"\n{head} AS $set$\n#variable_conflict use_column\n{body} $set$;"


def _kept(name: str, declared: str, query: str) -> str:
    """Return a function that gives ids, and keeps them under the mark of its transaction, if that has one."""
    its_setting, mark = setting(f"kept_{name}"), setting(MARK.key)
    return f"""
CREATE FUNCTION {SCHEMA}.{name}() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $set$
#variable_conflict use_column
DECLARE
mark text := current_setting('{mark}', true);
kept text := current_setting('{its_setting}', true);
ids uuid[];
BEGIN
IF mark <> '' AND starts_with(kept, mark) THEN
RETURN substr(kept, length(mark) + 1)::uuid[];
END IF;
{declared}BEGIN
ids := ARRAY(
{query});
END;
IF mark <> '' THEN
PERFORM set_config('{its_setting}', mark || ids::text, true);
END IF;
RETURN ids;
END $set$;"""


def _openings(leant: Leant) -> Iterator[str]:
    """Yield what finds open entries, and keeps for the transaction which they are: a policy then asks nothing else.

    Only these find them. Nothing is taken from who asks but where to look.
    """
    for make, asked in ((open_entries, "asked uuid[]"), (open_beside_seats, "")):
        variables: Variables = {}
        query = members((make, ()), leant, variables, gathers=not asked)
        if asked:
            variables[f"the_{NAMED_ENTRIES.key} UUID[]"] = "asked"
        kept = f"coalesce((SELECT array_agg(found.id)::text FROM (\n{query}) AS found), '')"  # noqa: S608 - made of our rules
        settings = {FOUND_OPEN.key: kept, ALL_FOUND.key: "''" if asked else "'true'"}
        keeping = "\n".join(
            f"PERFORM set_config('{setting(key)}', {value}, true);" for key, value in settings.items()
        )
        head = f"CREATE FUNCTION {SCHEMA}.{make.__name__}({asked}) RETURNS void"
        yield f"\n{head} LANGUAGE plpgsql AS $open$\n{_declared(variables)}BEGIN\n{keeping}\nEND $open$;"


def _rules(leant: Leant) -> Iterator[str]:
    """Yield what policies ask about one row by a function, so that they need not carry it along."""
    for name in sorted(leant.rules):
        head = f"CREATE FUNCTION {SCHEMA}.{name}(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE"
        variables: Variables = {}
        answers = [answer_about(rule, "asked", leant, variables) for rule in leant.rules[name]]
        steps = "\n".join(f"IF (\n{answer}) THEN RETURN true; END IF;" for answer in answers)
        yield f"\n{head} AS $rule$\n{_declared(variables)}BEGIN\n{steps}\nRETURN false;\nEND $rule$;"


def _declared(variables: Variables) -> str:
    """Return the head of a function's body, in which it reads its settings."""
    lines = [f"{name} := {value};\n" for name, value in variables.items()]
    return "".join(["DECLARE\n", *lines]) if lines else ""


def _view(table: Table, columns: set[str]) -> str:
    """Return a view that looks as the system, to whom no policy for actors applies: else a rule would ask itself."""
    chosen = ", ".join(f'"{column.name}"' for column in table.columns if column.name in columns)
    view = f'{SCHEMA}."{table.name}"'
    made = f'CREATE VIEW {view} AS SELECT {chosen} FROM "{table.name}";'  # noqa: S608 - names of our own
    return f"{made}\nALTER VIEW {view} OWNER TO {SYSTEM};"


def _numbers() -> Iterator[str]:
    yield f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {SYSTEM};"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ACTORS};"
    yield f"GRANT SELECT ON alembic_version TO {ACTORS}, {SYSTEM};"
