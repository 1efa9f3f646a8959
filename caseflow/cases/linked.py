"""Whom links with a case name, and whether those run."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, select

from caseflow.access import shown
from caseflow.models import Link, LinkProfessional

People = list[tuple[UUID, str]]
"""Ids and names, to choose from."""
RUNS = shown.link_runs(Link.__table__)
NOT_OVER = shown.link_is_not_over(Link.__table__)


def named_by_links(which: ColumnElement[bool]) -> Select[Any]:
    """Return the users whom links with the case `case_id` name."""
    return (
        select(LinkProfessional.user_id)
        .join(Link, Link.id == LinkProfessional.link_id)
        .where(Link.case_id == bindparam("case_id"), which)
    )
