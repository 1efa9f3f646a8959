"""What organisations ask each other: that an entry may travel, and for information."""

import sqlalchemy as sa
from alembic import op

revision = "0013_requests"
down_revision = "0012_consents"


def upgrade() -> None:
    op.create_table(
        "info_request",
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("asked_id", sa.Uuid(), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sa.Text(), nullable=True),
        sa.Column("person_born_on", sa.Date(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("legal_task", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["user.id"], name=op.f("fk_info_request_asked_by_id_user")),
        sa.ForeignKeyConstraint(["asked_id"], ["user.id"], name=op.f("fk_info_request_asked_id_user")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_info_request_case_id_case")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_info_request_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_info_request")),
    )
    op.create_index(op.f("ix_info_request_asked_by_id"), "info_request", ["asked_by_id"], unique=False)
    op.create_index(op.f("ix_info_request_asked_id"), "info_request", ["asked_id"], unique=False)
    op.create_index(op.f("ix_info_request_case_id"), "info_request", ["case_id"], unique=False)
    op.create_index(
        "ix_info_request_organisation_due", "info_request", ["organisation_id", "due_on"], unique=False
    )
    op.create_table(
        "info_answer",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_info_answer_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_info_answer")),
    )
    op.create_table(
        "info_answer_note",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["user.id"], name=op.f("fk_info_answer_note_answered_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_info_answer_note_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_info_answer_note")),
    )
    op.create_index(
        op.f("ix_info_answer_note_answered_by_id"), "info_answer_note", ["answered_by_id"], unique=False
    )
    op.create_table(
        "info_request_party",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_info_request_party_party_id_party")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_info_request_party_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("request_id", "party_id", name=op.f("pk_info_request_party")),
    )
    op.create_index(op.f("ix_info_request_party_party_id"), "info_request_party", ["party_id"], unique=False)
    op.create_table(
        "info_request_place",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_info_request_place_case_id_case")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["info_request.id"], name=op.f("fk_info_request_place_request_id_info_request")
        ),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_info_request_place")),
    )
    op.create_index(op.f("ix_info_request_place_case_id"), "info_request_place", ["case_id"], unique=False)
    op.create_table(
        "release_request",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["user.id"], name=op.f("fk_release_request_asked_by_id_user")
        ),
        sa.ForeignKeyConstraint(["asked_id"], ["user.id"], name=op.f("fk_release_request_asked_id_user")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_release_request_case_id_case")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_release_request_entry_id_entry")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_release_request_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_request")),
    )
    op.create_index(op.f("ix_release_request_asked_by_id"), "release_request", ["asked_by_id"], unique=False)
    op.create_index(op.f("ix_release_request_asked_id"), "release_request", ["asked_id"], unique=False)
    op.create_index(op.f("ix_release_request_case_id"), "release_request", ["case_id"], unique=False)
    op.create_index(op.f("ix_release_request_entry_id"), "release_request", ["entry_id"], unique=False)
    op.create_index(
        op.f("ix_release_request_organisation_id"), "release_request", ["organisation_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_release_request_organisation_id"), table_name="release_request")
    op.drop_index(op.f("ix_release_request_entry_id"), table_name="release_request")
    op.drop_index(op.f("ix_release_request_case_id"), table_name="release_request")
    op.drop_index(op.f("ix_release_request_asked_id"), table_name="release_request")
    op.drop_index(op.f("ix_release_request_asked_by_id"), table_name="release_request")
    op.drop_table("release_request")
    op.drop_index(op.f("ix_info_request_place_case_id"), table_name="info_request_place")
    op.drop_table("info_request_place")
    op.drop_index(op.f("ix_info_request_party_party_id"), table_name="info_request_party")
    op.drop_table("info_request_party")
    op.drop_index(op.f("ix_info_answer_note_answered_by_id"), table_name="info_answer_note")
    op.drop_table("info_answer_note")
    op.drop_table("info_answer")
    op.drop_index("ix_info_request_organisation_due", table_name="info_request")
    op.drop_index(op.f("ix_info_request_case_id"), table_name="info_request")
    op.drop_index(op.f("ix_info_request_asked_id"), table_name="info_request")
    op.drop_index(op.f("ix_info_request_asked_by_id"), table_name="info_request")
    op.drop_table("info_request")
