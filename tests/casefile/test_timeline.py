"""The timeline: what stands there for whom, filtered and in pages, at a bounded cost."""

import pytest

from tests.casefile.conftest import CASE, amsterdam, value_of
from tests.statements import counted

MOST_STATEMENTS = 12
"""How many statements a page may cost."""


def items(page):
    """The entries on a page: the texts of the timeline's items."""
    return [one.text for one in page.root.walk() if "timeline__item" in one.classes]


def test_a_director_reads_the_whole_file_newest_first_in_pages(sign_in, clock):
    clock.set(amsterdam("2026-07-24T12:00"))
    page = sign_in("petra-zuidema", "en").get(f"{CASE}/timeline")
    seen = []
    while True:
        seen.append(len(items(page)))
        older = page.links.get("Next")
        if older is None:
            break
        page = page.visitor.get(older)
    assert seen == [50, 50, 20]
    newer = page.visitor.get(page.links["Previous"])
    assert len(items(newer)) == 50
    assert len(items(newer.visitor.get(newer.links["Previous"]))) == 50


def test_filters_stand_in_the_address_as_codes_and_narrow_the_list(sign_in):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/timeline")
    tess = value_of(page, "party", "Tess")
    found = page.submit(button="Show", kind="voice", party=tess, until="2023-01-31")
    assert f"party={tess}" in found.url
    assert "Lindeman" not in found.url
    assert len(items(found)) == 1
    assert "Ik zet altijd muziek op" in items(found)[0]


def test_a_filter_that_fits_nothing_says_what_to_do(sign_in):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/timeline?kind=document&category=work")
    assert items(page) == []
    assert "Nothing fits this filter" in page.text


def test_nonsense_in_the_address_is_told_and_never_an_error(sign_in):
    visitor = sign_in("ilse-brand", "en")
    for query in (
        "kind=nothing",
        "party=1",
        "source=x",
        "from=31-31-2026",
        "until=99999-01-01",
        "category=%00",
    ):
        assert visitor.get(f"{CASE}/timeline?{query}").status == 422
    for query in ("older=1", "newer=%ff"):
        assert visitor.get(f"{CASE}/timeline?{query}").status == 404


def test_a_partner_reads_exactly_what_the_link_gives(sign_in, clock):
    clock.set(amsterdam("2023-02-07T12:00"))
    page = sign_in("anneke-postma", "en").get(f"{CASE}/timeline")
    assert len(items(page)) == 2
    assert "Mirjam" not in " ".join(items(page)).replace("moeder", "")
    assert "Write an entry" in page.links


def test_who_stands_outside_gets_the_answer_of_what_is_not_there(sign_in):
    visitor = sign_in("marit-kloosterman")
    hidden, absent = visitor.get(f"{CASE}/timeline"), visitor.get("/cases/XX-2000-001/timeline")
    assert (hidden.status, absent.status) == (404, 404)
    assert hidden.text == absent.text


def test_a_withheld_source_is_called_so_and_not_shown(sign_in, clock):
    clock.set(amsterdam("2023-02-07T12:00"))
    partner = sign_in("karin-boelens", "en").get(f"{CASE}/timeline")
    told = next(text for text in items(partner) if "langzaam door de straat" in text)
    assert "Source not shown" in told
    assert "Lokaal team" not in told
    director = sign_in("ilse-brand", "en").get(f"{CASE}/timeline")
    assert "Lokaal team" in next(text for text in items(director) if "langzaam door de straat" in text)


def test_a_home_ban_runs_until_the_minute_it_ends(sign_in, clock):
    for moment, word in (("2023-02-10T22:39", "Runs now"), ("2023-02-10T22:40", "Has ended by itself")):
        clock.set(amsterdam(moment))
        page = sign_in("ilse-brand", "en").get(f"{CASE}/timeline?kind=measure")
        extended = items(page)[0]
        assert word in extended, extended


def test_a_running_home_ban_says_how_far_it_can_be_extended(sign_in, clock):
    clock.set(amsterdam("2023-01-16T12:00"))
    page = sign_in("ilse-brand", "en").get(f"{CASE}/timeline?kind=measure")
    assert "Can be extended to February 10 2023 22:40" in items(page)[0].replace("10 February", "February 10")


def test_a_disputed_entry_shows_the_statement_beside_it(sign_in, clock):
    clock.set(amsterdam("2023-10-03T12:00"))
    page = sign_in("inge-terpstra", "en").get(f"{CASE}/timeline")
    disputed = [text for text in items(page) if "Disputed" in text]
    assert len(disputed) == 1
    assert "What the person concerned says about it" in disputed[0]


def test_fifty_entries_of_all_kinds_cost_a_dozen_statements(sign_in, story, clock):
    clock.set(amsterdam("2023-03-10T12:00"))
    visitor = sign_in("ilse-brand", "en")
    visitor.get(f"{CASE}/timeline")
    with counted(story) as sent:
        page = visitor.get(f"{CASE}/timeline")
    assert len(items(page)) == 50
    assert len(sent) <= MOST_STATEMENTS, "\n\n".join(statement[:150] for statement in sent)


@pytest.mark.parametrize("who", ["ilse-brand", "petra-zuidema"])
def test_nor_do_a_running_ban_and_protected_facts_cost_more(sign_in, story, clock, who):
    clock.set(amsterdam("2023-02-07T12:00"))
    visitor = sign_in(who, "en")
    visitor.get(f"{CASE}/timeline")
    with counted(story) as sent:
        visitor.get(f"{CASE}/timeline")
    assert len(sent) <= MOST_STATEMENTS, "\n\n".join(statement[:150] for statement in sent)
