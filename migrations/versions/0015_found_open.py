"""PostgreSQL keeps for a transaction which entries it found open, and which cases, instead of asking at every table."""

from alembic import op

from caseflow.migrate import put_up_wall

revision = "0015_found_open"
down_revision = "0014_reach_by_category"


def upgrade() -> None:
    """Put up the wall as the rules were on this day."""
    put_up_wall(op.get_bind(), "0015_found_open")


def downgrade() -> None:
    """Put up the wall as it was before."""
    put_up_wall(op.get_bind(), "0014_reach_by_category")
