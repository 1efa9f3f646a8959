"""What a link is for and why it opens this much stand beside the link, each for whom it is meant."""

import sqlalchemy as sa
from alembic import op

revision = "0003_link_reasons"
down_revision = "0002_earlier_texts"


def upgrade() -> None:
    op.create_table(
        "link_purpose",
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_link_purpose_link_id_link")),
        sa.PrimaryKeyConstraint("link_id", name=op.f("pk_link_purpose")),
    )
    op.create_table(
        "link_weighing",
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("weighing", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_link_weighing_case_id_case")),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_link_weighing_link_id_link")),
        sa.PrimaryKeyConstraint("link_id", name=op.f("pk_link_weighing")),
    )
    op.create_index(op.f("ix_link_weighing_case_id"), "link_weighing", ["case_id"], unique=False)
    op.execute("INSERT INTO link_purpose (link_id, purpose) SELECT id, purpose FROM link")
    op.execute(
        "INSERT INTO link_weighing (link_id, case_id, weighing)"
        " SELECT id, case_id, weighing FROM link WHERE weighing IS NOT NULL"
    )
    op.drop_column("link", "weighing")
    op.drop_column("link", "purpose")


def downgrade() -> None:
    # The default fills the rows that are there, and stays: SQLite cannot take it away without writing the table anew.
    op.add_column("link", sa.Column("purpose", sa.Text(), nullable=False, server_default=""))
    op.add_column("link", sa.Column("weighing", sa.Text(), nullable=True))
    op.execute(
        "UPDATE link SET"
        " purpose = (SELECT purpose FROM link_purpose WHERE link_id = link.id),"
        " weighing = (SELECT weighing FROM link_weighing WHERE link_id = link.id)"
    )
    op.drop_index(op.f("ix_link_weighing_case_id"), table_name="link_weighing")
    op.drop_table("link_weighing")
    op.drop_table("link_purpose")
