"""Whatever is sent instead of a form: refused with a word beside the field, or taken because it may be; never worse.

Forms are found by opening pages, and filled in until they are taken; then one thing at a time is wrong.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from flask import Flask
from markupsafe import escape
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from caseflow.access.system import system_session
from caseflow.models import BreakGlass, Entry, InfoRequest, Party, PersonExclusion, ReleaseRequest, User
from caseflow.models import Case as CaseRow
from tests.pages import REDIRECTS, Visitor, look_over
from tests.rounds.addresses import Things, routes, things_in
from tests.rounds.agreed import agreed
from tests.rounds.discovering import forms_of, pages_of
from tests.rounds.filling import filled_in
from tests.rounds.forms import GIVEN_BY_US, Form, Sent, sample_of, send, without_ids
from tests.rounds.installation import Installation, Kept, at
from tests.rounds.wrong_values import FEW, NEVER_TAKEN, ways_to_send, with_field, without_field, wrong_values

CASE = "OD-2023-004"
REFUSALS = {400, 404, 409, 413, 422}
KEPT_AS_TYPED = {"text", "textarea", "date", "datetime-local", "number", "email"}


@dataclass(frozen=True)
class Scene:
    """Somebody at a moment, when there is something for them to fill in."""

    who: str
    moment: str
    route: str = ""
    """Only the forms of this route; all of them when empty."""
    page: str = ""
    """The route of the pages on which those stand; all pages when empty."""
    proposed_by: str = ""
    """Who proposed to close the case just before."""
    guessed_by: str = ""
    """Who wrote down a protected place just before, without knowing that it is one."""


SCENES = (
    Scene("ilse-brand", "2023-02-20T12:00"),
    Scene("chantal-dieters", "2023-02-20T12:00"),
    Scene("petra-zuidema", "2024-07-22T12:00", proposed_by="ilse-brand"),
    Scene("ilse-brand", "2024-12-02T12:00", route="reopen", page="/close"),
    Scene(
        "ilse-brand",
        "2023-02-20T12:00",
        route="protected-words",
        page="protected-words",
        guessed_by="anneke-postma",
    ),
    Scene("astrid-kooiman", "2023-02-20T12:00"),
    Scene("petra-zuidema", "2023-02-20T12:00", route="/break-glass/", page="/break-glass/"),
    Scene("ruud-sanders", "2023-02-20T12:00", route="/excluded-persons", page="/excluded-persons"),
    Scene("ruud-sanders", "2023-02-20T12:00", route="/agreements", page="/agreements"),
    Scene("esther-hoving", "2023-02-20T12:00", route="/source/", page="/source/"),
    Scene("esther-hoving", "2023-02-20T12:00", route="/requests/<uuid", page="/requests/"),
)
BEYOND_GUESSING = {
    "/break-glass",
    "/cases/<reference>/entries/<uuid:entry_id>/disclosures/<uuid:disclosure_id>/seen",
    "/excluded-persons",
    "/me/password",
    "/cases/<reference>/parties/known/<uuid:person_id>",
    "/cases/<reference>/parties/<uuid:party_id>/remove",
}
"""What is never taken: nobody guesses a password or who somebody is, everybody known is in the case, something is about
them, and nobody has read yet what was disclosed to them."""


@dataclass
class Round:
    """One going through of all the forms."""

    installation: Installation
    thorough: bool
    things: Things
    foreign: list[str]
    done: set[tuple[str, str]] = field(default_factory=set)
    arrived: set[str] = field(default_factory=set)
    routes_taken: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    @property
    def of_one_route(self) -> int:
        """How many pages of a route are opened: milestones and entries differ by what happened to them."""
        return 12 if self.thorough else 5

    def rule_of(self, form: Form) -> Rule:
        adapter = self.installation.app.url_map.bind("localhost")
        rule, _values = adapter.match(urlsplit(form.action).path, method=form.method, return_rule=True)
        return rule

    def fields_to_try(self, form: Form) -> list[str]:
        """A field that stands on many forms of one route is tried once; the forms of entries are one."""
        found = self.rule_of(form)
        rule = "entries" if found.endpoint.startswith("casefile.") else found.rule
        names = [one for one in sample_of(form.names) if (rule, without_ids(one)) not in self.done]
        self.done |= {(rule, without_ids(one)) for one in names}
        return names


@pytest.fixture(scope="module")
def going_round(shared_story: Installation) -> Round:
    app = shared_story.app
    app.config["PROPAGATE_EXCEPTIONS"] = False  # as in production: a failure is an answer, to be written down
    _make_exceptions(app)
    things = things_in(app)
    foreign = [str(next(key for key, case in things.ids["party_id"].items() if case != CASE))]
    with app.app_context():
        thorough = "sqlite" in app.config["SQLALCHEMY_DATABASE_URI"]
    return Round(shared_story, thorough, replace(things, references=[CASE]), foreign)


def _make_exceptions(app: Flask) -> None:
    """Let somebody have broken the glass, be excluded from a person and have consented: the story has none of it."""
    with app.app_context(), system_session("forms for tests") as session:
        agreed(session, CASE, at("2023-02-20T10:00"), at("2023-12-20T10:00"))
        of_case = select(Party.case_id, Party.person_id).join(CaseRow, CaseRow.id == Party.case_id)
        case_id, person_id = session.execute(of_case.where(CaseRow.reference == CASE)).first()
        users = dict(session.execute(select(User.key, User.id)).all())
        opened = {"at": at("2023-02-20T10:00"), "until_at": at("2023-02-20T14:00"), "reason": "Nu."}
        session.add(BreakGlass(case_id=case_id, user_id=users["marit-kloosterman"], **opened))
        session.add(PersonExclusion(person_id=person_id, user_id=users["lotte-prins"], reason="Buren."))
        _ask(session, case_id, users)


def _ask(session: Session, case_id: UUID, users: dict[str, UUID]) -> None:
    """Let somebody be asked what waits for an answer: in the story everything was answered."""
    works_at = dict(session.execute(select(User.id, User.organisation_id)).all())
    asked = {"asked_by_id": users["ilse-brand"], "asked_id": users["esther-hoving"], "case_id": case_id}
    when = {"asked_at": at("2023-02-20T09:00"), "due_on": at("2023-03-06T09:00").date()}
    said = dict.fromkeys(("role", "function", "legal_task", "purpose", "need"), "Nu.")
    place = works_at[users["esther-hoving"]]
    session.add(InfoRequest(organisation_id=place, **asked, **when, **said))
    entry_id = session.scalars(select(Entry.id).where(Entry.key == "r02-report")).one()
    to = works_at[users["chantal-dieters"]]
    session.add(ReleaseRequest(entry_id=entry_id, organisation_id=to, question="Mag dit?", **asked, **when))


@contextlib.contextmanager
def playing(scene: Scene, going: Round) -> Iterator[tuple[Visitor, Kept]]:
    """Set a scene, and clear it away."""
    installation = going.installation
    with installation.kept() as before:
        if scene.proposed_by:
            proposer = installation.visitor(scene.proposed_by, scene.moment)
            proposer.get(f"/cases/{CASE}/close").submit(reason="safe_stable", button="Afsluiten voorstellen")
        if scene.guessed_by:
            guesser = installation.visitor(scene.guessed_by, scene.moment)
            guesser.get(f"/cases/{CASE}/timeline").submit(note="Jip woont op Duindoornhof 17.")
        visitor = installation.visitor(scene.who, scene.moment)
        with installation.kept() as kept:
            yield visitor, kept
        before.put_back()
        installation.visitors.clear()


def addresses_of(scene: Scene, going: Round) -> Iterator[str]:
    rules = (rule for rule in routes(going.installation.app, "GET") if scene.page in rule.rule)
    return pages_of(rules, going.things, going.of_one_route)


def test_bad_input_is_refused_beside_the_field_and_leaves_no_trace(going_round: Round):
    for scene in SCENES:
        with playing(scene, going_round) as (visitor, kept):
            forms = forms_of(visitor, addresses_of(scene, going_round))
            for form in forms.values():
                if scene.route in going_round.rule_of(form).rule:
                    FormRound(going_round, visitor, kept, form).go()
    assert not going_round.wrong, "\n".join(going_round.wrong)
    posts = {rule.rule for rule in routes(going_round.installation.app, "POST")}
    pages = {rule for rule in posts if not rule.startswith("/api/")}
    assert pages - going_round.routes_taken == BEYOND_GUESSING | {"/sign-in"}, (
        "a route needs a scene of its own"
    )


@dataclass
class FormRound:
    """Everything wrong with one form."""

    going: Round
    visitor: Visitor
    kept: Kept
    form: Form
    sent: Sent = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)
    path: str = ""
    looked_over: set[int] = field(default_factory=set)

    def go(self) -> None:
        names = self.going.fields_to_try(self.form)
        self.path = self.going.rule_of(self.form).rule
        if not names and self.path in self.going.routes_taken | BEYOND_GUESSING:
            return
        self.sent, taken = filled_in(self.going.installation, self.visitor, self.form)
        self.kept.put_back()
        self.before = self.going.installation.contents()
        if taken:
            self.going.routes_taken.add(self.path)
        elif self.path not in BEYOND_GUESSING:
            self.object("(filled in)", f"nobody gets it right: {self.sent}")
        for name in names:
            self.try_field(name)
        if self.going.thorough and self.form.method == "POST":
            self.try_tokens()

    def try_field(self, name: str) -> None:
        if name == "csrf_token":
            return
        for word, value in wrong_values(self.form, name, self.going.foreign):
            if self.going.thorough or word in FEW:
                sent = with_field(self.sent, name, value)
                refused = (self.form.kind(name), word) in NEVER_TAKEN
                self.look(f"{name} is {word}", send(self.visitor, self.form, sent), sent, refused=refused)
        if self.going.thorough and self.form.method == "POST":
            for word, answer in ways_to_send(self.visitor, self.form, self.sent, name):
                self.look(f"{name} is sent {word}", answer, {})

    def try_tokens(self) -> None:
        for word, sent in {
            "no token": without_field(self.sent, "csrf_token"),
            "a garbled token": with_field(self.sent, "csrf_token", "garbled"),
            "a token in bad bytes": with_field(self.sent, "csrf_token", b"\xff\x00"),
        }.items():
            self.look(word, send(self.visitor, self.form, sent), {}, refused=True)
        for word, key in {
            "a short once": "x",
            "a long once": "x" * 100_000,
            "a once in bad bytes": b"\xff\x00",
        }.items():
            self.look(word, send(self.visitor, self.form, with_field(self.sent, "once", key)), {})
        many = self.sent | {
            name: values * 3000 for name, values in self.sent.items() if name not in GIVEN_BY_US
        }
        self.look("every field three thousand times", send(self.visitor, self.form, many), {})
        extra = self.sent | {"extra": ["1"], "user_id": ["1"], "case_id": [self.going.foreign[0]], "": ["x"]}
        self.look("more fields", send(self.visitor, self.form, extra), extra)

    def look(self, word: str, answer: TestResponse, sent: Sent, *, refused: bool = False) -> None:
        """Check what holds for every answer; go back when it was taken."""
        self.look_over_once(word, answer)
        if answer.status_code < 400:
            if refused:
                self.object(word, "was taken")
            if self.form.method == "POST":
                self.arrive(word, answer)
                self.kept.put_back()
            return
        if answer.status_code not in REFUSALS:
            self.object(word, f"answered {answer.status_code}")
        after = self.going.installation.contents()
        if after != self.before:
            changed = {name for name in after if after[name] != self.before[name]}
            self.object(word, f"refused with {answer.status_code}, and yet {changed} changed")
            self.kept.put_back()
        if answer.status_code == 422:
            self.look_at_page(word, answer.get_data(as_text=True), sent)

    def look_over_once(self, word: str, answer: TestResponse) -> None:
        """Read the first page of each status: reading takes longer than making it."""
        if answer.status_code in self.looked_over:
            return
        self.looked_over.add(answer.status_code)
        try:
            look_over(answer)
        except AssertionError as error:
            self.object(word, str(error)[:400])

    def arrive(self, word: str, answer: TestResponse) -> None:
        """Whoever was taken at their word sees a page."""
        where = without_ids(answer.location or "")
        if answer.status_code in REDIRECTS and where not in self.going.arrived:
            self.going.arrived.add(where)
            there = self.visitor.client.get(answer.location)
            if there.status_code >= 400:
                self.object(word, f"was sent to {answer.location}: {there.status_code}")

    def look_at_page(self, word: str, page: str, sent: Sent) -> None:
        """Look for what is wrong and for what was typed, without reading the page: that takes longer than making it."""
        if 'class="utrecht-alert utrecht-alert--error error-summary"' not in page:
            self.object(word, "nothing says what is wrong")
        for name, (value, *_more) in ((name, values) for name, values in sent.items() if values):
            if (
                name not in self.form.names
                or self.form.kind(name) not in KEPT_AS_TYPED
                or isinstance(value, bytes)
            ):
                continue
            typed = str(escape(value.strip()))
            if "\x00" not in typed and typed not in page:
                self.object(word, f"{name}: {value[:40]!r} was typed, and did not come back")

    def object(self, word: str, what: str) -> None:
        self.going.wrong.append(f"{self.form.method} {self.path}: {word}: {what}")
