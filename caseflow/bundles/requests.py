"""What organisations asked each other in a case, in a bundle. What lies at no case is in no bundle of one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.bundles.case_reader import CaseReader
from caseflow.bundles.case_writer import said
from caseflow.bundles.directory import Thing
from caseflow.bundles.directory_writer import DirectoryWriter, Members
from caseflow.casefile.members import Points
from caseflow.casefile.reading import Reading
from caseflow.casefile.rows import PlacedRow

RELEASES, REQUESTS = "release_requests", "info_requests"
"""The members of a case that list them."""
SAID = ("role", "function", "legal_task", "purpose", "need")


@dataclass(frozen=True)
class AskedInCase:
    """What the session gives of it."""

    releases: Sequence[models.ReleaseRequest]
    requests: Sequence[Any]
    """Request, answer and note; the last two may be absent."""
    about: Mapping[UUID, list[UUID]]

    def users(self) -> Iterator[UUID]:
        """Yield every user that these rows name."""
        for one in self.releases:
            yield from (one.asked_by_id, one.asked_id)
        for request, _answer, note in self.requests:
            yield from filter(None, (request.asked_by_id, request.asked_id, note and note.answered_by_id))

    def organisations(self) -> Iterator[UUID]:
        """Yield every organisation that these rows name."""
        yield from (one.organisation_id for one in self.releases)
        yield from (request.organisation_id for request, _answer, _note in self.requests)


def load_requests(session: Session, case_id: UUID) -> AskedInCase:
    """Load what was asked in a case, as far as the session gives it."""
    release, request = models.ReleaseRequest, models.InfoRequest
    answer, note, place, party = (
        models.InfoAnswer,
        models.InfoAnswerNote,
        models.InfoRequestPlace,
        models.InfoRequestParty,
    )
    releases = select(release).where(release.case_id == case_id).order_by(release.asked_at, release.id)
    requests = (
        select(request, answer, note)
        .outerjoin(answer, answer.request_id == request.id)
        .outerjoin(note, note.request_id == request.id)
        .outerjoin(place, place.request_id == request.id)
        .where(or_(request.case_id == case_id, place.case_id == case_id))
        .order_by(request.asked_at, request.id)
    )
    parties = (
        select(party.request_id, party.party_id)
        .join(request, request.id == party.request_id)
        .where(request.case_id == case_id)
        .order_by(party.party_id)
    )
    about: dict[UUID, list[UUID]] = {}
    for request_id, party_id in session.execute(parties):
        about.setdefault(request_id, []).append(party_id)
    return AskedInCase(session.scalars(releases).all(), session.execute(requests).all(), about)


def requests_said(
    asked: AskedInCase, entries: Mapping[UUID, str], parties: Mapping[UUID, str], directory: DirectoryWriter
) -> Members:
    """Say them with keys in the place of ids; a list that is empty is left out."""
    lists = {
        RELEASES: [
            _release(one, entries[one.entry_id], directory)
            for one in asked.releases
            if one.entry_id in entries
        ],
        REQUESTS: [
            _request(row, [parties[one] for one in asked.about.get(row[0].id, [])], directory)
            for row in asked.requests
        ],
    }
    return {name: rows for name, rows in lists.items() if rows}


def _release(one: models.ReleaseRequest, entry: str, directory: DirectoryWriter) -> Members:
    answer = None
    if one.outcome is not None:
        answer = said(outcome=one.outcome, reason=one.reason, at=one.answered_at)
    return said(
        entry=entry,
        organisation=directory.organisation(one.organisation_id),
        asked_by=directory.user(one.asked_by_id),
        asked=directory.user(one.asked_id),
        question=one.question,
        asked_at=one.asked_at,
        due_on=one.due_on,
        answer=answer,
        withdrawn_at=one.withdrawn_at,
    )


def _request(row: Any, about: list[str], directory: DirectoryWriter) -> Members:
    one, answer, note = row
    person = None
    if one.person_name is not None:
        person = said(name=one.person_name, born_on=one.person_born_on)
    return said(
        asked_by=directory.user(one.asked_by_id),
        organisation=directory.organisation(one.organisation_id),
        asked=None if one.asked_id is None else directory.user(one.asked_id),
        person=person,
        about=about or None,
        **{name: getattr(one, name) for name in SAID},
        asked_at=one.asked_at,
        due_on=one.due_on,
        answer=None if answer is None else _answer(answer, note, directory),
    )


def _answer(
    answer: models.InfoAnswer, note: models.InfoAnswerNote | None, directory: DirectoryWriter
) -> Members:
    if note is None:
        return said(outcome=answer.outcome, at=answer.answered_at)
    by = directory.user(note.answered_by_id)
    return said(outcome=answer.outcome, at=answer.answered_at, by=by, reason=note.reason)


def request_rows(reader: CaseReader, entries: Mapping[str, UUID]) -> Iterator[PlacedRow]:
    """Read them into rows; the ids of the entries are given by key."""
    for position, one in enumerate(reader.case.get(RELEASES, [])):
        here = f"{reader.at}/{RELEASES}/{position}"
        if one["entry"] not in entries:
            message = f"There is no entry with the key {one['entry']!r} here."
            reader.reading.complain(f"{here}/entry", message)
            continue
        yield models.ReleaseRequest, _release_row(one, here, reader, entries[one["entry"]])
    for position, one in enumerate(reader.case.get(REQUESTS, [])):
        yield from _request_rows(one, f"{reader.at}/{REQUESTS}/{position}", reader)


def _release_row(one: Thing, here: str, reader: CaseReader, entry_id: UUID) -> dict[str, Any]:
    reading, answer = reader.reading, one.get("answer", {})
    return {
        "id": uuid4(),
        "case_id": reader.id,
        "entry_id": entry_id,
        "organisation_id": reading.find(Points.ORGANISATION, one["organisation"], f"{here}/organisation"),
        "asked_by_id": reading.find(Points.USER, one["asked_by"], f"{here}/asked_by"),
        "asked_id": reading.find(Points.USER, one["asked"], f"{here}/asked"),
        "question": one["question"],
        "asked_at": reading.moment(one["asked_at"], f"{here}/asked_at"),
        "due_on": reading.day(one["due_on"], f"{here}/due_on"),
        "outcome": answer.get("outcome"),
        "reason": answer.get("reason"),
        "answered_at": reading.moment(answer["at"], f"{here}/answer/at") if answer else None,
        "withdrawn_at": _moment(one, "withdrawn_at", here, reading),
    }


def _request_rows(one: Thing, here: str, reader: CaseReader) -> Iterator[PlacedRow]:
    reading, request_id = reader.reading, uuid4()
    person = one.get("person")
    if person and "asked" in one:
        reading.complain(
            f"{here}/asked", "A request about a person whom the asker names is put to nobody by name."
        )
    asked = reading.find(Points.USER, one["asked"], f"{here}/asked") if "asked" in one else None
    born_on = person and person.get("born_on")
    yield (
        models.InfoRequest,
        {
            "id": request_id,
            "asked_by_id": reading.find(Points.USER, one["asked_by"], f"{here}/asked_by"),
            "organisation_id": reading.find(Points.ORGANISATION, one["organisation"], f"{here}/organisation"),
            "asked_id": asked,
            "case_id": None if person else reader.id,
            "person_name": person["name"] if person else None,
            "person_born_on": reading.day(born_on, f"{here}/person/born_on") if born_on else None,
            **{name: one[name] for name in SAID},
            "asked_at": reading.moment(one["asked_at"], f"{here}/asked_at"),
            "due_on": reading.day(one["due_on"], f"{here}/due_on"),
        },
    )
    if person:
        yield models.InfoRequestPlace, {"request_id": request_id, "case_id": reader.id}
    for party_id in reading.find_each(Points.PARTY, one.get("about", []), f"{here}/about"):
        yield models.InfoRequestParty, {"request_id": request_id, "party_id": party_id}
    if "answer" in one:
        yield from _answer_rows(one["answer"], f"{here}/answer", reading, request_id)


def _answer_rows(answer: Thing, here: str, reading: Reading, request_id: UUID) -> Iterator[PlacedRow]:
    at = reading.moment(answer["at"], f"{here}/at")
    yield (
        models.InfoAnswer,
        {"request_id": request_id, "outcome": answer["outcome"], "answered_at": at},
    )
    if "by" in answer and "reason" in answer:
        by = reading.find(Points.USER, answer["by"], f"{here}/by")
        note = {"request_id": request_id, "answered_by_id": by, "reason": answer["reason"]}
        yield models.InfoAnswerNote, note


def _moment(one: Thing, member: str, here: str, reading: Reading) -> Any:
    return reading.moment(one[member], f"{here}/{member}") if member in one else None
