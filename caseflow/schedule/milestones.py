"""Which milestones follow from what happened, and when they are due.

The moments are the method's (reviews every three months, follow-up until two years after closing) and the law's.
A new milestone only ever adds to what is due; whoever holds the case may move or drop it with a reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from caseflow.schedule.calendar import after_months, after_weeks, after_working_days

FOLLOW_UP_MONTHS = (3, 6, 12, 18, 24)
"""When a closed case is followed up. Unit: months after closing."""
REVIEW_MONTHS = (3, 6, 9, 12)
"""When the plan is evaluated with everyone. Unit: months after the plan started."""

FIRST_CONTACT = "m02-first-contact"
INFORMED = "m10-data-subjects-informed"
SAFETY_PLAN = "m11-safety-plan"
ANALYSIS = "m13-system-analysis"
BASELINE = "m14-baseline"
EVALUATION = "m15-plan-evaluation"
RESOURCES = "m17-resources-check"
MEASUREMENT_1 = "m18-measurement-t1"
MEASUREMENT_2 = "m19-measurement-t2"
FOLLOW_UP = "m23-follow-up"

WHILE_OPEN = frozenset(
    {
        FIRST_CONTACT,
        SAFETY_PLAN,
        ANALYSIS,
        BASELINE,
        EVALUATION,
        RESOURCES,
        MEASUREMENT_1,
        MEASUREMENT_2,
        "m16-partner-refresh",
        "m21-phase-review",
    }
)
"""What is only due while the case is open: closing drops it, with the reason."""


@dataclass(frozen=True)
class Due:
    """A milestone to be: its kind and day, and whom it is about."""

    kind: str
    on: date
    party_id: UUID | None = None


def on_opening(opened_on: date) -> list[Due]:
    """What is due when direction starts."""
    return [
        Due(SAFETY_PLAN, after_working_days(opened_on, 3)),
        Due(INFORMED, after_weeks(opened_on, 4)),
        Due(BASELINE, after_weeks(opened_on, 6)),
        Due(ANALYSIS, after_weeks(opened_on, 8)),
        Due(RESOURCES, after_months(opened_on, 3)),
    ]


def on_new_party(day: date, party_id: UUID) -> list[Due]:
    """What is due when somebody joins the case: hear them, or see the child."""
    return [Due(FIRST_CONTACT, after_working_days(day, 3), party_id)]


def on_reopening(reopened_on: date) -> list[Due]:
    """What is due when direction starts again."""
    return [
        Due(SAFETY_PLAN, after_working_days(reopened_on, 3)),
        Due(EVALUATION, after_months(reopened_on, 3)),
        Due(RESOURCES, after_months(reopened_on, 3)),
    ]


def on_closing(closed_on: date) -> list[Due]:
    """When a closed case is followed up."""
    return [Due(FOLLOW_UP, after_months(closed_on, months)) for months in FOLLOW_UP_MONTHS]


def on_done(kind: str, due_on: date, done_on: date) -> list[Due]:
    """What follows when a milestone is done."""
    follow = _FOLLOW.get(kind)
    return follow(due_on, done_on) if follow else []


def _evaluations(_due_on: date, plan_started_on: date) -> list[Due]:
    return [Due(EVALUATION, after_months(plan_started_on, months)) for months in REVIEW_MONTHS]


def _measurements(_due_on: date, baseline_on: date) -> list[Due]:
    return [
        Due(MEASUREMENT_1, after_months(baseline_on, 12)),
        Due(MEASUREMENT_2, after_months(baseline_on, 18)),
    ]


def _again(kind: str, due_on: date, _done_on: date) -> list[Due]:
    return [Due(kind, after_months(due_on, 3))]


_FOLLOW: dict[str, Callable[[date, date], list[Due]]] = {
    SAFETY_PLAN: _evaluations,
    BASELINE: _measurements,
    RESOURCES: partial(_again, RESOURCES),
}

KINDS: tuple[str, ...] = (
    "m01-report-acknowledged",
    FIRST_CONTACT,
    "m03-vt-assessment",
    "m04-vt-research",
    "m05-reporter-feedback",
    "m06-home-ban-end",
    "m07-home-ban-limit",
    "m08-excluded-address",
    "m09-court-hearing",
    INFORMED,
    SAFETY_PLAN,
    "m12-safety-conditions",
    ANALYSIS,
    BASELINE,
    EVALUATION,
    "m16-partner-refresh",
    RESOURCES,
    MEASUREMENT_1,
    MEASUREMENT_2,
    "m20-vt-monitoring",
    "m21-phase-review",
    "m22-closure-review",
    FOLLOW_UP,
    "m24-share-end",
    "m25-access-request",
    "m26-destruction-request",
    "m27-data-breach",
    "m28-age-threshold",
    "m29-retention-end",
    "m30-youth-retention-end",
    "m31-zvh-purge",
    "m32-home-ban-purge",
    "m33-log-review",
    "break-glass-review",
)
"""Every kind of milestone that the method and the law know. A file may hold others."""
