"""Which organisation made a report stands with where entries come from, so that it is as secret as that may be."""

import sqlalchemy as sa
from alembic import op

from caseflow.migrate import put_up_wall, take_down_wall

revision = "0017_who_reported"
down_revision = "0016_seats_and_sources"

COLUMN = "from_organisation_id"
TO_ORIGINS = """
UPDATE entry_origin SET from_organisation_id =
    (SELECT report.from_organisation_id FROM report WHERE report.id = entry_origin.entry_id)
"""
TO_REPORTS = """
UPDATE report SET from_organisation_id =
    (SELECT entry_origin.from_organisation_id FROM entry_origin WHERE entry_origin.entry_id = report.id)
"""
NAMES_OF_HIDDEN_FILES = """
DELETE FROM search_token WHERE entry_id IN (
    SELECT id FROM entry
    WHERE kind = 'document' AND source_confidential AND NOT protected AND category <> 'whereabouts'
)
"""
"""These texts are found by their stems, so what is found by a token is the name of the file."""


def upgrade() -> None:
    """Move it, forget by which words the names of secret files were found, and put up the wall of this day."""
    take_down_wall(op.get_bind())
    _move("report", "entry_origin", TO_ORIGINS)
    op.execute(NAMES_OF_HIDDEN_FILES)
    put_up_wall(op.get_bind(), "0017_who_reported")


def downgrade() -> None:
    """Move it back, and put up the wall as it was before. The names are not found again until an entry is edited."""
    take_down_wall(op.get_bind())
    _move("entry_origin", "report", TO_REPORTS)
    put_up_wall(op.get_bind(), "0016_seats_and_sources")


def _move(source: str, target: str, values: str) -> None:
    with op.batch_alter_table(target) as table:
        table.add_column(sa.Column(COLUMN, sa.Uuid(), nullable=True))
        table.create_foreign_key(op.f(f"fk_{target}_{COLUMN}_organisation"), "organisation", [COLUMN], ["id"])
    op.create_index(op.f(f"ix_{target}_{COLUMN}"), target, [COLUMN])
    op.execute(values)
    op.drop_index(op.f(f"ix_{source}_{COLUMN}"), table_name=source)
    with op.batch_alter_table(source) as table:
        table.drop_constraint(op.f(f"fk_{source}_{COLUMN}_organisation"), type_="foreignkey")
        table.drop_column(COLUMN)
