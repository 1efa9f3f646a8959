"""Entries of a case are found by their kind."""

from alembic import op

revision = "0011_kinds"
down_revision = "0010_second_wall"


def upgrade() -> None:
    op.create_index("ix_entry_case_kind", "entry", ["case_id", "kind"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_entry_case_kind", table_name="entry")
