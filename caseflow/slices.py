"""The rooms that have pages. Add a room here and its pages are reachable."""

from flask import Blueprint

from caseflow.accounts.views import bp as accounts
from caseflow.followup.episode_views import bp as episodes
from caseflow.followup.views import bp as followup
from caseflow.requests.health import bp as health

BLUEPRINTS: tuple[Blueprint, ...] = (health, accounts, followup, episodes)
