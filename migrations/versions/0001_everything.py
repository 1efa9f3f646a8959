"""The first schema: directory, cases, entries of thirteen kinds, sharing, follow-up, audit, sessions, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001_everything"
down_revision = None

FTS_ON_SQLITE = (
    (
        "CREATE VIRTUAL TABLE search_terms_fts USING fts5(terms, content='search_terms', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0')"
    ),
    (
        "CREATE TRIGGER search_terms_fts_insert AFTER INSERT ON search_terms BEGIN "
        "INSERT INTO search_terms_fts(rowid, terms) VALUES (new.id, new.terms); END"
    ),
    (
        "CREATE TRIGGER search_terms_fts_delete AFTER DELETE ON search_terms BEGIN "
        "INSERT INTO search_terms_fts(search_terms_fts, rowid, terms) VALUES ('delete', old.id, old.terms); END"
    ),
    (
        "CREATE TRIGGER search_terms_fts_update AFTER UPDATE ON search_terms BEGIN "
        "INSERT INTO search_terms_fts(search_terms_fts, rowid, terms) VALUES ('delete', old.id, old.terms); "
        "INSERT INTO search_terms_fts(rowid, terms) VALUES (new.id, new.terms); END"
    ),
)
FTS_ON_POSTGRESQL = (
    "CREATE INDEX ix_search_terms_fts ON search_terms USING gin (to_tsvector('simple'::regconfig, terms))",
)
AUDIT_ON_SQLITE = tuple(
    f"CREATE TRIGGER audit_row_no_{verb} BEFORE {verb} ON audit_row BEGIN "
    "SELECT RAISE(ABORT, 'audit_row only grows'); END"
    for verb in ("update", "delete")
)
AUDIT_ON_POSTGRESQL = (
    (
        "CREATE FUNCTION audit_row_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit_row only grows'; END $$"
    ),
    (
        "CREATE TRIGGER audit_row_no_change BEFORE UPDATE OR DELETE ON audit_row "
        "FOR EACH ROW EXECUTE FUNCTION audit_row_only_grows()"
    ),
    (
        "CREATE TRIGGER audit_row_no_truncate BEFORE TRUNCATE ON audit_row "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_row_only_grows()"
    ),
)
"""The application can add to the log and read it, nothing else; who may change the schema is caught by the chain."""


def upgrade() -> None:
    op.create_table(
        "attempt",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.create_index("ix_attempt_subject", "attempt", ["what", "subject", "at"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "audit_seal",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seal")),
        sa.UniqueConstraint("position", name=op.f("uq_audit_seal_position")),
    )
    op.create_table(
        "organisation",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wgs_participant", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "person",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("research_objection_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "sealed_head",
        sa.Column("seal_id", sa.Uuid(), nullable=False),
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seal_id"], ["audit_seal.id"], name=op.f("fk_sealed_head_seal_id_audit_seal")
        ),
        sa.PrimaryKeyConstraint("seal_id", "chain", name=op.f("pk_sealed_head")),
    )
    op.create_index("ix_sealed_head_chain", "sealed_head", ["chain", "position"], unique=False)
    op.create_table(
        "team",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_team_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_index(op.f("ix_team_organisation_id"), "team", ["organisation_id"], unique=False)
    op.create_table(
        "user",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("deactivated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_user_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_user_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
    )
    op.create_index(op.f("ix_user_organisation_id"), "user", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_user_team_id"), "user", ["team_id"], unique=False)
    op.create_index("uq_user_email", "user", ["email"], unique=True)
    op.create_table(
        "api_token",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_api_token_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
    )
    op.create_index(op.f("ix_api_token_user_id"), "api_token", ["user_id"], unique=False)
    op.create_index("uq_api_token_hash", "api_token", ["token_hash"], unique=True)
    op.create_table(
        "case",
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("director_id", sa.Uuid(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["director_id"], ["user.id"], name=op.f("fk_case_director_id_user")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_case_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_case_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
    )
    op.create_index(op.f("ix_case_director_id"), "case", ["director_id"], unique=False)
    op.create_index(op.f("ix_case_organisation_id"), "case", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_case_team_id"), "case", ["team_id"], unique=False)
    op.create_index("uq_case_reference", "case", ["reference"], unique=True)
    op.create_table(
        "credential",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_credential_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_credential")),
    )
    op.create_table(
        "handled_post",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_handled_post_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_handled_post")),
    )
    op.create_table(
        "user_role",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_user_role_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", "role", name=op.f("pk_user_role")),
    )
    op.create_table(
        "user_session",
        sa.Column("id_hash", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_user_session_user_id_user")),
        sa.PrimaryKeyConstraint("id_hash", name=op.f("pk_user_session")),
    )
    op.create_index(op.f("ix_user_session_user_id"), "user_session", ["user_id"], unique=False)
    op.create_table(
        "visit",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_before_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_visit_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_visit")),
    )
    op.create_table(
        "audit_row",
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("case_ids", sa.Text(), nullable=False),
        sa.Column("party_ids", sa.Text(), nullable=False),
        sa.Column("entry_ids", sa.Text(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_audit_row_case_id_case")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_audit_row_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_audit_row_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_row")),
        sa.UniqueConstraint("chain", "position", name=op.f("uq_audit_row_chain_position")),
    )
    op.create_index("ix_audit_row_case_at", "audit_row", ["case_id", "at"], unique=False)
    op.create_index(op.f("ix_audit_row_organisation_id"), "audit_row", ["organisation_id"], unique=False)
    op.create_index("ix_audit_row_user_at", "audit_row", ["user_id", "at"], unique=False)
    op.create_table(
        "case_brief",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=True),
        sa.Column("brought_in_by_id", sa.Uuid(), nullable=True),
        sa.Column("problem_statement", sa.Text(), nullable=True),
        sa.Column("goal", sa.Text(), nullable=True),
        sa.Column("import_digest", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["brought_in_by_id"],
            ["organisation.id"],
            name=op.f("fk_case_brief_brought_in_by_id_organisation"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_brief_case_id_case")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_brief")),
    )
    op.create_index(op.f("ix_case_brief_brought_in_by_id"), "case_brief", ["brought_in_by_id"], unique=False)
    op.create_table(
        "closure",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewed_by_id", sa.Uuid(), nullable=True),
        sa.Column("lessons", sa.Text(), nullable=True),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_closure_case_id_case")),
        sa.ForeignKeyConstraint(["reviewed_by_id"], ["user.id"], name=op.f("fk_closure_reviewed_by_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_index(op.f("ix_closure_case_id"), "closure", ["case_id"], unique=False)
    op.create_index(op.f("ix_closure_reviewed_by_id"), "closure", ["reviewed_by_id"], unique=False)
    op.create_table(
        "closure_proposal",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lessons", sa.Text(), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refused_because", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_closure_proposal_case_id_case")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["user.id"], name=op.f("fk_closure_proposal_decided_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["user.id"], name=op.f("fk_closure_proposal_proposed_by_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure_proposal")),
    )
    op.create_index(op.f("ix_closure_proposal_case_id"), "closure_proposal", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_closure_proposal_decided_by_id"), "closure_proposal", ["decided_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_closure_proposal_proposed_by_id"), "closure_proposal", ["proposed_by_id"], unique=False
    )
    op.create_table(
        "deputy",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_deputy_case_id_case")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_deputy_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy")),
    )
    op.create_index(op.f("ix_deputy_case_id"), "deputy", ["case_id"], unique=False)
    op.create_index(op.f("ix_deputy_user_id"), "deputy", ["user_id"], unique=False)
    op.create_table(
        "entry",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("directors_only", sa.Boolean(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("source_confidential", sa.Boolean(), nullable=False),
        sa.Column("onward", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("statement_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_entry_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
    )
    op.create_index("ix_entry_case_category", "entry", ["case_id", "category"], unique=False)
    op.create_index("ix_entry_case_occurred", "entry", ["case_id", "occurred_at", "id"], unique=False)
    op.create_index("ix_entry_case_recorded", "entry", ["case_id", "recorded_at"], unique=False)
    op.create_table(
        "exclusion",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_exclusion_case_id_case")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_exclusion_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
    )
    op.create_index(op.f("ix_exclusion_case_id"), "exclusion", ["case_id"], unique=False)
    op.create_index(op.f("ix_exclusion_user_id"), "exclusion", ["user_id"], unique=False)
    op.create_table(
        "former_director",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_former_director_case_id_case")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_former_director_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_director")),
    )
    op.create_index(op.f("ix_former_director_case_id"), "former_director", ["case_id"], unique=False)
    op.create_index(op.f("ix_former_director_user_id"), "former_director", ["user_id"], unique=False)
    op.create_table(
        "link",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("weighing", sa.Text(), nullable=True),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("may_contribute", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_link_case_id_case")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_link_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
    )
    op.create_index(op.f("ix_link_case_id"), "link", ["case_id"], unique=False)
    op.create_index(op.f("ix_link_organisation_id"), "link", ["organisation_id"], unique=False)
    op.create_table(
        "party",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_party_case_id_case")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_party_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_case_id"), "party", ["case_id"], unique=False)
    op.create_index(op.f("ix_party_person_id"), "party", ["person_id"], unique=False)
    op.create_table(
        "phase_change",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_phase_change_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_change")),
    )
    op.create_index(op.f("ix_phase_change_case_id"), "phase_change", ["case_id"], unique=False)
    op.create_table(
        "reach_count",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_reach_count_case_id_case")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_reach_count_user_id_user")),
        sa.PrimaryKeyConstraint("user_id", "case_id", name=op.f("pk_reach_count")),
    )
    op.create_index(op.f("ix_reach_count_case_id"), "reach_count", ["case_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.Column("phase", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("fit", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_action_id_entry")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_action_owner_id_user")),
        sa.ForeignKeyConstraint(
            ["owner_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_action_owner_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_owner_id"), "action", ["owner_id"], unique=False)
    op.create_index(
        op.f("ix_action_owner_organisation_id"), "action", ["owner_organisation_id"], unique=False
    )
    op.create_table(
        "address",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("safe_contact_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_address_id_entry")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_address_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
    )
    op.create_index(op.f("ix_address_party_id"), "address", ["party_id"], unique=False)
    op.create_table(
        "analysis",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("analysis_version", sa.Integer(), nullable=True),
        sa.Column("pattern", sa.Text(), nullable=True),
        sa.Column("hypothesis", sa.Text(), nullable=True),
        sa.Column("would_refute", sa.Text(), nullable=True),
        sa.Column("pattern_progress", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_analysis_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis")),
    )
    op.create_table(
        "analysis_point",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_analysis_point_entry_id_entry")),
        sa.PrimaryKeyConstraint("entry_id", "kind", "position", name=op.f("pk_analysis_point")),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("instrument_version", sa.Text(), nullable=True),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["party.id"], name=op.f("fk_assessment_about_id_party")),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_assessment_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    op.create_index(op.f("ix_assessment_about_id"), "assessment", ["about_id"], unique=False)
    op.create_table(
        "assessment_score",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_assessment_score_entry_id_entry")),
        sa.PrimaryKeyConstraint("entry_id", "name", name=op.f("pk_assessment_score")),
    )
    op.create_table(
        "conference",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_conference_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conference")),
    )
    op.create_table(
        "conference_attendee",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_conference_attendee_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_conference_attendee_user_id_user")),
        sa.PrimaryKeyConstraint("entry_id", "user_id", name=op.f("pk_conference_attendee")),
    )
    op.create_index(op.f("ix_conference_attendee_user_id"), "conference_attendee", ["user_id"], unique=False)
    op.create_table(
        "conference_decision",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_conference_decision_entry_id_entry")
        ),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f("pk_conference_decision")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_contact_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_table(
        "contact_with",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_contact_with_entry_id_entry")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_contact_with_party_id_party")),
        sa.PrimaryKeyConstraint("entry_id", "party_id", name=op.f("pk_contact_with")),
    )
    op.create_index(op.f("ix_contact_with_party_id"), "contact_with", ["party_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_decision_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("filename_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_document_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_table(
        "entry_concern",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_entry_concern_entry_id_entry")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_entry_concern_party_id_party")),
        sa.PrimaryKeyConstraint("entry_id", "party_id", name=op.f("pk_entry_concern")),
    )
    op.create_index(op.f("ix_entry_concern_party_id"), "entry_concern", ["party_id"], unique=False)
    op.create_table(
        "entry_disclosure",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_entry_disclosure_entry_id_entry")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_entry_disclosure_user_id_user")),
        sa.PrimaryKeyConstraint("entry_id", "user_id", name=op.f("pk_entry_disclosure")),
    )
    op.create_index(op.f("ix_entry_disclosure_user_id"), "entry_disclosure", ["user_id"], unique=False)
    op.create_table(
        "entry_origin",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["user.id"], name=op.f("fk_entry_origin_author_id_user")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_entry_origin_entry_id_entry")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["organisation.id"], name=op.f("fk_entry_origin_source_id_organisation")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_entry_origin")),
    )
    op.create_index(op.f("ix_entry_origin_author_id"), "entry_origin", ["author_id"], unique=False)
    op.create_index(op.f("ix_entry_origin_source_id"), "entry_origin", ["source_id"], unique=False)
    op.create_table(
        "entry_release",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_entry_release_entry_id_entry")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_entry_release_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("entry_id", "organisation_id", name=op.f("pk_entry_release")),
    )
    op.create_index(
        op.f("ix_entry_release_organisation_id"), "entry_release", ["organisation_id"], unique=False
    )
    op.create_table(
        "entry_version",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edited_by_id", sa.Uuid(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("snapshot_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edited_by_id"], ["user.id"], name=op.f("fk_entry_version_edited_by_id_user")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_entry_version_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_version")),
    )
    op.create_index(op.f("ix_entry_version_edited_by_id"), "entry_version", ["edited_by_id"], unique=False)
    op.create_index(op.f("ix_entry_version_entry_id"), "entry_version", ["entry_id"], unique=False)
    op.create_table(
        "incident",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("police_involved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_incident_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    op.create_table(
        "incident_context",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_incident_context_entry_id_entry")),
        sa.PrimaryKeyConstraint("entry_id", "context", name=op.f("pk_incident_context")),
    )
    op.create_table(
        "incident_form",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_incident_form_entry_id_entry")),
        sa.PrimaryKeyConstraint("entry_id", "form", name=op.f("pk_incident_form")),
    )
    op.create_table(
        "incident_party",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_incident_party_entry_id_entry")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_incident_party_party_id_party")),
        sa.PrimaryKeyConstraint("entry_id", "party_id", "part", name=op.f("pk_incident_party")),
    )
    op.create_index(op.f("ix_incident_party_party_id"), "incident_party", ["party_id"], unique=False)
    op.create_table(
        "link_professional",
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_link_professional_link_id_link")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_link_professional_user_id_user")),
        sa.PrimaryKeyConstraint("link_id", "user_id", name=op.f("pk_link_professional")),
    )
    op.create_index(op.f("ix_link_professional_user_id"), "link_professional", ["user_id"], unique=False)
    op.create_table(
        "measure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("against_id", sa.Uuid(), nullable=True),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["against_id"], ["party.id"], name=op.f("fk_measure_against_id_party")),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_measure_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    op.create_index(op.f("ix_measure_against_id"), "measure", ["against_id"], unique=False)
    op.create_table(
        "measure_no_contact",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_measure_no_contact_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_measure_no_contact_party_id_party")
        ),
        sa.PrimaryKeyConstraint("entry_id", "party_id", name=op.f("pk_measure_no_contact")),
    )
    op.create_index(op.f("ix_measure_no_contact_party_id"), "measure_no_contact", ["party_id"], unique=False)
    op.create_table(
        "milestone",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("not_applicable", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_milestone_case_id_case")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_milestone_owner_id_user")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_milestone_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
    )
    op.create_index(op.f("ix_milestone_case_id"), "milestone", ["case_id"], unique=False)
    op.create_index("ix_milestone_owner_due", "milestone", ["owner_id", "due_on"], unique=False)
    op.create_index(op.f("ix_milestone_party_id"), "milestone", ["party_id"], unique=False)
    op.create_table(
        "party_label",
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_party_label_link_id_link")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_label_party_id_party")),
        sa.PrimaryKeyConstraint("link_id", "party_id", name=op.f("pk_party_label")),
    )
    op.create_index(op.f("ix_party_label_party_id"), "party_label", ["party_id"], unique=False)
    op.create_table(
        "party_role",
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_role_party_id_party")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["organisation.id"], name=op.f("fk_party_role_source_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_role")),
    )
    op.create_index(op.f("ix_party_role_party_id"), "party_role", ["party_id"], unique=False)
    op.create_index(op.f("ix_party_role_source_id"), "party_role", ["source_id"], unique=False)
    op.create_table(
        "relationship",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("from_party_id", sa.Uuid(), nullable=False),
        sa.Column("to_party_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_relationship_case_id_case")),
        sa.ForeignKeyConstraint(
            ["from_party_id"], ["party.id"], name=op.f("fk_relationship_from_party_id_party")
        ),
        sa.ForeignKeyConstraint(
            ["to_party_id"], ["party.id"], name=op.f("fk_relationship_to_party_id_party")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relationship")),
    )
    op.create_index(op.f("ix_relationship_case_id"), "relationship", ["case_id"], unique=False)
    op.create_index(op.f("ix_relationship_from_party_id"), "relationship", ["from_party_id"], unique=False)
    op.create_index(op.f("ix_relationship_to_party_id"), "relationship", ["to_party_id"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("from_organisation_id", sa.Uuid(), nullable=True),
        sa.Column("to_organisation_id", sa.Uuid(), nullable=True),
        sa.Column("nature", sa.Text(), nullable=True),
        sa.Column("violence_kind", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["from_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_report_from_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_report_id_entry")),
        sa.ForeignKeyConstraint(
            ["to_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_report_to_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_index(op.f("ix_report_from_organisation_id"), "report", ["from_organisation_id"], unique=False)
    op.create_index(op.f("ix_report_to_organisation_id"), "report", ["to_organisation_id"], unique=False)
    op.create_table(
        "safety_agreement",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kept_by_id", sa.Uuid(), nullable=True),
        sa.Column("watched_by", sa.Text(), nullable=True),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_safety_agreement_entry_id_entry")),
        sa.ForeignKeyConstraint(
            ["kept_by_id"], ["party.id"], name=op.f("fk_safety_agreement_kept_by_id_party")
        ),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f("pk_safety_agreement")),
    )
    op.create_index(op.f("ix_safety_agreement_kept_by_id"), "safety_agreement", ["kept_by_id"], unique=False)
    op.create_table(
        "safety_plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_version", sa.Integer(), nullable=False),
        sa.Column("danger", sa.Text(), nullable=True),
        sa.Column("goal", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_safety_plan_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_plan")),
    )
    op.create_table(
        "scope_cell",
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_scope_cell_link_id_link")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_scope_cell_party_id_party")),
        sa.PrimaryKeyConstraint("link_id", "party_id", "category", name=op.f("pk_scope_cell")),
    )
    op.create_index(op.f("ix_scope_cell_party_id"), "scope_cell", ["party_id"], unique=False)
    op.create_table(
        "search_terms",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_search_terms_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_terms")),
    )
    op.create_index("uq_search_terms_entry_id", "search_terms", ["entry_id"], unique=True)
    op.create_table(
        "search_token",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_search_token_entry_id_entry")),
        sa.PrimaryKeyConstraint("entry_id", "token", name=op.f("pk_search_token")),
    )
    op.create_index(op.f("ix_search_token_token"), "search_token", ["token"], unique=False)
    op.create_table(
        "voice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=True),
        sa.Column("motivation", sa.Integer(), nullable=True),
        sa.Column("safety", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_voice_id_entry")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_voice_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice")),
    )
    op.create_index(op.f("ix_voice_party_id"), "voice", ["party_id"], unique=False)
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (
        FTS_ON_SQLITE + AUDIT_ON_SQLITE if on_sqlite else FTS_ON_POSTGRESQL + AUDIT_ON_POSTGRESQL
    ):
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_terms_fts")
    op.drop_index(op.f("ix_voice_party_id"), table_name="voice")
    op.drop_table("voice")
    op.drop_index(op.f("ix_search_token_token"), table_name="search_token")
    op.drop_table("search_token")
    op.drop_index("uq_search_terms_entry_id", table_name="search_terms")
    op.drop_table("search_terms")
    op.drop_index(op.f("ix_scope_cell_party_id"), table_name="scope_cell")
    op.drop_table("scope_cell")
    op.drop_table("safety_plan")
    op.drop_index(op.f("ix_safety_agreement_kept_by_id"), table_name="safety_agreement")
    op.drop_table("safety_agreement")
    op.drop_index(op.f("ix_report_to_organisation_id"), table_name="report")
    op.drop_index(op.f("ix_report_from_organisation_id"), table_name="report")
    op.drop_table("report")
    op.drop_index(op.f("ix_relationship_to_party_id"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_from_party_id"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_case_id"), table_name="relationship")
    op.drop_table("relationship")
    op.drop_index(op.f("ix_party_role_source_id"), table_name="party_role")
    op.drop_index(op.f("ix_party_role_party_id"), table_name="party_role")
    op.drop_table("party_role")
    op.drop_index(op.f("ix_party_label_party_id"), table_name="party_label")
    op.drop_table("party_label")
    op.drop_index(op.f("ix_milestone_party_id"), table_name="milestone")
    op.drop_index("ix_milestone_owner_due", table_name="milestone")
    op.drop_index(op.f("ix_milestone_case_id"), table_name="milestone")
    op.drop_table("milestone")
    op.drop_index(op.f("ix_measure_no_contact_party_id"), table_name="measure_no_contact")
    op.drop_table("measure_no_contact")
    op.drop_index(op.f("ix_measure_against_id"), table_name="measure")
    op.drop_table("measure")
    op.drop_index(op.f("ix_link_professional_user_id"), table_name="link_professional")
    op.drop_table("link_professional")
    op.drop_index(op.f("ix_incident_party_party_id"), table_name="incident_party")
    op.drop_table("incident_party")
    op.drop_table("incident_form")
    op.drop_table("incident_context")
    op.drop_table("incident")
    op.drop_index(op.f("ix_entry_version_entry_id"), table_name="entry_version")
    op.drop_index(op.f("ix_entry_version_edited_by_id"), table_name="entry_version")
    op.drop_table("entry_version")
    op.drop_index(op.f("ix_entry_release_organisation_id"), table_name="entry_release")
    op.drop_table("entry_release")
    op.drop_index(op.f("ix_entry_origin_source_id"), table_name="entry_origin")
    op.drop_index(op.f("ix_entry_origin_author_id"), table_name="entry_origin")
    op.drop_table("entry_origin")
    op.drop_index(op.f("ix_entry_disclosure_user_id"), table_name="entry_disclosure")
    op.drop_table("entry_disclosure")
    op.drop_index(op.f("ix_entry_concern_party_id"), table_name="entry_concern")
    op.drop_table("entry_concern")
    op.drop_table("document")
    op.drop_table("decision")
    op.drop_index(op.f("ix_contact_with_party_id"), table_name="contact_with")
    op.drop_table("contact_with")
    op.drop_table("contact")
    op.drop_table("conference_decision")
    op.drop_index(op.f("ix_conference_attendee_user_id"), table_name="conference_attendee")
    op.drop_table("conference_attendee")
    op.drop_table("conference")
    op.drop_table("assessment_score")
    op.drop_index(op.f("ix_assessment_about_id"), table_name="assessment")
    op.drop_table("assessment")
    op.drop_table("analysis_point")
    op.drop_table("analysis")
    op.drop_index(op.f("ix_address_party_id"), table_name="address")
    op.drop_table("address")
    op.drop_index(op.f("ix_action_owner_organisation_id"), table_name="action")
    op.drop_index(op.f("ix_action_owner_id"), table_name="action")
    op.drop_table("action")
    op.drop_index(op.f("ix_reach_count_case_id"), table_name="reach_count")
    op.drop_table("reach_count")
    op.drop_index(op.f("ix_phase_change_case_id"), table_name="phase_change")
    op.drop_table("phase_change")
    op.drop_index(op.f("ix_party_person_id"), table_name="party")
    op.drop_index(op.f("ix_party_case_id"), table_name="party")
    op.drop_table("party")
    op.drop_index(op.f("ix_link_organisation_id"), table_name="link")
    op.drop_index(op.f("ix_link_case_id"), table_name="link")
    op.drop_table("link")
    op.drop_index(op.f("ix_former_director_user_id"), table_name="former_director")
    op.drop_index(op.f("ix_former_director_case_id"), table_name="former_director")
    op.drop_table("former_director")
    op.drop_index(op.f("ix_exclusion_user_id"), table_name="exclusion")
    op.drop_index(op.f("ix_exclusion_case_id"), table_name="exclusion")
    op.drop_table("exclusion")
    op.drop_index("ix_entry_case_recorded", table_name="entry")
    op.drop_index("ix_entry_case_occurred", table_name="entry")
    op.drop_index("ix_entry_case_category", table_name="entry")
    op.drop_table("entry")
    op.drop_index(op.f("ix_deputy_user_id"), table_name="deputy")
    op.drop_index(op.f("ix_deputy_case_id"), table_name="deputy")
    op.drop_table("deputy")
    op.drop_index(op.f("ix_closure_proposal_proposed_by_id"), table_name="closure_proposal")
    op.drop_index(op.f("ix_closure_proposal_decided_by_id"), table_name="closure_proposal")
    op.drop_index(op.f("ix_closure_proposal_case_id"), table_name="closure_proposal")
    op.drop_table("closure_proposal")
    op.drop_index(op.f("ix_closure_reviewed_by_id"), table_name="closure")
    op.drop_index(op.f("ix_closure_case_id"), table_name="closure")
    op.drop_table("closure")
    op.drop_index(op.f("ix_case_brief_brought_in_by_id"), table_name="case_brief")
    op.drop_table("case_brief")
    op.drop_index("ix_audit_row_user_at", table_name="audit_row")
    op.drop_index(op.f("ix_audit_row_organisation_id"), table_name="audit_row")
    op.drop_index("ix_audit_row_case_at", table_name="audit_row")
    op.drop_table("audit_row")
    op.drop_table("visit")
    op.drop_index(op.f("ix_user_session_user_id"), table_name="user_session")
    op.drop_table("user_session")
    op.drop_table("user_role")
    op.drop_table("handled_post")
    op.drop_table("credential")
    op.drop_index("uq_case_reference", table_name="case")
    op.drop_index(op.f("ix_case_team_id"), table_name="case")
    op.drop_index(op.f("ix_case_organisation_id"), table_name="case")
    op.drop_index(op.f("ix_case_director_id"), table_name="case")
    op.drop_table("case")
    op.drop_index("uq_api_token_hash", table_name="api_token")
    op.drop_index(op.f("ix_api_token_user_id"), table_name="api_token")
    op.drop_table("api_token")
    op.drop_index("uq_user_email", table_name="user")
    op.drop_index(op.f("ix_user_team_id"), table_name="user")
    op.drop_index(op.f("ix_user_organisation_id"), table_name="user")
    op.drop_table("user")
    op.drop_index(op.f("ix_team_organisation_id"), table_name="team")
    op.drop_table("team")
    op.drop_index("ix_sealed_head_chain", table_name="sealed_head")
    op.drop_table("sealed_head")
    op.drop_table("person")
    op.drop_table("organisation")
    op.drop_table("audit_seal")
    op.drop_table("audit_head")
    op.drop_index("ix_attempt_subject", table_name="attempt")
    op.drop_table("attempt")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_row_only_grows()")
