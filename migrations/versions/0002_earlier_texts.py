"""What briefs, persons, relationships, links and milestones said before they were edited."""

import sqlalchemy as sa
from alembic import op

revision = "0002_earlier_texts"
down_revision = "0001_everything"


def upgrade() -> None:
    op.create_table(
        "earlier_text",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Uuid(), nullable=False),
        sa.Column("said_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_earlier_text_case_id_case")),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["user.id"], name=op.f("fk_earlier_text_changed_by_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_text")),
    )
    op.create_index(
        "ix_earlier_text_case_thing", "earlier_text", ["case_id", "thing_id", "version"], unique=False
    )
    op.create_index(op.f("ix_earlier_text_changed_by_id"), "earlier_text", ["changed_by_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_earlier_text_changed_by_id"), table_name="earlier_text")
    op.drop_index("ix_earlier_text_case_thing", table_name="earlier_text")
    op.drop_table("earlier_text")
