"""What is refused, where the message stands, and that nothing is written then."""

import zipfile
from io import BytesIO

import pytest

from tests.casefile.conftest import CASE, amsterdam, value_of, values_of

PDF = b"%PDF-1.7\nan invented letter"


def office(*parts):
    """A zip with these parts in it."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for part in parts:
            packed.writestr(part, "x")
    return content.getvalue()


def refused(sign_in, file, kind, who="ilse-brand", **fields):
    """Send a form that is not right; give what the error summary says."""
    before = file.count()
    page = sign_in(who, "en").get(f"{CASE}/entries/new/{kind}")
    given = {name: value(page) if callable(value) else value for name, value in fields.items()}
    given.setdefault("concerns", values_of(page, "concerns", "Mirjam") if who == "ilse-brand" else [])
    answer = page.submit(**given)
    assert answer.status == 422, (kind, list(fields), answer.heading)
    assert file.count() == before
    return " ".join(answer.errors)


def ban(until, *, since="2023-01-13T22:40", against="Dennis"):
    return {
        "occurred_at": since,
        "measure": "home_ban",
        "from_at": since,
        "until_at": until,
        "concerns": lambda page: values_of(page, "concerns", against),
        "against_id": lambda page: value_of(page, "against_id", against),
    }


def test_a_home_ban_ends_at_most_28_days_after_it_was_imposed_to_the_minute(sign_in, file, clock):
    clock.set(amsterdam("2023-01-23T17:00"))
    extension = {"since": "2023-01-23T22:40"}
    page_now = {"occurred_at": "2023-01-23T16:00"}
    for until in ("2023-02-10T22:41", "2023-02-20T22:40"):
        said = refused(sign_in, file, "measure", **(ban(until, **extension) | page_now))
        assert "at most 28 days" in said
        assert "10 February 2023 22:40" in said
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/measure")
    given = ban("2023-02-10T22:40", **extension) | page_now
    answer = page.submit(**{name: value(page) if callable(value) else value for name, value in given.items()})
    assert answer.status == 200, answer.errors
    assert not answer.errors


def test_a_first_home_ban_counts_from_its_own_beginning(sign_in, file, clock):
    clock.set(amsterdam("2023-01-23T17:00"))
    first = ban("2023-02-10T22:41", against="Mirjam")  # nobody was banned before on her account
    assert "at most 28 days" in refused(sign_in, file, "measure", **first)
    assert "ends by itself" in refused(sign_in, file, "measure", **(first | {"until_at": ""}))


WRONG = {
    "no date": ("contact", {"occurred_at": ""}, "Fill in when it happened."),
    "no moment": ("contact", {"occurred_at": "yesterday"}, "such as 3-3-2026 14:05"),
    "a moment of another age": ("contact", {"occurred_at": "1023-01-01T10:00"}, "such as 3-3-2026 14:05"),
    "an hour that did not exist": ("contact", {"occurred_at": "2026-03-29T02:30"}, "does not exist"),
    "a moment to come": ("contact", {"occurred_at": "2027-01-01T10:00"}, "has yet to come"),
    "about nobody": ("contact", {"concerns": []}, "Tick at least one person."),
    "about a stranger": ("contact", {"concerns": ["0b1f7a5e-1111-4222-8333-444455556666"]}, "Choose from the list."),
    "about nonsense": ("contact", {"concerns": ["1 or 1=1"]}, "Choose from the list."),
    "a category of nowhere": ("contact", {"category": "gossip"}, "Choose from the list."),
    "a source of nowhere": ("contact", {"source_id": "0b1f7a5e-1111-4222-8333-444455556666"}, "Choose from the list."),
    "too long": ("contact", {"body": "a" * 20_001}, "at most 20000 characters"),
    "unstorable": ("contact", {"body": "a\x00b"}, "cannot be stored"),
    "minutes without end": ("contact", {"minutes": "9" * 5000}, "from 1 to 1440"),
    "minutes in words": ("contact", {"minutes": "²"}, "from 1 to 1440"),
    "a contact that says nothing": ("contact", {"minutes": "10"}, "Write what happened, or fill in how or with whom"),
    "a voice without words": ("voice", {"theme": "x"}, "Write down what they said."),
    "an incident of no kind": ("incident", {"severity": "1"}, "Tick at least one kind."),
    "an incident of no degree": ("incident", {"forms": ["threat"], "severity": "4"}, "Choose from the list."),
    "protected care": ("contact", {"protected": True}, "Only places can be protected."),
    "a statement on nothing disputed": ("contact", {"statement": "No!"}, "Choose “Disputed”"),
    "an end before the beginning": (
        "measure",
        {"measure": "detention", "from_at": "2026-11-02T10:00", "until_at": "2026-11-02T10:00"},
        "The end does not come after the beginning.",
    ),
    "a score of no number": ("assessment", {"scores-0-name": "a", "scores-0-value": "nan"}, "Fill in a number"),
    "a score without a name": ("assessment", {"scores-0-value": "3"}, "Fill in what this score is for."),
    "a plan without agreements": ("safety_plan", {"danger": "x"}, "Write down at least one agreement."),
    "no file": ("document", {"body": "x"}, "Choose a file."),
    "a program": ("document", {"upload": (b"MZ...", "letter.exe")}, "This kind of file cannot be added."),
    "a program called a letter": ("document", {"upload": (b"MZ...", "letter.pdf")}, "This kind of file cannot"),
    "a letter with a macro": (
        "document",
        {"upload": (office("word/document.xml", "word/vbaProject.bin"), "letter.docx")},
        "This kind of file cannot be added.",
    ),
}  # fmt: skip


def test_what_is_wrong_is_told_beside_the_field_and_nothing_is_written(sign_in, file):
    for name, (kind, fields, message) in WRONG.items():
        assert message in refused(sign_in, file, kind, **fields), name


def test_how_or_with_whom_a_contact_was_is_enough(sign_in, file):
    for fields in ({"channel": "phone"}, {"with_ids": "concerns"}, {"body": "We spoke."}):
        page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/contact")
        mirjam = values_of(page, "concerns", "Mirjam")
        given = {name: mirjam if value == "concerns" else value for name, value in fields.items()}
        answer = page.submit(concerns=mirjam, **given)
        assert answer.status == 200, answer.errors


def test_an_address_in_another_category_is_refused(sign_in, file):
    fields = {"text": "x", "use": "home", "party_id": lambda page: value_of(page, "party_id", "Mirjam")}
    assert "always has the category Whereabouts" in refused(
        sign_in, file, "address", category="care", **fields
    )


def test_who_is_named_must_be_ticked_too(sign_in, file):
    fields = {"theme": "x", "body": "y", "party_id": lambda page: value_of(page, "party_id", "Dennis")}
    assert "Tick everybody whom you name here" in refused(sign_in, file, "voice", **fields)


def test_an_owner_works_at_the_organisation_that_acts(sign_in, file):
    fields = {
        "title": "x",
        "owner_organisation_id": lambda page: value_of(
            page, "owner_organisation_id", "Lokaal team De Kreken"
        ),
        "owner_id": lambda page: value_of(page, "owner_id", "Karin Boelens"),
    }
    assert "works at another organisation" in refused(sign_in, file, "action", **fields)


def test_what_was_typed_stays_on_a_page_that_is_not_right(sign_in):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/contact")
    answer = page.submit(occurred_at="", body="Half a thought")
    assert "Half a thought" in answer.html


def test_a_letter_of_the_office_kind_is_taken(sign_in, file):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/new/document")
    concerns = values_of(page, "concerns", "Mirjam")
    answer = page.submit(concerns=concerns, upload=(office("word/document.xml"), "..\\letter.docx"))
    assert not answer.errors
    assert file.latest().draft.data.filename == "letter.docx"


@pytest.mark.parametrize("kind", ["nothing", "Contact", "contact%00"])
def test_a_kind_that_is_none_is_not_there(sign_in, kind):
    assert sign_in("ilse-brand").get(f"{CASE}/entries/new/{kind}").status == 404
