"""The second wall asks for a seat first, and the other ways in by a function; entries are found by their kind."""

from alembic import op

from caseflow.migrate import put_up_wall, take_down_wall

revision = "0011_lighter_wall"
down_revision = "0010_second_wall"


def upgrade() -> None:
    op.create_index("ix_entry_case_kind", "entry", ["case_id", "kind"], unique=False)
    put_up_wall(op.get_bind(), "0011_lighter_wall")


def downgrade() -> None:
    """Put up the wall as it was before."""
    take_down_wall(op.get_bind())
    op.drop_index("ix_entry_case_kind", table_name="entry")
    put_up_wall(op.get_bind(), "0010_second_wall")
