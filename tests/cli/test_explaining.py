"""`caseflow access`: the rules read aloud, and how far they reach."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, select, text, update
from sqlalchemy.orm import Session

from caseflow.models import Case, Link, ReachCount, User
from tests.app_fixtures import copy_of_story


@pytest.fixture(params=["postgresql"])
def postgres_story_url(request):
    """Give the story on the database that has a second wall."""
    with copy_of_story(request) as url:
        yield url


def let_links_run(url):
    """Let every link of the story run on: what it tells is over."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(update(Link).values(until_at=datetime(2999, 1, 1, tzinfo=UTC), revoked_at=None))
    engine.dispose()


def test_it_says_which_rule_hides_an_entry_and_which_links_ended(shell, story_url):
    answer = shell(
        "access", "explain", "karin.boelens@politie.example", "OD-2023-004", "r12-address-shelter-mirjam",
        url=story_url,
    )  # fmt: skip
    assert answer.code == 0
    assert answer.out.startswith("May not be read.")
    assert "no   One link of the actor opens the entry's category" in answer.out
    assert answer.out.count("  over  Politie") == 3


def test_a_seat_is_named_as_what_grants(shell, story_url):
    answer = shell("access", "explain", "ilse.brand@oosterdelta.example", "OD-2023-004", url=story_url)
    assert answer.out.startswith("May be read.")
    assert "yes  Cases of which the actor is the director" in answer.out


def test_what_does_not_exist_ends_with_1(shell, story_url):
    for arguments in (("nobody@x.example", "OD-2023-004"), ("ilse.brand@oosterdelta.example", "NOT-THERE")):
        assert shell("access", "explain", *arguments, url=story_url).code == 1


def test_the_self_test_counts_and_says_by_partner_what_was_gained_and_lost(shell, story_url):
    let_links_run(story_url)
    answer = shell("access", "self-test", url=story_url)
    assert (answer.code, answer.err) == (0, "")
    assert "professionals reach" in answer.out
    assert "no earlier count" in answer.out
    assert "Nothing changed since" in shell("access", "self-test", url=story_url).out
    engine = create_engine(story_url)
    with Session(engine) as session:
        counted = session.scalars(select(ReachCount).order_by(ReachCount.user_id)).first()
        email = session.scalar(select(User.email).where(User.id == counted.user_id))
        case = session.scalar(select(Case.reference).where(Case.id == counted.case_id))
        line = f"{case} {counted.category}: lost 2 ({counted.entries + 2} -> {counted.entries})"
        counted.entries += 2
        session.commit()
    engine.dispose()
    answer = shell("access", "self-test", url=story_url)
    assert answer.code == 0
    assert f"  {email}\n    {line}\n" in answer.out + "\n"


def test_rights_that_come_after_a_count_of_nothing_are_told(shell, story_url):
    assert shell("access", "self-test", url=story_url).out.startswith("0 professionals")
    let_links_run(story_url)
    answer = shell("access", "self-test", url=story_url)
    assert "no earlier count" not in answer.out
    assert "gained" in answer.out


def test_the_self_test_ends_with_1_when_the_two_walls_differ(shell, postgres_story_url):
    let_links_run(postgres_story_url)
    engine = create_engine(postgres_story_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER POLICY the_actor ON entry USING (true)"))
    engine.dispose()
    answer = shell("access", "self-test", url=postgres_story_url)
    assert answer.code == 1
    assert "professionals reach" in answer.out
    assert "do not say the same" in answer.err
    assert "0 only by the guard" in answer.err
