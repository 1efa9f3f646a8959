"""A team with a case of its own: the lead of the story opens one for Marit."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Case, Deputy, FormerDirector, Milestone, User

CASE = "/cases/OD-2023-004"


class Desk:
    """What stands in the database about who holds the case of the story."""

    def __init__(self, app) -> None:
        self.app = app

    def user(self, key: str) -> str:
        with self.app.app_context(), Session(db.engine) as session:
            return str(session.scalars(select(User.id).where(User.key == key)).one())

    def former(self) -> list[tuple]:
        wanted = select(User.key, FormerDirector.from_at, FormerDirector.until_at)
        wanted = wanted.join(User, User.id == FormerDirector.user_id).order_by(FormerDirector.until_at)
        return self._all(
            wanted.join(Case, Case.id == FormerDirector.case_id).where(Case.reference == "OD-2023-004")
        )

    def open_milestones(self) -> dict[str, int]:
        wanted = select(User.key).join(Milestone, Milestone.owner_id == User.id).join(Case)
        open_ones = wanted.where(
            Case.reference == "OD-2023-004", Milestone.done_on.is_(None), Milestone.not_applicable.is_(None)
        )
        keys = [key for (key,) in self._all(open_ones)]
        return {key: keys.count(key) for key in keys}

    def deputies(self) -> list[tuple]:
        wanted = select(User.key, Deputy.from_at, Deputy.until_at).join(User, User.id == Deputy.user_id)
        return self._all(wanted.order_by(Deputy.from_at))

    def _all(self, wanted) -> list[tuple]:
        with self.app.app_context(), Session(db.engine) as session:
            return [tuple(row) for row in session.execute(wanted)]


@pytest.fixture
def desk(story):
    return Desk(story)


@pytest.fixture
def lead(story, sign_in):
    return sign_in("petra-zuidema")
