"""Dutch and English are both complete: every text has its Dutch, and no Dutch has lost its text."""

import ast
import re
from collections import defaultdict
from enum import StrEnum

import pytest
from flask_babel import force_locale

from caseflow.models import vocabulary
from caseflow.web.labels.acts import ACTS
from caseflow.web.terms import LABELS, NAMES, explanation, term
from tests.texts import ROOT, shown, translated

LOGGING = {"record", "record_by_system", "saw"}
HOLE = re.compile(r"%\((\w+)\)[sd]")
VOCABULARIES = [
    one
    for one in vars(vocabulary).values()
    if isinstance(one, type) and issubclass(one, StrEnum) and one is not StrEnum
]


@pytest.fixture(scope="module")
def english():
    return shown()


@pytest.fixture(scope="module")
def dutch():
    return translated()


def test_every_text_has_its_dutch(english, dutch):
    known = set().union(*dutch.values())
    missing = [
        f"{place} {text!r}" for (context, text), place in english.items() if (context, text) not in known
    ]
    assert missing == []


def test_no_dutch_has_lost_its_text(english, dutch):
    stale = [f"{file.name}: {key}" for file, texts in dutch.items() for key in texts if key not in english]
    assert stale == []


def test_no_dutch_is_empty_or_has_another_hole_than_the_english(dutch):
    wrong = [
        f"{file.name}: {text!r}"
        for file, texts in dutch.items()
        for (_context, text), strings in texts.items()
        for string in strings
        if not string or set(HOLE.findall(string)) - {"num"} != set(HOLE.findall(text)) - {"num"}
    ]
    assert wrong == []


def test_a_text_is_the_same_dutch_in_every_catalogue(dutch):
    said = defaultdict(set)
    for texts in dutch.values():
        for key, strings in texts.items():
            said[key].add(strings)
    assert {key: strings for key, strings in said.items() if len(strings) > 1} == {}


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda one: one.__name__)
def test_every_word_of_the_field_has_a_label(words):
    assert set(LABELS[words]) == set(words)
    labels = [str(one) for one in LABELS[words].values()]
    assert len(set(labels)) == len(labels), "two words with one label cannot be told apart in a list"


def test_a_word_is_called_by_its_name_in_the_language_of_the_reader(story):
    with story.test_request_context():
        with force_locale("nl"):
            assert term(vocabulary.PartyRoleKind.PERPETRATOR) == "Pleger"
            assert term(vocabulary.Role.PARTNER) != term(vocabulary.RelationshipKind.PARTNER)
            assert term("m11-safety-plan") == "Veiligheidsplan afspreken"
            assert explanation(vocabulary.Category.SAFETY) == "Geweld, bedreiging, afspraken, maatregelen"
        with force_locale("en"):
            assert term(vocabulary.PartyRoleKind.PERPETRATOR) == "Person causing harm"
            assert term("what nobody knows") == "what nobody knows"
            assert explanation(vocabulary.Gender.FEMALE) == ""


def acts_in(file):
    """Yield the acts that a file writes down: texts, or constants of the file, that it hands to the log."""
    tree = ast.parse(file.read_text("utf-8"))
    constants = {
        one.targets[0].id: one.value.value
        for one in tree.body
        if isinstance(one, ast.Assign)
        and isinstance(one.value, ast.Constant)
        and isinstance(one.targets[0], ast.Name)
    }
    for call in ast.walk(tree):
        name = getattr(call, "func", None)
        if getattr(name, "attr", getattr(name, "id", "")) in LOGGING and len(call.args) > 1:
            act = call.args[1]
            yield from [act.value] if isinstance(act, ast.Constant) else []
            yield from [constants[act.id]] if isinstance(act, ast.Name) and act.id in constants else []


def test_every_act_that_is_written_down_has_a_name():
    written = {act for file in (ROOT / "caseflow").rglob("*.py") for act in acts_in(file)}
    assert len(written) > 20
    assert written - set(ACTS) == set()
    assert set(ACTS) - written == set(), "nothing does this any more"


def test_every_milestone_of_the_schedule_has_a_name():
    named = re.compile(r'"(m\d\d-[a-z0-9-]+)"')
    kinds = {
        kind for file in (ROOT / "caseflow").rglob("*.py") for kind in named.findall(file.read_text("utf-8"))
    }
    assert kinds - set(NAMES) == set()
