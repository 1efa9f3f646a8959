"""The rooms that have pages. Add a room here and its pages are reachable."""

from flask import Blueprint

from caseflow.accounts.views import bp as accounts

BLUEPRINTS: tuple[Blueprint, ...] = (accounts,)
