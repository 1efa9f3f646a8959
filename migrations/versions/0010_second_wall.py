"""The second wall: row-level security on every table of PostgreSQL, as the reading rules were on this day."""

from alembic import op

from caseflow.migrate import put_up_wall, take_down_wall

revision = "0010_second_wall"
down_revision = "0007_word_checks"


def upgrade() -> None:
    """Make the roles, and put the wall up for them."""
    put_up_wall(op.get_bind(), "0010_second_wall")


def downgrade() -> None:
    """Take the wall down. The roles stay: other databases of this server may use them."""
    take_down_wall(op.get_bind())
