"""Exclusions by person and by account, break-glass, and disclosures and releases that say by whom, why and how long."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0005_exceptions"
down_revision = "0004_less"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("exclusion", sa.Column("until_at", MOMENT, nullable=True))
    _exclusions()
    _break_glass()
    _disclosures()
    _release_notes()


def downgrade() -> None:
    """Go back. What had ended by then is not kept: without its end it would hold for ever."""
    _drop("release_note", "entry_id", "organisation_id", "by_id")
    _drop("disclosure_note", "entry_id")
    _disclosures_as_before()
    _drop("break_glass", "case_id", "reviewed_by_id", also=("ix_break_glass_user_until",))
    _drop("person_tie", "user_id", "person_id", "set_by_id")
    _drop("person_exclusion", "person_id", "user_id", "set_by_id")
    op.execute("DELETE FROM exclusion WHERE until_at IS NOT NULL")
    op.drop_column("exclusion", "until_at")


def _drop(table: str, *indexed: str, also: tuple[str, ...] = ()) -> None:
    for name in (*(op.f(f"ix_{table}_{column}") for column in indexed), *also):
        op.drop_index(name, table_name=table)
    op.drop_table(table)


def _pointer(
    table: str, column: str, target: str, *, nullable: bool = False
) -> tuple[sa.Column, sa.Constraint]:
    name = op.f(f"fk_{table}_{column}_{target}")
    return (
        sa.Column(column, sa.Uuid(), nullable=nullable),
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name),
    )


def _make(table: str, *parts: object, indexed: tuple[str, ...]) -> None:
    key = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    op.create_table(table, *parts, sa.Column("id", sa.Uuid(), nullable=False), key)
    for column in indexed:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _exclusions() -> None:
    _make(
        "person_exclusion",
        *_pointer("person_exclusion", "person_id", "person"),
        *_pointer("person_exclusion", "user_id", "user"),
        sa.Column("reason", sa.Text(), nullable=False),
        *_pointer("person_exclusion", "set_by_id", "user", nullable=True),
        sa.Column("from_at", MOMENT, nullable=True),
        sa.Column("until_at", MOMENT, nullable=True),
        indexed=("person_id", "user_id", "set_by_id"),
    )
    _make(
        "person_tie",
        *_pointer("person_tie", "user_id", "user"),
        *_pointer("person_tie", "person_id", "person"),
        sa.Column("reason", sa.Text(), nullable=True),
        *_pointer("person_tie", "set_by_id", "user", nullable=True),
        sa.Column("from_at", MOMENT, nullable=True),
        sa.Column("until_at", MOMENT, nullable=True),
        indexed=("user_id", "person_id", "set_by_id"),
    )


def _break_glass() -> None:
    _make(
        "break_glass",
        *_pointer("break_glass", "case_id", "case"),
        *_pointer("break_glass", "user_id", "user"),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("until_at", MOMENT, nullable=False),
        sa.Column("reviewed_at", MOMENT, nullable=True),
        *_pointer("break_glass", "reviewed_by_id", "user", nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        indexed=("case_id", "reviewed_by_id"),
    )
    op.create_index("ix_break_glass_user_until", "break_glass", ["user_id", "until_at"], unique=False)


def _disclosures() -> None:
    """Give every disclosure an id of its own: somebody may be told again what was withdrawn before."""
    rows = _kept("SELECT entry_id, user_id FROM entry_disclosure")
    op.drop_index(op.f("ix_entry_disclosure_user_id"), table_name="entry_disclosure")
    op.drop_table("entry_disclosure")
    _make(
        "entry_disclosure",
        *_pointer("entry_disclosure", "entry_id", "entry"),
        *_pointer("entry_disclosure", "user_id", "user"),
        *_pointer("entry_disclosure", "by_id", "user", nullable=True),
        sa.Column("from_at", MOMENT, nullable=True),
        sa.Column("until_at", MOMENT, nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        indexed=("entry_id", "user_id", "by_id"),
    )
    _write([{"id": uuid4(), **row} for row in rows], "id")
    note = sa.ForeignKeyConstraint(
        ["id"], ["entry_disclosure.id"], name=op.f("fk_disclosure_note_id_entry_disclosure")
    )
    _make(
        "disclosure_note",
        *_pointer("disclosure_note", "entry_id", "entry"),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("revoked_because_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("readings_seen_at", MOMENT, nullable=True),
        note,
        indexed=("entry_id",),
    )


def _disclosures_as_before() -> None:
    rows = _kept(
        "SELECT DISTINCT entry_id, user_id FROM entry_disclosure WHERE until_at IS NULL AND revoked_at IS NULL"
    )
    _drop("entry_disclosure", "entry_id", "user_id", "by_id")
    op.create_table(
        "entry_disclosure",
        *_pointer("entry_disclosure", "entry_id", "entry"),
        *_pointer("entry_disclosure", "user_id", "user"),
        sa.PrimaryKeyConstraint("entry_id", "user_id", name=op.f("pk_entry_disclosure")),
    )
    op.create_index(op.f("ix_entry_disclosure_user_id"), "entry_disclosure", ["user_id"], unique=False)
    _write(rows)


def _kept(statement: str) -> list[dict]:
    ids = {"entry_id": sa.Uuid(), "user_id": sa.Uuid()}
    found = op.get_bind().execute(sa.text(statement).columns(**ids))
    return [dict(row._mapping) for row in found]  # noqa: SLF001 - SQLAlchemy's own name for it


def _write(rows: list[dict], *more: str) -> None:
    columns = (sa.column(name, sa.Uuid()) for name in (*more, "entry_id", "user_id"))
    op.bulk_insert(sa.table("entry_disclosure", *columns), rows)


def _release_notes() -> None:
    _make(
        "release_note",
        *_pointer("release_note", "entry_id", "entry"),
        *_pointer("release_note", "organisation_id", "organisation"),
        *_pointer("release_note", "by_id", "user", nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        indexed=("entry_id", "organisation_id", "by_id"),
    )
