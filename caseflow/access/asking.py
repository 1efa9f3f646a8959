"""The one who asks, as bound parameters: rules are written once for all actors, and the guard fills in who it is."""

from datetime import date
from typing import Any

from sqlalchemy import Boolean, Date, Text, Uuid, bindparam

from caseflow.access.actor import Actor
from caseflow.clock import local_date
from caseflow.db import Ids, UtcDateTime
from caseflow.models.vocabulary import Role

ME = bindparam("actor_id", type_=Uuid())
MY_ORGANISATION = bindparam("actor_organisation_id", type_=Uuid())
MY_TEAM = bindparam("actor_team_id", type_=Uuid())
TEAM_I_LEAD = bindparam("actor_leads_team_id", type_=Uuid())
"""Null for who leads none, and null equals nothing."""
DIRECTOR_AT = bindparam("actor_director_at_id", type_=Uuid())
"""The organisation of who is a case director, whatever their cases; null for who is none."""
HAS_DIRECTORY = bindparam("actor_has_directory", type_=Boolean())
IS_PRIVACY_OFFICER = bindparam("actor_is_privacy_officer", type_=Boolean())
IS_PARTNER = bindparam("actor_is_partner", type_=Boolean())
ASKED_ABOUT = bindparam("asked_about_id", type_=Uuid())
"""The row that a question is about: questions are written once for all rows."""
NAMED_CASE = bindparam("named_case_id", type_=Uuid())
"""The case about which a statement asks, where it says so."""
NAMED_CASES = bindparam("named_case_ids", type_=Ids())
"""The cases about which a statement asks, where the actor was found to have a seat in all of them."""
NAMED_ENTRIES = bindparam("named_entry_ids", type_=Ids())
"""The entries about which a statement asks, where it says so."""
OPEN_ENTRIES = bindparam("open_entry_ids", type_=Ids())
"""Those of them that were found open, in a transaction that only reads."""
SEAT_HERE = bindparam("seat_here", type_=Uuid())
"""The case in which PostgreSQL itself found a seat of who asks, in a transaction that only reads."""
FOUND_OPEN = bindparam("found_open_ids", type_=Ids())
"""The entries that PostgreSQL itself found open to who asks, in a transaction that only reads."""
ALL_FOUND = bindparam("all_found", type_=Boolean())
"""Whether a statement looks at no entries without a seat but these."""
MARK = bindparam("mark", type_=Text())
"""By which PostgreSQL knows what it found for who speaks now; null in a transaction that may write."""
NOW = bindparam("now", type_=UtcDateTime())
TODAY = bindparam("today", type_=Date())
EIGHTEEN_YEARS_AGO = bindparam("eighteen_years_ago", type_=Date())

DIRECTORY_ROLES = (Role.CASE_DIRECTOR, Role.TEAM_LEAD, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER)
"""Who knows all organisations, teams and users."""
ADULT_AT = 18
"""The age from which somebody is an adult. Unit: years. Source: Burgerlijk Wetboek 1:233."""


def values_for(actor: Actor) -> dict[str, Any]:
    """Return the value of every parameter for one actor."""
    today = local_date(actor.now)
    return {
        ME.key: actor.user_id,
        MY_ORGANISATION.key: actor.organisation_id,
        MY_TEAM.key: actor.team_id,
        TEAM_I_LEAD.key: actor.team_id if actor.has(Role.TEAM_LEAD) else None,
        DIRECTOR_AT.key: actor.organisation_id if actor.has(Role.CASE_DIRECTOR) else None,
        HAS_DIRECTORY.key: actor.has(*DIRECTORY_ROLES),
        IS_PRIVACY_OFFICER.key: actor.has(Role.PRIVACY_OFFICER),
        IS_PARTNER.key: actor.has(Role.PARTNER),
        NOW.key: actor.now,
        TODAY.key: today,
        EIGHTEEN_YEARS_AGO.key: years_before(today, ADULT_AT),
    }


def years_before(day: date, years: int) -> date:
    """Return the same day some years earlier; 29 February becomes 1 March, when the law counts the birthday."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
