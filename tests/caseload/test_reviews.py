"""The lead's reviews: what waits in the cases of the team, each with the way to where it is dealt with."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.models import (
    BreakGlass,
    Case,
    ClosureProposal,
    Consent,
    Exclusion,
    Link,
    LinkAnswer,
    Organisation,
    Party,
    ScopeCell,
    SharingAgreement,
    User,
)
from caseflow.models.vocabulary import Basis, Category, ClosureReason, ConsentForm, LinkWarning
from tests.statement_count import MOST, counted

CASE = "/cases/OD-2023-004"
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
"""The morning on which the application stands still."""


class Team:
    """Puts things into the case of the story that wait for its lead."""

    def __init__(self, app) -> None:
        self.app = app

    def add(self, *rows) -> None:
        with self.app.app_context(), Session(db.engine) as session:
            session.add_all(rows)
            session.commit()

    def one(self, wanted):
        with self.app.app_context(), Session(db.engine) as session:
            return session.scalars(wanted).first()

    @property
    def case_id(self):
        return self.one(select(Case.id).where(Case.reference == "OD-2023-004"))

    def user(self, key: str):
        return self.one(select(User.id).where(User.key == key))

    def link(self, *, ends_in: timedelta = timedelta(days=200)) -> Link:
        """A link with the doctor that runs."""
        organisation = self.one(select(Organisation.id).where(Organisation.kind == "gp"))
        link = Link(
            case_id=self.case_id,
            organisation_id=organisation,
            basis=Basis.CONSENT,
            from_at=NOW - timedelta(days=9),
            until_at=NOW + ends_in,
        )
        with self.app.app_context(), Session(db.engine, expire_on_commit=False) as session:
            session.add(link)
            session.commit()
        return link

    def agree(self, link: Link, until_on: date | None = None) -> None:
        agreed = {"name": "Convenant", "edition": "1", "covers": "Alles.", "recorded_at": NOW}
        since = {"from_on": date(2020, 1, 1), "until_on": until_on}
        self.add(SharingAgreement(organisation_id=link.organisation_id, **agreed, **since))

    def consent(self, link: Link, *, ends_in: timedelta, withdrawn: bool = False) -> None:
        party = self.one(select(Party.id).where(Party.case_id == self.case_id))
        made = Consent(
            case_id=self.case_id,
            party_id=party,
            organisation_id=link.organisation_id,
            purpose="Letsel.",
            by_self=True,
            how=ConsentForm.SPOKEN,
            from_at=NOW - timedelta(days=9),
            until_at=NOW + ends_in,
            recorded_by_id=self.user("ilse-brand"),
            recorded_at=NOW,
            withdrawn_at=NOW - timedelta(hours=1) if withdrawn else None,
        )
        with self.app.app_context(), Session(db.engine) as session:
            session.add(made)
            session.flush()
            cell = {"link_id": link.id, "party_id": party, "category": Category.HEALTH}
            session.add(ScopeCell(**cell, consent_id=made.id))
            session.commit()


@pytest.fixture
def team(story):
    return Team(story)


def headings(page) -> list[str]:
    return [one.text for one in page.main.find_all("h2")]


def test_nothing_waits_and_the_page_says_so(story, lead):
    page = lead.get("/caseload/reviews")
    assert headings(page) == []
    assert "Er wacht nu niets" in page.text


def test_the_caseload_and_today_lead_to_the_reviews(story, lead):
    for path in ("/caseload", "/today"):
        assert lead.get(path).links["Nakijken"] == "/caseload/reviews"


@pytest.mark.parametrize("key", ["ilse-brand", "ruud-sanders", "anneke-postma", "lotte-prins"])
def test_only_a_team_lead_has_reviews(story, sign_in, key):
    visitor = sign_in(key)
    assert visitor.get("/caseload/reviews").status == 404
    assert "Nakijken" not in visitor.get("/today").links


def test_a_link_outside_an_agreement_shows_with_its_reason_until_there_is_an_agreement(story, lead, team):
    link = team.link()
    page = lead.get("/caseload/reviews")
    assert headings(page) == ["Koppelingen zonder geldig convenant (1)"]
    assert "nog geen reden" in page.text
    answer = {"answer": "Spoed.", "answered_by_id": team.user("ilse-brand"), "answered_at": NOW}
    what = {"link_id": link.id, "case_id": link.case_id, "warning": LinkWarning.NO_AGREEMENT}
    team.add(LinkAnswer(**what, **answer))
    page = lead.get("/caseload/reviews")
    assert "Spoed. (Ilse Brand)" in page.text
    assert f"{CASE}/partners/{link.id}" in page.links.values()
    team.agree(link, date(2026, 11, 23))
    assert headings(lead.get("/caseload/reviews")), "it ended today"
    team.agree(link, date(2026, 11, 24))
    assert headings(lead.get("/caseload/reviews")) == []


def test_a_link_that_ends_within_a_month_leads_to_its_renewal(story, lead, team):
    near, far = team.link(ends_in=timedelta(days=30)), team.link(ends_in=timedelta(days=32))
    team.agree(near)
    page = lead.get("/caseload/reviews")
    assert headings(page) == ["Koppelingen die binnen een maand eindigen (1)"]
    assert f"{CASE}/partners/{near.id}/renew" in page.links.values()
    assert f"{CASE}/partners/{far.id}/renew" not in page.links.values()


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        ({"ends_in": timedelta(days=20)}, "eindigt op 13 december 2026"),
        ({"ends_in": -timedelta(days=1)}, "Beëindigd 22 november 2026"),
        ({"ends_in": timedelta(days=200), "withdrawn": True}, "Ingetrokken 23 november 2026"),
        ({"ends_in": timedelta(days=200)}, None),
    ],
)
def test_a_link_that_rests_on_a_consent_that_ends_leads_to_the_consents(story, lead, team, consent, said):
    link = team.link()
    team.agree(link)
    team.consent(link, **consent)
    page = lead.get("/caseload/reviews")
    if said is None:
        assert headings(page) == []
        return
    assert headings(page) == ["Koppelingen waarvan de toestemming eindigt of is ingetrokken (1)"]
    assert said in page.text
    assert f"{CASE}/consents" in page.links.values()


def test_break_glass_and_proposals_to_close_lead_to_where_they_are_answered(story, lead, team):
    director = team.user("farouk-amrani")
    until = NOW + timedelta(hours=4)
    glass = BreakGlass(case_id=team.case_id, user_id=director, reason="Brand.", at=NOW, until_at=until)
    team.add(glass)
    proposed = {"proposed_by_id": team.user("ilse-brand"), "proposed_at": NOW}
    team.add(ClosureProposal(case_id=team.case_id, reason=ClosureReason.OTHER, **proposed))
    page = lead.get("/caseload/reviews")
    assert headings(page) == [
        "Noodtoegang: uw oordeel is nodig (1)",
        "Voorstel om af te sluiten: uw besluit (1)",
    ]
    assert f'href="{CASE}/close"' in page.html
    assert f'href="{CASE}/break-glass/' in page.html


def test_a_case_that_does_not_exist_for_the_lead_counts_nowhere(story, lead, team):
    team.link(ends_in=timedelta(days=3))
    assert len(headings(lead.get("/caseload/reviews"))) == 2
    excluded = {"user_id": team.user("petra-zuidema"), "reason": "Zus."}
    team.add(Exclusion(case_id=team.case_id, **excluded))
    assert headings(lead.get("/caseload/reviews")) == []


def test_a_lead_of_another_team_sees_nothing_of_it(story, team, sign_in):
    team.link(ends_in=timedelta(days=3))
    assert "OD-2023-004" not in sign_in("rob-steenhuis").get("/caseload/reviews").whole_text


def test_the_page_takes_no_more_statements_for_more_links(story, lead, team):
    for _ in range(3):
        team.consent(team.link(ends_in=timedelta(days=3)), ends_in=timedelta(days=2))
    with counted(story) as statements:
        lead.get("/caseload/reviews")
    assert len(statements) <= MOST
