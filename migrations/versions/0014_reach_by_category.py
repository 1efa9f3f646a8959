"""The self-test counts by category. What it counted before had none, so the next run has nothing to compare with."""

import sqlalchemy as sa
from alembic import op

from caseflow.migrate import put_up_wall, take_down_wall

revision = "0014_reach_by_category"
down_revision = "0013_requests"


def upgrade() -> None:
    take_down_wall(op.get_bind())
    _made_anew(sa.Column("category", sa.Text(), nullable=False))
    put_up_wall(op.get_bind(), "0014_reach_by_category")


def downgrade() -> None:
    """Count without categories again, and put up the wall as it was before."""
    take_down_wall(op.get_bind())
    _made_anew()
    put_up_wall(op.get_bind(), "0010_second_wall")


def _made_anew(*more: sa.Column[str]) -> None:
    op.drop_index("ix_reach_count_case_id", table_name="reach_count")
    op.drop_table("reach_count")
    op.create_table(
        "reach_count",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        *more,
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_reach_count_case_id_case")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_reach_count_user_id_user")),
        sa.PrimaryKeyConstraint(
            "user_id", "case_id", *(one.name for one in more), name=op.f("pk_reach_count")
        ),
    )
    op.create_index(op.f("ix_reach_count_case_id"), "reach_count", ["case_id"], unique=False)
