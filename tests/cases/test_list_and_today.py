"""The list of cases and the day's page: what is due, what is new, for whom."""

from datetime import datetime

from sqlalchemy import select

from caseflow.cases.listing import Order, Wanted, case_page
from caseflow.cases.today import day_of
from caseflow.models import Milestone, Visit
from tests.cases.story import PATH, STORY, statements, visitor_named

OPEN_IN_DECEMBER = {"annelies-wouda": 1, "mehmet-karaca": 2, "sjoerd-haverkamp": 1, "claire-ottens": 3}
OVERDUE_IN_DECEMBER = {
    "WB-2023-001": 1,
    "WB-2024-001": 1,
    "WB-2024-002": 2,
    "WB-2024-003": 1,
    "WB-2024-004": 1,
    "WB-2025-001": 1,
    "WB-2025-002": 1,
    "WB-2025-003": 2,
}


def shown(page):
    return [
        one.text
        for one in page.root.find_all("a")
        if one.get("href").startswith("/cases/") and "-20" in one.text
    ]


def test_each_director_has_their_own_open_cases(at, as_user):
    at("2025-12-01 12:00")
    found = {}
    for key in OPEN_IN_DECEMBER:
        with as_user(key) as session:
            found[key] = case_page(session, Wanted(status="open")).count
    assert found == OPEN_IN_DECEMBER


def test_the_list_counts_what_is_overdue_in_each_case(at, as_user):
    at("2025-12-01 12:00")
    overdue = {}
    for key in OPEN_IN_DECEMBER:
        with as_user(key) as session:
            overdue |= {
                line.reference: line.overdue for line in case_page(session, Wanted()).lines if line.overdue
            }
    assert overdue == OVERDUE_IN_DECEMBER


def test_an_excluded_team_lead_does_not_find_the_case_of_their_own_team(at, look):
    at("2025-02-12 08:59")
    assert "WB-2025-001" in look("rob-steenhuis", "/cases").text
    at("2025-02-12 09:00")
    assert "WB-2025-001" not in look("rob-steenhuis", "/cases?status=all").text
    assert look("rob-steenhuis", "/cases/WB-2025-001").status == 404


def test_a_deputy_has_the_case_only_while_standing_in(at, look):
    for moment, there in (
        ("2025-07-13 12:00", False),
        ("2025-07-14 12:00", True),
        ("2025-08-11 12:00", False),
    ):
        at(moment)
        assert ("WB-2024-002" in look("annelies-wouda", "/cases").text) == there, moment


def test_the_list_filters_sorts_and_keeps_what_was_asked(at, look):
    at("2025-12-01 12:00")
    page = look("rob-steenhuis", "/cases?status=all")
    everything = shown(page)
    assert shown(look("rob-steenhuis", "/cases?status=closed")) == [
        one for one in everything if one not in shown(look("rob-steenhuis", "/cases"))
    ]
    turned = page.follow("Case sort by this column")
    assert shown(turned) == sorted(everything, reverse=True)
    assert "status=all" in turned.url
    assert "No case fits these filters" in look("claire-ottens", "/cases?status=closed&phase=recovery").text


def test_what_an_address_asks_wrongly_is_left_out(at, look):
    at("2025-12-01 12:00")
    pages = ("?page=0", "?page=-3", "?page=99999999999999999999", "?page=x")
    for query in (*pages, "?sort=name", "?phase=x&status=y", "?director=1", "?desc=%00"):
        assert look("rob-steenhuis", f"/cases{query}").status == 200, query


def test_sorting_by_what_is_due_puts_cases_without_anything_due_last(at, as_user):
    at("2025-12-01 12:00")
    for descending in (False, True):
        with as_user("rob-steenhuis") as session:
            lines = case_page(session, Wanted(order=Order.NEXT_DUE, descending=descending)).lines
        days = [line.next_due_on for line in lines]
        due = [day for day in days if day is not None]
        assert days == sorted(due, reverse=descending) + [None] * (len(days) - len(due))


def test_a_hidden_entry_moves_nothing_in_the_list_of_a_partner(at, as_user):
    at("2023-02-07 12:00")
    with as_user("anneke-postma") as session:
        line = case_page(session, Wanted(order=Order.LAST_ENTRY)).lines[0]
    with as_user("ilse-brand") as session:
        hers = case_page(session, Wanted(order=Order.LAST_ENTRY)).lines[0]
    assert line.last_entry_at == datetime.fromisoformat("2023-01-30T11:00+01:00")
    assert hers.last_entry_at > line.last_entry_at
    assert (line.names, line.unnamed, line.overdue) == ((), 2, 0)


def test_list_and_day_take_at_most_twelve_statements(at, look):
    at("2023-02-07 12:00")
    for who in ("ilse-brand", "petra-zuidema", "rob-steenhuis", "anneke-postma"):
        visitor = look(who, "/me").visitor
        day = "/shared" if who == "anneke-postma" else "/today"
        for path in ("/cases?status=all", "/cases?sort=last_entry", "/cases?sort=next_due", day):
            with statements() as seen:
                visitor.get(path)
            assert len(seen) <= 12, (who, path)


def test_the_day_groups_what_is_overdue_due_today_and_due_this_week(at, as_user):
    at("2023-02-27 12:00")
    with as_user("ilse-brand") as session:
        today = next(group for group in day_of(session).groups if group.urgency == "today")
    assert [line.kind for line in today.lines] == ["m14-baseline"]
    at("2023-02-28 12:00")
    with as_user("ilse-brand") as session:
        overdue = next(group for group in day_of(session).groups if group.urgency == "overdue")
    assert [line.kind for line in overdue.lines] == ["m14-baseline"]
    assert overdue.count == 1


def test_what_the_law_counts_in_minutes_is_overdue_by_the_minute(at, as_user):
    at("2023-02-10 12:00")
    with as_user("ilse-brand") as session:
        session.scalars(select(Milestone).where(Milestone.kind == "m07-home-ban-limit")).one().done_on = None
    for moment, urgency in (("2023-02-10 22:40", "today"), ("2023-02-10 22:41", "overdue")):
        at(moment)
        with as_user("ilse-brand") as session:
            found = {line.kind: group.urgency for group in day_of(session).groups for line in group.lines}
        assert found["m07-home-ban-limit"] == urgency


def test_what_others_write_is_new_until_it_is_put_away(ilse, story, clock, at):
    lead = visitor_named(story, clock, "petra-zuidema")
    lead.get(PATH).submit(note="Please call me about the school.")
    page = ilse.get("/today")
    assert "Petra Zuidema" in page.text
    assert "Nobody else wrote anything" not in page.text
    assert "Petra Zuidema" not in lead.get("/today").text
    assert "Nobody else wrote anything" in page.submit(button="I have seen this").text
    at("2023-02-07 12:05")
    lead.get(PATH).submit(note="And about the car.")
    assert "Petra Zuidema" in ilse.get("/today").text


def test_looking_at_the_day_changes_nothing(ilse, as_user):
    ilse.get("/today")
    with as_user("ilse-brand") as session:
        assert session.scalar(select(Visit.seen_at)) is None


def test_the_news_is_never_put_away_in_advance_or_by_a_wrong_moment(ilse, as_user, clock):
    for wrong in ("", "yesterday", "2023-02-07T12:00:00", "0001-01-01T00:00:00+00:00"):
        assert ilse.post("/today/seen", {"seen_at": wrong}).status == 400, wrong
    ilse.post("/today/seen", {"seen_at": "2999-01-01T00:00:00+00:00"})
    with as_user("ilse-brand") as session:
        assert session.scalar(select(Visit.seen_at)) == clock()


def test_a_partner_starts_with_what_is_shared_with_them(at, look):
    at("2023-02-07 12:00")
    page = look("anneke-postma", "/shared")
    assert page.heading == "Shared with me"
    assert STORY in page.text
    assert "2 people" in page.text
    assert not any(name in page.text for name in ("Jip", "Noor", "Mirjam"))


def test_who_has_nothing_yet_is_told_what_to_do(at, look):
    at("2023-01-02 12:00")
    assert "You have no cases yet" in look("marit-kloosterman", "/today").text
    assert "Nothing is shared with you now" in look("anneke-postma", "/shared").text
    assert "Nothing is shared with you now" in look("anneke-postma", "/cases").text
    assert "You have no open cases" in look("marit-kloosterman", "/cases").text


def test_every_page_is_dutch_for_who_reads_dutch(at, look):
    at("2023-02-07 12:00")
    assert look("ilse-brand", "/today", "nl").heading == "Vandaag"
    assert "Betrokkenen informeren over hun gegevens" in look("ilse-brand", PATH, "nl").text
    assert "Mirjam Veerstra is ouder van Tess Lindeman" in look("ilse-brand", f"{PATH}/parties", "nl").text
