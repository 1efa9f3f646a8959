"""The kinds of milestone, by the names that bundles give them."""

from typing import Any

from flask_babel import lazy_pgettext as _p

MILESTONE_KINDS: dict[str, Any] = {
    "m01-report-acknowledged": _p("milestone", "Confirm the report to the reporter"),
    "m02-first-contact": _p("milestone", "First contact: speak to or see this person"),
    "m03-vt-assessment": _p("milestone", "Safety assessment by Veilig Thuis"),
    "m04-vt-research": _p("milestone", "Veilig Thuis finishes its research"),
    "m05-reporter-feedback": _p("milestone", "Feedback to the reporter"),
    "m06-home-ban-end": _p("milestone", "Home ban ends"),
    "m07-home-ban-limit": _p("milestone", "Longest term of the home ban"),
    "m08-excluded-address": _p("milestone", "Excluded person reports an address"),
    "m09-court-hearing": _p("milestone", "Court hearing about the home ban"),
    "m10-data-subjects-informed": _p("milestone", "Inform the people the file is about"),
    "m11-safety-plan": _p("milestone", "Agree on a safety plan"),
    "m12-safety-conditions": _p("milestone", "Take over the safety conditions"),
    "m13-system-analysis": _p("milestone", "First system analysis"),
    "m14-baseline": _p("milestone", "Baseline measurement (T0)"),
    "m15-plan-evaluation": _p("milestone", "Evaluate the plan with everyone"),
    "m16-partner-refresh": _p("milestone", "Round of the partners"),
    "m17-resources-check": _p("milestone", "Check whether there are enough resources"),
    "m18-measurement-t1": _p("milestone", "Second measurement (T1)"),
    "m19-measurement-t2": _p("milestone", "Third measurement (T2)"),
    "m20-vt-monitoring": _p("milestone", "Monitoring by Veilig Thuis"),
    "m21-phase-review": _p("milestone", "Review: on to the next phase?"),
    "m22-closure-review": _p("milestone", "Closure review by two people"),
    "m23-follow-up": _p("milestone", "Follow-up after closing"),
    "m24-share-end": _p("milestone", "Sharing ends"),
    "m25-access-request": _p("milestone", "Answer an access request"),
    "m26-destruction-request": _p("milestone", "Handle a request to destroy data"),
    "m27-data-breach": _p("milestone", "Report a data breach"),
    "m28-age-threshold": _p("milestone", "Birthday that changes the rules"),
    "m29-retention-end": _p("milestone", "Retention of Wmo data ends"),
    "m30-youth-retention-end": _p("milestone", "Retention of the youth file ends"),
    "m31-zvh-purge": _p("milestone", "Clear shared data of the care and safety house"),
    "m32-home-ban-purge": _p("milestone", "Destroy the home ban decision"),
    "m33-log-review": _p("milestone", "Yearly review of the log"),
    "break-glass-review": _p("milestone", "Review an emergency access"),
}
