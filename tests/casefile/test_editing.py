"""Editing: what stood before is kept, and of two who write at once nobody loses anything."""

from caseflow.models.vocabulary import Category
from tests.casefile.conftest import CASE, amsterdam


def test_what_an_entry_said_before_is_kept_and_compared(sign_in, file):
    before = file.by_key("r04-contact-home")
    director = sign_in("ilse-brand", "en")
    page = director.get(f"{CASE}/entries/{before.id}/edit").submit(button="Save", body="Shorter.")
    assert "Shorter." in page.text
    earlier = director.get(page.links[f"Version {before.version}"])
    assert before.draft.body in earlier.text
    assert "Shorter." in earlier.text
    assert "Ilse Brand" in earlier.text
    assert director.get(f"{CASE}/entries/{before.id}/versions/99").status == 404


def test_the_second_of_two_editors_sees_both_texts_and_loses_none(sign_in, file):
    entry = file.by_key("r04-contact-home")
    address = f"{CASE}/entries/{entry.id}/edit"
    first, second = sign_in("ilse-brand", "en").get(address), sign_in("petra-zuidema", "en").get(address)
    first.submit(button="Save", body="The first text.")
    conflict = second.submit(button="Save", body="The second text.")
    assert conflict.status == 409
    assert "The first text." in conflict.text
    assert "The second text." in conflict.text
    assert "Ilse Brand changed this entry" in conflict.text
    assert file.entry(entry.id).draft.body == "The first text."
    merged = conflict.submit(button="Save my text", body="The first and the second text.")
    assert merged.status == 200
    assert file.entry(entry.id).draft.body == "The first and the second text."
    assert "Version 2" in merged.links


def test_an_entry_that_moves_to_whereabouts_is_found_by_sealed_words_only(sign_in, file):
    entry = file.by_key("r04-contact-home")
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/{entry.id}/edit")
    page.submit(button="Save", category="whereabouts")
    after = file.entry(entry.id).draft
    assert (after.category, after.body) == (Category.WHEREABOUTS, entry.draft.body)


def test_a_version_that_never_was_meets_the_page_for_two_editors(sign_in, file):
    entry = file.by_key("r04-contact-home")
    page = sign_in("ilse-brand", "en").get(f"{CASE}/entries/{entry.id}/edit")
    for version in ("", "x", "²", "9" * 50):
        assert page.submit(button="Save", version=version).status == 409


def test_a_partner_edits_what_they_wrote_and_nothing_else(sign_in, file, clock):
    clock.set(amsterdam("2023-02-07T12:00"))
    partner = sign_in("karin-boelens", "en")
    theirs = file.by_key("r02-report")
    assert partner.get(f"{CASE}/entries/{theirs.id}").status == 200
    assert partner.get(f"{CASE}/entries/{theirs.id}/edit").status == 404
    written = partner.get(f"{CASE}/entries/new/contact")
    choices = [one for one in written.root.find_all("input") if one.get("name") == "concerns"]
    saved = written.submit(concerns=[choices[0].get("value")], category="safety", body="We drove by.")
    assert saved.status == 200, saved.errors
    changed = partner.get(saved.links["Change"]).submit(button="Save", body="We drove by twice.")
    assert "We drove by twice." in changed.text


def test_who_may_not_read_an_entry_finds_none_of_its_pages(sign_in, file, clock):
    clock.set(amsterdam("2023-02-07T12:00"))
    hidden = file.by_key("r04-voice-tess").id
    partner = sign_in("anneke-postma")
    for page in ("", "/edit", "/document", "/versions/1"):
        assert partner.get(f"{CASE}/entries/{hidden}{page}").status == 404
