"""The rooms that have pages. Add a room here and its pages are reachable."""

from flask import Blueprint

from caseflow.accounts.views import bp as accounts
from caseflow.api.views import bp as api
from caseflow.asking.views import asking
from caseflow.asking.views import bp as asked
from caseflow.casefile.views import bp as casefile
from caseflow.caseload.views import bp as caseload
from caseflow.cases.earlier.views import bp as earlier
from caseflow.cases.parties.relationship_views import bp as relationships
from caseflow.cases.parties.views import bp as parties
from caseflow.cases.today_views import bp as today
from caseflow.cases.views import bp as cases
from caseflow.followup.episode_views import bp as episodes
from caseflow.followup.views import bp as followup
from caseflow.requests.health import bp as health
from caseflow.search.views import bp as search
from caseflow.sharing.views import bp as sharing
from caseflow.sharing.views import watching

BLUEPRINTS: tuple[Blueprint, ...] = (
    health,
    accounts,
    today,
    cases,
    parties,
    relationships,
    earlier,
    casefile,
    followup,
    episodes,
    search,
    sharing,
    watching,
    asked,
    asking,
    caseload,
    api,
)
