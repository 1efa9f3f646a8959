"""A link as somebody at the partners page makes it, in the case of the story."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import Case, Exclusion, Organisation, Party, SharingAgreement, User

CASE = "/cases/OD-2023-004"
PICK_UP = "alleen moeder of oma Greet haalt hen op"
"""About Jip and Noor, in the category safety."""
HAND_OVER = "ook op vrijdag. Bij twijfel belt de school Farouk"
"""About Noor alone, in the category safety."""


class People:
    """Ids of the story, by key."""

    def __init__(self, app) -> None:
        self.app = app

    def party(self, key: str) -> str:
        """Return the id of a party of the case."""
        wanted = select(Party.id).join(Case).where(Case.reference == "OD-2023-004", Party.key == key)
        return self._one(wanted)

    def user(self, key: str) -> str:
        return self._one(select(User.id).where(User.key == key))

    def organisation(self, name: str) -> str:
        return self._one(select(Organisation.id).where(Organisation.name == name))

    def exclude(self, key: str) -> None:
        """Let the case of the story not exist for somebody."""
        with self.app.app_context(), Session(db.engine) as session:
            case_id = session.scalars(select(Case.id).where(Case.reference == "OD-2023-004")).one()
            user_id = session.scalars(select(User.id).where(User.key == key)).one()
            session.add(Exclusion(case_id=case_id, user_id=user_id, reason="Buurvrouw."))
            session.commit()

    def _one(self, wanted) -> str:
        with self.app.app_context(), Session(db.engine) as session:
            return str(session.scalars(wanted).one())


def agree_with_everybody(app) -> None:
    """Put an agreement in force with every organisation."""
    with app.app_context(), Session(db.engine) as session:
        for organisation_id in session.scalars(select(Organisation.id)):
            agreed = {"name": "Convenant huiselijk geweld", "edition": "1", "covers": "Alles."}
            since = {"from_on": date(2020, 1, 1), "recorded_at": datetime(2020, 1, 1, tzinfo=UTC)}
            session.add(SharingAgreement(organisation_id=organisation_id, **agreed, **since))
        session.commit()


def cells(people: People, *wanted: str) -> list[str]:
    """Return what boxes send: `jip:safety` and so on."""
    return [f"{people.party(key)}:{category}" for key, category in (one.split(":") for one in wanted)]


def filled_in(people: People, *wanted: str) -> dict:
    """Return a whole form for a link with the school of Jip and Noor."""
    return {
        "organisation_id": people.organisation("Basisschool De Zilvermeeuw"),
        "professional_ids": [people.user("anneke-postma")],
        "purpose": "Weten wie de kinderen mag ophalen.",
        "basis": "public_task",
        "weighing": "De school heeft alleen de ophaalafspraak nodig.",
        "scope": cells(people, *(wanted or ("jip:safety", "noor:safety"))),
    }


ANSWERS = {
    "answer_held_by_source": "Dat heeft de school niet nodig.",
    "answer_consent": "Op papier, in het dossier.",
}
"""What is answered to warnings."""
UNANSWERED = "Beantwoord dit voordat u opslaat."


def answering(page, button: str):
    """Answer the warnings that came up, where nothing else is wrong."""
    if not page.errors or not all(UNANSWERED in error for error in page.errors):
        return page
    asked = {name: answer for name, answer in ANSWERS.items() if name in page.values()}
    return page.submit(button=button, **asked)


def link_school(director, people: People, *wanted: str, **others):
    """Link the school, and return the page that follows: first the organisation, then its people, then answers."""
    form = filled_in(people, *wanted)
    page = director.get(f"{CASE}/partners/new")
    page = page.submit(button="Personen tonen", organisation_id=form["organisation_id"])
    return answering(page.submit(button="Deze partner koppelen", **(form | others)), "Deze partner koppelen")


def running(director, words: str):
    """Follow a link of the one running link of the case."""
    page = director.get(f"{CASE}/partners")
    card = next(
        one for one in page.main.find_all("section") if one.get("aria-labelledby", "").startswith("link-")
    )
    return director.get(next(one.get("href") for one in card.find_all("a") if words in one.text))
