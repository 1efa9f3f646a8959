"""Entries are no longer indexed by when they were recorded: SQLite took it for every page, and read whole cases."""

from alembic import op

revision = "0004_one_index_less"
down_revision = "0003_link_reasons"


def upgrade() -> None:
    """Drop the index."""
    op.drop_index("ix_entry_case_recorded", table_name="entry")


def downgrade() -> None:
    """Make the index again."""
    op.create_index("ix_entry_case_recorded", "entry", ["case_id", "recorded_at"])
