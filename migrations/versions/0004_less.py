"""Without what nobody reads: the visit before the last, and an index for which SQLite read whole cases."""

import sqlalchemy as sa
from alembic import op

revision = "0004_less"
down_revision = "0003_link_reasons"


def upgrade() -> None:
    """Drop both."""
    op.drop_index("ix_entry_case_recorded", table_name="entry")
    op.drop_column("visit", "seen_before_at")


def downgrade() -> None:
    """Make both again."""
    op.add_column("visit", sa.Column("seen_before_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_entry_case_recorded", "entry", ["case_id", "recorded_at"])
