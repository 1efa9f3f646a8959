"""`caseflow access`: the rules read aloud, and how far they reach."""


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


def test_the_self_test_counts(shell, story_url):
    answer = shell("access", "self-test", url=story_url)
    assert answer.code == 0
    assert "professionals reach" in answer.out
