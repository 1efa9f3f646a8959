"""Consents and agreements as somebody at their pages records them, in the case of the story."""

from tests.sharing.links import CASE, cells

DOCTOR = "Huisartsenpraktijk Aan de Dijk"
LINK = "Deze partner koppelen"
RECORD = "Vastleggen"


def consent(people, party: str = "mirjam", *categories: str, **others) -> dict:
    """Return a whole form for a consent with the doctor."""
    return {
        "party_id": people.party(party),
        "organisation_id": people.organisation(DOCTOR),
        "purpose": "Letsel beoordelen.",
        "categories": [*(categories or ("health",))],
        "by_self": True,
        "how": "signed_form",
        "from_on": "2026-11-20",
        "until_on": "2027-05-01",
    } | others


def record(director, people, *asked: str, **others):
    """Record a consent, and return the page that follows."""
    form = consent(people, *asked, **others)
    page = director.get(f"{CASE}/consents/new")
    return page.submit(button=RECORD, **form)


def chosen(director, people, organisation: str = DOCTOR):
    """Return the page for a new link once an organisation was chosen."""
    page = director.get(f"{CASE}/partners/new")
    return page.submit(button="Personen tonen", organisation_id=people.organisation(organisation))


def on_consent(people, page, *wanted: str, **others) -> dict:
    """Return a whole form for a link with the doctor on the ground of consent, with every consent ticked."""
    ticked = {"consent_ids": offered(page)} if offered(page) else {}
    return (
        ticked
        | {
            "professional_ids": [people.user("liesbeth-oort")],
            "purpose": "Letsel beoordelen.",
            "basis": "consent",
            "scope": cells(people, *(wanted or ("mirjam:health",))),
        }
        | others
    )


def offered(page) -> list[str]:
    """Return the consents that can be ticked on a page, by id."""
    return [one.get("value") for one in page.main.find_all("input") if one.get("name") == "consent_ids"]


def linked(director, people, *wanted: str, **others):
    """Link the doctor on every consent that holds, and return the page that follows."""
    page = chosen(director, people)
    return page.submit(button=LINK, **on_consent(people, page, *wanted, **others))


def withdraw(director, of: str = "Mirjam Veerstra"):
    """Withdraw the one consent of somebody that holds."""
    page = director.get(f"{CASE}/consents")
    links = page.links
    where = next(to for words, to in links.items() if words.startswith(f"Intrekken: {of}"))
    return director.get(where).submit(button="Intrekken", withdrawn_by=of)
