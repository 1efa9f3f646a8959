"""Every page, as everybody who has one, in both languages and at two widths: no barrier, no flaw, a silent console.

Pages are found as people find them, by following links; each address of the application is seen by somebody.
On SQLite only: the browser gets the same HTML from both databases, and other tests compare those.
"""

import shutil
from datetime import timedelta

import pytest
from sqlalchemy import select

from caseflow import models
from caseflow.access.system import system_session
from caseflow.models.vocabulary import EntryKind
from tests.app_fixtures import signed_in_visitor
from tests.browser import WIDTHS
from tests.journeys.hands import fill, follow, press
from tests.journeys.town import LIVING, LOCALES, Town, town_at
from tests.journeys.walk import NO_PAGES, Walk
from tests.rounds.agreed import agreed

pytestmark = pytest.mark.browser

FILE = f"/cases/{LIVING}"
CLOSED = "/cases/OD-2023-004"
TABS = ("", "/timeline", "/parties", "/partners", "/milestones", "/access", "/close", "/deputies")
WALKERS = {
    "ilse-brand": [
        "/today",
        FILE,
        f"{FILE}/timeline?kind=document",
        "/cases?phase=stable_safety",
        CLOSED,
        f"{CLOSED}/close",
    ],
    "petra-zuidema": [
        "/today",
        "/caseload",
        f"{FILE}/deputies",
        f"{FILE}/exclusions",
        f"{CLOSED}/exclusions",
    ],
    "chantal-dieters": ["/shared", FILE],
    "daan-merkelbach": ["/shared", "/cases", "/requests/new"],
    "lotte-prins": ["/today"],
    "ruud-sanders": ["/today", "/access", "/excluded-persons", "/agreements"],
    "astrid-kooiman": ["/today"],
}
"""A director, a team lead, a partner, one without a case, an evaluator, a privacy officer and an administrator."""
FORMS = {
    "/cases/new": "main form.form",
    "/me/password": "main form.form",
    f"{FILE}/timeline": "#quick-note",
    f"{FILE}/parties/new": "main form.form",
    f"{FILE}/parties/relationships/new": "main form.form",
    f"{FILE}/partners/new": "main form.form",
    f"{FILE}/consents/new": "main form.form",
    f"{FILE}/requests": "main form.form",
    f"{FILE}/milestones/new": "main form.form",
    f"{FILE}/phase": "main form.form",
    f"{FILE}/close": "main form.form",
} | {f"{FILE}/entries/new/{kind}": "main form.form" for kind in EntryKind}


EDITED = (
    (f"{FILE}/brief", (), "goal", "Iedereen is veilig."),
    (f"{FILE}/parties", ("Sabine Waterland", "Wijzigen"), "name", "Sabine van Waterland"),
    (f"{FILE}/parties", ("Wijzigen: Gijs",), "note", "Sinds de zomer."),
    (f"{FILE}/partners", ("Wijzigen",), "purpose", "Alles voor de kinderen."),
    (f"{FILE}/milestones", ("Plan evalueren",), "due_on", "2026-12-24"),
)
"""What to change that is no entry: where to start, which links to follow, and a field."""


@pytest.fixture(scope="module")
def town(sqlite_story, browser, tmp_path_factory):
    """The story with what it lacks: a new case, one that is about to close, an entry that was edited, a deputy."""
    path = tmp_path_factory.mktemp("town") / "town.sqlite3"
    shutil.copyfile(sqlite_story, path)
    with town_at(path, browser) as town:
        page = town.signed_in("petra-zuidema")
        town.go(page, f"{FILE}/deputies")
        fill(page, user_id="Farouk Amrani", from_on="2026-11-24", until_on="2026-12-01")
        press(page, "Aanwijzen")
        page = town.signed_in("ilse-brand")
        town.new, town.closing = open_case(town, page), open_case(town, page)
        town.go(page, f"{town.closing}/close")
        fill(page, reason="Stabiel veilig")
        press(page, "Afsluiten voorstellen")
        town.go(page, f"{FILE}/timeline?kind=contact")
        page.locator(".timeline__item h3 a").first.click()
        follow(page, "Wijzigen")
        fill(page, body="Sabine belde: zij heeft werk.")
        press(page, "Opslaan")
        town.earlier = [edited(town, *words) for words in EDITED]
        town.letter, town.disclosures = letter(town), exceptions(town)
        town.asked = asked(town)
        town.asked_of = asked_of(town)
        yield town


def edited(town: Town, path: str, to: tuple[str, ...], field: str, text: str) -> str:
    """Change something that is no entry, and return the page of what it said before."""
    ilse = signed_in_visitor(town.app, "ilse-brand", town.clock())
    form = ilse.get(path)
    for words in to:
        form = form.follow(words)
    because = {"reason": "Dat is afgesproken."} if path.endswith("/partners") else {}
    sent = form.submit(**{field: text}, **because)
    assert (sent.submit(answer_no_agreement="Spoed.") if because else sent).status == 200
    pages = [ilse.get(place) for place in (form.path.removesuffix("/edit"), path)]
    links = [link for page in pages for link in page.links.items()]
    return next(address for said, address in links if said.startswith("Eerdere versies"))


def exceptions(town: Town) -> str:
    """Let somebody break the glass, be kept from a person and consent; return the page of who may read a fact."""
    now = town.clock()
    with town.app.app_context(), system_session("what a town lacks") as session:
        agreed(session, LIVING, now - timedelta(days=9), now + timedelta(days=9))
        users = dict(session.execute(select(models.User.key, models.User.id)).all())
        new = session.scalars(select(models.Case.id).where(models.Case.reference == town.new[7:])).one()
        glass = {"at": now, "until_at": now + timedelta(hours=4), "reason": "Brand."}
        session.add(models.BreakGlass(case_id=new, user_id=users["farouk-amrani"], **glass))
        person = session.scalars(
            select(models.Person.id).where(models.Person.name == "Sabine van Waterland")
        ).one()
        kept = {"user_id": users["daan-merkelbach"], "reason": "Buren.", "set_by_id": users["ruud-sanders"]}
        session.add(models.PersonExclusion(person_id=person, from_at=now, **kept))
        told = select(models.EntryDisclosure.entry_id).join(models.Entry).join(models.Case)
        entry = session.scalars(told.where(models.Case.reference == LIVING)).first()
    return f"{FILE}/entries/{entry}/disclosures"


def asked(town: Town) -> dict[str, list[str]]:
    """Let people ask each other things that wait for an answer; return the pages, by who begins there."""
    now = town.clock()
    said = dict.fromkeys(("role", "function", "legal_task", "purpose", "need"), "Om te helpen.")
    with town.app.app_context(), system_session("what a town lacks") as session:
        users = {one.key: one for one in session.scalars(select(models.User))}
        case = session.scalars(select(models.Case).where(models.Case.reference == LIVING)).one()
        chantal, ilse = users["chantal-dieters"], users["ilse-brand"]
        open_entry = select(models.Entry).join(models.EntryOrigin).where(models.Entry.case_id == case.id)
        entry = session.scalars(open_entry.where(models.Entry.onward == "free")).first()
        entry.onward = "ask_source"
        session.get(models.EntryOrigin, entry.id).source_id = chantal.organisation_id
        when = {"asked_at": now, "due_on": now.date()}
        release = models.ReleaseRequest(
            case_id=case.id,
            entry_id=entry.id,
            organisation_id=users["daan-merkelbach"].organisation_id,
            asked_by_id=ilse.id,
            asked_id=chantal.id,
            question="Mag dit verder?",
            **when,
        )
        by_name = models.InfoRequest(
            asked_by_id=chantal.id,
            organisation_id=case.organisation_id,
            person_name="Sabine Waterland",
            **said,
            **when,
        )
        put_to_her = models.InfoRequest(
            asked_by_id=ilse.id,
            organisation_id=chantal.organisation_id,
            asked_id=chantal.id,
            case_id=case.id,
            **said,
            **when,
        )
        session.add_all([release, by_name, put_to_her])
        session.flush()
        session.add(models.InfoRequestPlace(request_id=by_name.id, case_id=case.id))
        source = f"{FILE}/entries/{entry.id}/source"
        return {
            "ilse-brand": [source, f"/requests/{by_name.id}", f"{FILE}/requests"],
            "chantal-dieters": [f"{source}/{release.id}", f"/requests/{put_to_her.id}", f"{FILE}/requests"],
        }


def letter(town: Town) -> str:
    """Return the page of the letter about a link that is over."""
    partners = signed_in_visitor(town.app, "ilse-brand", town.clock()).get(f"{CLOSED}/partners")
    read = next(address for address in partners.links.values() if address.endswith("/read"))
    return read.replace("/read", "/letter")


def asked_of(town: Town) -> list[str]:
    """Return pages that say why somebody whom a link names can read an entry: a note, and a protected fact."""
    ilse = signed_in_visitor(town.app, "ilse-brand", town.clock())
    notes = ilse.get(f"{FILE}/timeline?kind=contact")
    note = next(link for link in notes.links.values() if "/entries/" in link and "/new" not in link)
    pages = [ilse.get(f"{entry}/who-sees") for entry in (note, town.disclosures.removesuffix("/disclosures"))]
    return [
        f"{page.path}?who={one.get('value')}" for page in pages for one in page.main.find_all("option")[:2]
    ]


def open_case(town: Town, page) -> str:
    town.go(page, "/cases/new")
    fill(page, opened_on="2026-11-20")
    press(page, "Casus starten")
    return page.url.removeprefix(town.address)


@pytest.mark.parametrize("locale", LOCALES)
def test_nobody_meets_a_barrier_or_a_flaw_and_every_page_was_seen(town, locale):
    seen, known, objections = set(), set(), []
    for key, begin in WALKERS.items():
        walk = walking(town, key, locale)
        walk.known = known
        if key == "petra-zuidema":  # a team lead writes in the same forms as a director
            walk.seen = {place for place in seen if place[1]}
        walk.through(begin + beginnings(town, key))
        if key == "ilse-brand":
            search(walk)
        walk.page.context.close()
        seen |= walk.seen
        objections += [f"{key}: {one}" for one in walk.objections]
    assert objections == []
    assert town.spoken == []
    assert pages(town) - {endpoint for endpoint, _kind in seen} == {"accounts.sign_in"}


def beginnings(town: Town, key: str) -> list[str]:
    if key == "ilse-brand":
        return [
            *town.earlier,
            *town.asked[key],
            town.letter,
            town.disclosures,
            *town.asked_of,
            *(f"{town.new}{tab}" for tab in TABS),
            f"{town.closing}/close",
        ]
    if key == "petra-zuidema":
        return [f"{town.closing}/close"]
    return town.asked.get(key, [])


def pages(town: Town) -> set[str]:
    rules = town.app.url_map.iter_rules()
    return {
        rule.endpoint for rule in rules if "GET" in rule.methods and not rule.endpoint.startswith(NO_PAGES)
    }


def walking(town: Town, key: str, locale: str) -> Walk:
    widths = WIDTHS if locale == "nl" else WIDTHS[::-1]
    return Walk(town, widths, town.signed_in(key, locale=locale))


def search(walk: Walk) -> None:
    """Look for something, for nothing, and for people, who are found by a form and not by a link."""
    for words in ("school", "xyzzy"):
        walk.through(["/search"])
        walk.send("main form", 200, q=words)
    for name in ("Mirjam", "Xyzzy"):
        walk.town.go(walk.page, f"{walk.town.new}/parties/find")
        walk.send("main form.form", 200, name=name)
        known = [link for link in walk.links if "/known/" in link]
        walk.through(known[:1])


@pytest.mark.parametrize("locale", LOCALES)
def test_a_wrong_form_has_no_barrier_and_no_flaw(town, locale):
    walk = walking(town, "ilse-brand", locale)
    for path, form in FORMS.items():
        town.go(walk.page, path)
        walk.send(form, 422)
    walk.page.context.close()
    assert walk.objections == []
    assert town.spoken == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_refused_has_no_barrier_and_no_flaw(town, locale):
    walk = Walk(town, WIDTHS, town.window(locale=locale).new_page())
    walk.look(town.go(walk.page, "/sign-in"))
    walk.send("main form.form", 422)
    walk.page = town.signed_in("ilse-brand", locale=locale)
    for path in ("/nowhere", "/cases/XX-1999-999", f"{FILE}/milestones/none"):
        walk.look(town.go(walk.page, path), 404)
    changed_by_two(walk)
    assert walk.objections == []
    assert town.spoken == []


def changed_by_two(walk: Walk) -> None:
    """Let two people edit one entry: the second sees both texts."""
    page, other = walk.page, walk.page.context.new_page()
    walk.town.go(page, f"{FILE}/timeline?kind=decision")
    entry = page.locator(".timeline__item h3 a").first.get_attribute("href")
    for one in (page, other):
        walk.town.go(one, f"{entry}/edit")
    for one, text in ((other, "De eerste."), (page, "De tweede.")):
        one.locator('main [name="body"]').fill(text)
        with one.expect_navigation() as arrival:
            one.locator("main form.form").evaluate("form => form.submit()")
    walk.look(arrival.value, 409)
    assert "De eerste." in page.content()
    assert "De tweede." in page.content()


def test_after_signing_out_the_back_button_shows_nothing_of_a_case(town):
    page = town.signed_in("ilse-brand")
    town.go(page, f"{FILE}/timeline")
    assert "Sabine" in page.content()
    page.locator(".user-menu > summary").click()
    press(page, "Uitloggen", within="header")
    page.go_back()
    assert "Sabine" not in page.content()
    assert page.locator("h1").inner_text() == "Inloggen"
