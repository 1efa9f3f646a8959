"""The calls of the JSON door."""

from caseflow.api.describing import bp
from caseflow.api.views import access_log, account, again, cases, entries, milestones, openapi, search

__all__ = ["access_log", "account", "again", "bp", "cases", "entries", "milestones", "openapi", "search"]
