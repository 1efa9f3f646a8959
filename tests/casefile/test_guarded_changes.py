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
        ending = update(role).where(role.until_on.is_(None)).values(until_on=None).returning(role.id)
        changed = session.execute(ending, execution_options=UNTRACKED).all()
        clearing = delete(said).where(said.terms != "").returning(said.entry_id)
        removed = session.execute(clearing, execution_options=UNTRACKED).all()
        assert (bool(changed), bool(removed)) == (reaches, reaches)
