"""Consents of people in a case, which cells of a link rest on one, and sharing agreements with organisations."""

import sqlalchemy as sa
from alembic import op

revision = "0012_consents"
down_revision = "0011_kinds"

RESTS_ON = "fk_scope_cell_consent_id_consent"


def upgrade() -> None:
    """Make the tables. Cells that stand here rest on no consent: they open what they opened."""
    _make_table(
        "consent",
        {"case_id": "case", "party_id": "party", "organisation_id": "organisation", "recorded_by_id": "user"},
        {"withdrawal_taken_by_id": "user"},
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("by_self", sa.Boolean(), nullable=False),
        sa.Column("represented_by", sa.Text(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
    )
    op.create_table(
        "consent_category",
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_consent_category_consent_id_consent")
        ),
        sa.PrimaryKeyConstraint("consent_id", "category", name=op.f("pk_consent_category")),
    )
    _make_table(
        "sharing_agreement",
        {"organisation_id": "organisation"},
        {"recorded_by_id": "user"},
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("covers", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    with op.batch_alter_table("scope_cell") as cell:
        cell.add_column(sa.Column("consent_id", sa.Uuid(), nullable=True))
        cell.create_foreign_key(op.f(RESTS_ON), "consent", ["consent_id"], ["id"])
        cell.create_index(op.f("ix_scope_cell_consent_id"), ["consent_id"])


def downgrade() -> None:
    """Drop them. What rested on a consent that does not hold any more would open again: it goes with the consents."""
    resting = sa.table("scope_cell", sa.column("consent_id"))
    op.execute(sa.delete(resting).where(resting.c.consent_id.is_not(None)))
    with op.batch_alter_table("scope_cell") as cell:
        cell.drop_index(op.f("ix_scope_cell_consent_id"))
        cell.drop_constraint(op.f(RESTS_ON), type_="foreignkey")
        cell.drop_column("consent_id")
    for table in ("sharing_agreement", "consent_category", "consent"):
        op.drop_table(table)


def _make_table(
    table: str, pointers: dict[str, str], open_pointers: dict[str, str], *columns: sa.Column
) -> None:
    """Make a table with an id and indexed pointers, of which the open ones may be absent."""
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in pointers),
        *(sa.Column(name, sa.Uuid(), nullable=True) for name in open_pointers),
        *columns,
        *(
            sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}_{to}"))
            for name, to in (pointers | open_pointers).items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for name in pointers | open_pointers:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
