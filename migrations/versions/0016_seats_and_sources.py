"""PostgreSQL keeps where it found a seat; where an entry comes from says in which case that is."""

import sqlalchemy as sa
from alembic import op

from caseflow.migrate import put_up_wall, take_down_wall

revision = "0016_seats_and_sources"
down_revision = "0015_found_open"

ITS_CASE = (
    "UPDATE entry_origin SET case_id = (SELECT case_id FROM entry WHERE entry.id = entry_origin.entry_id)"
)


def upgrade() -> None:
    """Write down the case beside every origin, and put up the wall as the rules were on this day."""
    take_down_wall(op.get_bind())
    op.add_column("entry_origin", sa.Column("case_id", sa.Uuid(), nullable=True))
    op.execute(ITS_CASE)
    with op.batch_alter_table("entry_origin") as origin:
        origin.alter_column("case_id", existing_type=sa.Uuid(), nullable=False)
        origin.create_foreign_key(op.f("fk_entry_origin_case_id_case"), "case", ["case_id"], ["id"])
    op.create_index("ix_entry_origin_case_source", "entry_origin", ["case_id", "source_id", "entry_id"])
    put_up_wall(op.get_bind(), "0016_seats_and_sources")


def downgrade() -> None:
    """Forget it, and put up the wall as it was before."""
    take_down_wall(op.get_bind())
    op.drop_index("ix_entry_origin_case_source", table_name="entry_origin")
    with op.batch_alter_table("entry_origin") as origin:
        origin.drop_constraint(op.f("fk_entry_origin_case_id_case"), type_="foreignkey")
        origin.drop_column("case_id")
    put_up_wall(op.get_bind(), "0015_found_open")
