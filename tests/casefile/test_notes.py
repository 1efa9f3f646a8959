"""The quick note: one field, one button, and no reader too many."""

from caseflow.casefile.kinds import ContactData
from caseflow.models.vocabulary import Category, Onward
from tests.casefile.conftest import CASE, amsterdam


def test_a_directors_note_is_for_directors_only(sign_in, file, clock):
    page = sign_in("ilse-brand", "en").get(f"{CASE}/timeline")
    answer = page.submit(note="Mirjam rang: all is quiet.")
    assert "Only directors can read it" in answer.text
    draft = file.latest().draft
    assert (draft.data, draft.body) == (ContactData(), "Mirjam rang: all is quiet.")
    assert (draft.directors_only, draft.category) == (True, Category.ANALYSIS)
    assert draft.occurred_at == draft.recorded_at == clock()
    assert len(draft.concerns) > 1


def test_a_partners_note_stays_with_the_directors_and_their_own_organisation(sign_in, file, clock):
    clock.set(amsterdam("2023-02-07T12:00"))
    sign_in("anneke-postma", "en").get(f"{CASE}/timeline").submit(note="Jip was quiet today.")
    draft = file.latest().draft
    assert (draft.category, draft.onward, draft.directors_only) == (Category.SAFETY, Onward.ASK_SOURCE, False)
    assert set(draft.concerns) == {file.party("Jip"), file.party("Noor")}
    assert "Jip was quiet today." not in sign_in("karin-boelens", "en").get(f"{CASE}/timeline").text


def test_an_empty_note_says_what_to_do_and_writes_nothing(sign_in, file):
    before = file.count()
    answer = sign_in("ilse-brand", "en").get(f"{CASE}/timeline").submit(note="  ")
    assert (answer.status, answer.errors) == (422, ["Quick note – Write your note."])
    assert file.count() == before


def test_a_note_that_is_sent_twice_is_written_once(sign_in, file):
    before = file.count()
    page = sign_in("ilse-brand", "en").get(f"{CASE}/timeline")
    page.submit(note="Once.")
    page.submit(note="Once.")
    assert file.count() == before + 1


def test_who_reads_no_file_writes_no_note(sign_in, file):
    before = file.count()
    assert sign_in("lotte-prins").post(f"{CASE}/notes", {"note": "Hello"}).status == 404
    assert file.count() == before
