"""What keeps the reading rules whole: every table has one, nothing is loaded past them, nobody writes around them."""

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from sqlalchemy import literal, select
from sqlalchemy.orm import class_mapper
from sqlalchemy.schema import Column

import caseflow
from caseflow import models
from caseflow.access import policy, rules, shown
from caseflow.access.policy import READ
from caseflow.access.writing import table_of
from caseflow.db import Base

PACKAGE = Path(caseflow.__path__[0])
MODULES = {
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts): ast.parse(file.read_text("utf-8"))
    for file in sorted(PACKAGE.rglob("*.py"))
}
MAPPERS = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)

PLAIN_SQL = {
    "caseflow.access.rls": "the text of policies is SQL",
    "caseflow.access.rls_text": "the same",
    "caseflow.access.writing": "the nought of an OFFSET, which may be no parameter",
    "caseflow.audit.seals": "the log is nobody's to read, and sealed without an actor",
    "caseflow.backup.restore": "a backup is the whole database",
    "caseflow.search.matching": "the full-text operators of two databases, over guarded rows",
}
PLAIN_TABLES = {
    "caseflow.audit": "the log is nobody's to read",
    "caseflow.backup": "a backup is the whole database",
    "caseflow.bundles.importing": "an import writes as the system",
    "caseflow.casefile.below": "the type of a column",
    "caseflow.casefile.rows": "an entry's row and detail row, to be inserted",
    "caseflow.casefile.storing": "the same",
    "caseflow.casefile.tripwire.columns": "detail rows beside their entry, on which the rule is put",
    "caseflow.casefile.told": "ids on guarded rows, to be named, and the type of a column",
    "caseflow.casefile.portrait": "columns of tables that the guarded entry is joined to",
    "caseflow.cases.listing": "a column of the guarded row itself, to sort by",
    "caseflow.cases.safety": "detail rows, joined by key to guarded entries",
    "caseflow.caseload.reviews": "columns of guarded links, to be named and asked whether they run",
    "caseflow.sharing.ending": "guarded links and consents themselves, asked whether they run and hold",
    "caseflow.sharing.resting": "the guarded consent itself, asked whether it holds",
    "caseflow.seeding": "a synthetic region is written without an actor",
}


def importers_of(*names: str) -> Iterator[str]:
    """Name the modules that import one of these names."""
    for module, tree in MODULES.items():
        imported = {
            f"{node.module}.{alias.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        if imported & set(names):
            yield module


def within(module: str, places) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)


def test_every_table_has_a_reading_rule_and_no_other():
    assert {mapper.base_mapper.class_ for mapper in MAPPERS} == set(READ)


def test_a_kind_of_entry_is_read_by_the_rule_of_entries_alone():
    kinds = {mapper.class_ for mapper in MAPPERS if mapper.inherits}
    assert {kind.__mro__[1] for kind in kinds} == {models.Entry}
    assert not kinds & set(READ)


@pytest.mark.parametrize("model", READ, ids=lambda model: model.__name__)
def test_every_rule_says_in_words_who_reads(model):
    sentence = inspect.getdoc(READ[model])
    assert sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("model", READ, ids=lambda model: model.__name__)
def test_no_subquery_of_a_rule_has_a_table_too_many(model):
    """Rules join in words. Two tables with a comma between them are a correlation that was lost."""
    table = table_of(model)
    sql = str(select(literal(1)).select_from(table).where(READ[model](table)))
    for tables in re.findall(r"\bFROM (.*?)(?:\bWHERE\b|\n|\))", sql, re.DOTALL):
        assert "," not in tables, sql


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_a_model_loads_nothing_but_its_own_columns(mapper):
    """What is loaded beside a row, by a relationship or a column with a query in it, the guard has not tried."""
    assert not class_mapper(mapper.class_).relationships
    assert all(isinstance(column, Column) for prop in mapper.column_attrs for column in prop.columns)


def test_only_the_rules_themselves_are_asked_without_rules():
    asking = {
        module
        for module, tree in MODULES.items()
        if any(isinstance(node, ast.Name) and node.id == "POLICY_QUESTION" for node in ast.walk(tree))
    }
    assert asking
    assert all(within(module, ["caseflow.access"]) for module in asking)


def test_the_door_past_the_guard_is_used_by_those_whom_the_contract_names():
    contracts = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    [door] = [
        one for one in contracts["contracts"] if one.get("protected_modules") == ["caseflow.access.system"]
    ]
    users = set(
        importers_of(
            *(f"caseflow.access.system.system_{door}" for door in ("session", "snapshot", "connection"))
        )
    )
    for pattern in door["allowed_importers"]:
        used = {user for user in users if fnmatch(user, pattern)}
        assert used, f"nobody needs {pattern}"
        users -= used
    assert not users


def test_plain_sql_stands_where_it_is_known():
    names = ("text", "literal_column", "sql.text", "sql.expression.text", "sql.expression.literal_column")
    users = set(importers_of(*(f"sqlalchemy.{name}" for name in names)))
    assert {user for user in users if not within(user, PLAIN_SQL)} == set()


def test_plain_tables_stand_where_they_are_known():
    """Elsewhere a plain table may only be handed to access/shown.py, which says what follows from a guarded row."""
    found = set(importers_of("caseflow.access.sets.table_of"))
    found |= {module for module, tree in MODULES.items() if any(_loose_tables(tree))}
    known = [*PLAIN_TABLES, "caseflow.access", "caseflow.models", "caseflow.db"]
    assert {module for module in found if not within(module, known)} == set()


def test_a_rule_looks_into_other_tables_aside():
    """PostgreSQL would ask the rule of such a table again, which hides what the rule leans on.

    What access/protected.py asks is asked past the second wall.
    """
    elsewhere = {"caseflow.access.aside", "caseflow.access.protected"}
    lookups = {
        f"{module}:{node.lineno}"
        for module, tree in MODULES.items()
        if within(module, ["caseflow.access"]) and module not in elsewhere
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "alias" and isinstance(node.value, ast.Name)
    }
    assert lookups == set()


def _loose_tables(tree: ast.AST) -> Iterator[ast.AST]:
    handed_over = {
        id(inner)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _name_of(call.func) in vars(shown)
        for argument in call.args
        for inner in ast.walk(argument)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "__table__" and id(node) not in handed_over:
            yield node


def _name_of(function: ast.AST) -> str | None:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def test_the_rules_are_the_ones_of_the_policy():
    """A rule is a function with a name, so that whoever explains a decision can read it out."""
    known = (policy.__name__, rules.__name__)
    assert all(rule.__module__.startswith(known) for rule in READ.values())
