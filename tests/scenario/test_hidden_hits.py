"""What a partner may not read changes nothing in what they find: not the hits, not how many, not their order."""

import pytest

from tests.api.caller import caller
from tests.scenario.finding import CASE, answers_of, found_by_program, pages_of

MOMENT = "2023-05-16 12:00"
PARTNER = "samira-benali"
WORDS = ("Mirjam", "school", "Mirjam school", "kinderen")
SAYS_ALL = "Mirjam haalt de kinderen van school."
NOTE = {"kind": "contact", "category": "safety", "concerns": ["mirjam"], "body": SAYS_ALL, "data": {}}
HIDDEN = (
    {"directors_only": True},
    {"category": "legal"},
    {"concerns": ["dennis"]},
    {"onward": "none", "source": "politie"},
    {
        "kind": "address",
        "category": "whereabouts",
        "protected": True,
        "data": {"party": "mirjam", "text": "Duinweg 3", "use": "shelter", "from": "2023-05-01"},
    },
)
"""What makes an entry one that this partner may not read."""


@pytest.fixture
def finds(look, story):
    """What somebody finds of each of the words: the words of each page, and all answers, two hits at a time."""

    def found(key: str) -> list:
        page, program = look(MOMENT, key, "/search"), caller(story, key)
        return [
            ([one.text for one in pages_of(page, words)], answers_of(program, words, limit=2))
            for words in WORDS
        ]

    return found


def moments(program):
    """When hidden entries happened: before, between, at the same time as, and after what the partner finds."""
    (page,) = answers_of(program, "school")
    own = [one["occurred_at"] for one in page["items"]]
    assert len(own) > 2
    return ["2023-01-13T12:00:00+01:00", *own, "2023-05-16T11:00:00+02:00"]


def test_hidden_entries_that_hold_the_words_change_nothing_for_a_partner(finds, look, story):
    before = finds(PARTNER)
    assert all(answers[0]["items"] for _pages, answers in before)
    director = caller(story, "ilse-brand")
    hers = {words: len(found_by_program(director, words)) for words in WORDS}
    hidden = [
        NOTE | hiding | {"occurred_at": moment}
        for moment in moments(caller(story, PARTNER))
        for hiding in HIDDEN
    ]
    for entry in hidden:
        answer = director.post(f"/cases/{CASE}/entries", entry)
        assert answer.status_code == 201, answer.get_json()
    assert {words: len(found_by_program(director, words)) - hers[words] for words in WORDS} == dict.fromkeys(
        WORDS, len(hidden)
    )
    assert finds(PARTNER) == before
