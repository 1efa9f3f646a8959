"""What the trip-wire said of entries when they were saved: an entry with protected words is held back from partners."""

import sqlalchemy as sa
from alembic import op

revision = "0007_word_checks"
down_revision = "0006_linking"


def upgrade() -> None:
    op.create_table(
        "word_check",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["user.id"], name=op.f("fk_word_check_decided_by_id_user")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_word_check_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_check")),
    )
    op.create_index("uq_word_check_entry_id", "word_check", ["entry_id", "version"], unique=True)
    op.create_index(op.f("ix_word_check_decided_by_id"), "word_check", ["decided_by_id"], unique=False)


def downgrade() -> None:
    """Forget the checks. An entry that was held back stays with the directors: it becomes theirs only."""
    latest = "SELECT max(later.version) FROM word_check AS later WHERE later.entry_id = entry.id"
    op.execute(
        "UPDATE entry SET directors_only = true WHERE EXISTS (SELECT 1 FROM word_check AS found"  # noqa: S608
        f" WHERE found.entry_id = entry.id AND found.held AND found.version = ({latest}))"
    )
    op.drop_index(op.f("ix_word_check_decided_by_id"), table_name="word_check")
    op.drop_index("uq_word_check_entry_id", table_name="word_check")
    op.drop_table("word_check")
