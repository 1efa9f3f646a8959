"""PostgreSQL keeps for a transaction in which case it found a seat, and its policies look there first."""

from alembic import op

from caseflow.migrate import put_up_wall

revision = "0016_seat_here"
down_revision = "0015_found_open"


def upgrade() -> None:
    """Put up the wall as the rules were on this day."""
    put_up_wall(op.get_bind(), "0016_seat_here")


def downgrade() -> None:
    """Put up the wall as it was before."""
    put_up_wall(op.get_bind(), "0015_found_open")
