"""A session changes and removes what its actor may read, and leaves the rest alone."""

import pytest
from sqlalchemy import delete, update

from caseflow import models

UNTRACKED = {"synchronize_session": False}


@pytest.mark.parametrize(("who", "reaches"), [("ilse-brand", True), ("lotte-prins", False)])
def test_changes_reach_only_what_may_be_read(file, who, reaches):
    said = models.SearchTerms
    role = models.PartyRole
    with file.session(who) as session:
        changed = session.execute(
            update(role).where(role.until_on.is_(None)).values(until_on=None), execution_options=UNTRACKED
        )
        removed = session.execute(delete(said).where(said.terms != ""), execution_options=UNTRACKED)
        assert (changed.rowcount > 0, removed.rowcount > 0) == (reaches, reaches)
