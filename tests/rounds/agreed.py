"""A consent and an agreement, which the story has none of."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.models import Case, Consent, ConsentCategory, Link, Party, SharingAgreement
from caseflow.models.vocabulary import Category, ConsentForm


def agreed(session: Session, reference: str, from_at: datetime, until_at: datetime) -> None:
    """Let somebody in a case consent to what its first link opens, and put an agreement with its organisation."""
    case = session.scalars(select(Case).where(Case.reference == reference)).one()
    link = session.scalars(
        select(Link).where(Link.case_id == case.id).order_by(Link.from_at, Link.id)
    ).first()
    party = session.scalars(select(Party).where(Party.case_id == case.id).order_by(Party.key)).first()
    assert link is not None
    assert party is not None
    told: dict[str, Any] = {"purpose": "Samen zorgen.", "by_self": True, "how": ConsentForm.SPOKEN}
    kept = {"recorded_by_id": case.director_id, "recorded_at": from_at}
    whose = {"case_id": case.id, "party_id": party.id, "organisation_id": link.organisation_id}
    consent = Consent(**whose, **told, **kept, from_at=from_at, until_at=until_at)
    session.add(consent)
    session.flush()
    session.add(ConsentCategory(consent_id=consent.id, category=Category.SAFETY))
    what = {"name": "Convenant", "edition": "1", "covers": "Veiligheid.", "from_on": date(2022, 1, 1)}
    session.add(SharingAgreement(organisation_id=link.organisation_id, **what, recorded_at=from_at))
