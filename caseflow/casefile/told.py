"""Who disclosed and released an entry, to whom, why and for how long, gathered for those seats that read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Select, SQLColumnExpression, cast, literal, null, select, union_all
from sqlalchemy.orm import Session

from caseflow import models
from caseflow.access import shown
from caseflow.casefile.audience import Disclosure, Release
from caseflow.casefile.below import Among, Below, Chosen, belongs
from caseflow.db import UtcDateTime, unseal

DISCLOSURE, NOTE, RELEASE = models.EntryDisclosure, models.DisclosureNote, models.ReleaseNote


@dataclass(frozen=True)
class Named:
    """A user or organisation that stands on a disclosure or release."""

    key: str
    name: str
    is_organisation: bool = False


def told_of(session: Session, chosen: Chosen, below: dict[UUID, Below]) -> Iterator[tuple[UUID, Named]]:
    """Gather the disclosures that have an end and the notes of releases; yield whom they name."""
    for row in chosen.ask(session, _told):
        if row.what == "disclosures":
            below[row.entry_id]["disclosures"].append(_disclosure(row))
            yield row.to_id, Named(row.user_key, row.user_name)
        else:
            below[row.entry_id]["releases"].append(
                Release(organisation_id=row.to_id, by_id=row.by_id, at=row.from_at)
            )
            yield row.to_id, Named(row.organisation_key, row.organisation_name, is_organisation=True)
        if row.by_id is not None:
            yield row.by_id, Named(row.by_key, row.by_name)


def _disclosure(row: Any) -> Disclosure:
    opened = {
        name: None if sealed is None else unseal(sealed, "disclosure_note", name, row.id)
        for name, sealed in (("reason", row.reason_sealed), ("revoked_because", row.revoked_because_sealed))
    }
    return Disclosure(
        user_id=row.to_id,
        by_id=row.by_id,
        from_at=row.from_at,
        until_at=row.until_at,
        revoked_at=row.revoked_at,
        **opened,
    )


@cache
def _told(among: Among) -> CompoundSelect[Any]:
    return union_all(_disclosures(among), _releases(among)).order_by("from_at", "id")


def _disclosures(among: Among) -> Select[Any]:
    user = DISCLOSURE.__table__.c.user_id
    return (
        _row(
            DISCLOSURE,
            "disclosures",
            to_id=user,
            from_at=DISCLOSURE.from_at,
            until_at=DISCLOSURE.until_at,
            revoked_at=DISCLOSURE.revoked_at,
            reason_sealed=NOTE.reason_sealed,
            revoked_because_sealed=NOTE.revoked_because_sealed,
        )
        .join(NOTE, NOTE.id == DISCLOSURE.id)
        .where(belongs(DISCLOSURE, among), DISCLOSURE.until_at.is_not(None))
    )


def _releases(among: Among) -> Select[Any]:
    moment, sealed = cast(null(), UtcDateTime()), cast(null(), NOTE.__table__.c.reason_sealed.type)
    return _row(
        RELEASE,
        "releases",
        to_id=RELEASE.__table__.c.organisation_id,
        from_at=RELEASE.at,
        until_at=moment,
        revoked_at=moment,
        reason_sealed=sealed,
        revoked_because_sealed=sealed,
    ).where(belongs(RELEASE, among))


def _row(model: type[Any], what: str, *, to_id: Any, **columns: SQLColumnExpression[Any]) -> Select[Any]:
    by = model.__table__.c.by_id
    named = {
        "user_key": shown.user_key(to_id),
        "user_name": shown.user_name(to_id),
        "organisation_key": shown.organisation_key(to_id),
        "organisation_name": shown.organisation_name(to_id),
        "by_key": shown.user_key(by),
        "by_name": shown.user_name(by),
    }
    return select(
        model.id,
        model.entry_id,
        literal(what).label("what"),
        to_id.label("to_id"),
        by.label("by_id"),
        *(column.label(name) for name, column in (columns | named).items()),
    )
