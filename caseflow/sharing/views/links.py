"""Partners: the links of a case."""

from typing import Any

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from caseflow.cases.earlier.queries import changed_things
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, PartyLine, get_case, parties_of
from caseflow.cases.words import party_names, scope_lines
from caseflow.models.vocabulary import Category
from caseflow.sharing import queries
from caseflow.sharing.answers import answers_of
from caseflow.sharing.deeds import deeds_of
from caseflow.sharing.ending import closing_earlier
from caseflow.sharing.fields import cell_value
from caseflow.sharing.queries import LinkLine
from caseflow.sharing.views.matrix import Column, Row, columns, rows
from caseflow.sharing.views.room import bp
from caseflow.sharing.words import STANDINGS, answer_lines, standing_badge
from caseflow.web.session import session


@bp.get("/partners")
def partners(reference: str) -> ResponseReturnValue:
    head: CaseHead = get_case(session(), reference) or abort(404)
    parties = parties_of(session(), head.id)
    if not head.seated:
        return _page(
            "own_links",
            head,
            links=queries.own_links(session(), head.id),
            names=party_names(parties),
            said=scope_lines,
            contact=head.contact_point,
        )
    found = queries.links(session(), head.id)
    groups = [
        (text, [one for one in found if one.standing is state]) for state, (text, _kind) in STANDINGS.items()
    ]
    return _page(
        "partners",
        head,
        groups=[group for group in groups if group[1]],
        matrix=lambda link: _matrix(link, parties),
        badge_of=standing_badge,
        names=party_names(parties),
        said=scope_lines,
        changed=changed_things(session(), head.id),
        answers=answers_of(session(), head.id),
        said_in=answer_lines,
        deeds=deeds_of(session(), head.id),
        closing=closing_earlier(session(), head.id),
    )


def _page(template: str, head: CaseHead, **values: Any) -> str:
    return render_template(f"sharing/{template}.html", frame=case_frame(head, "partners"), **values)


def _matrix(link: LinkLine, parties: list[PartyLine]) -> tuple[list[Column], list[Row], set[str]]:
    """Return a link's scope as a matrix, without the empty rows and columns."""
    opened = [party for party in parties if any((party.id, one) in link.scope for one in Category)]
    used = [one for one in Category if any((party.id, one) in link.scope for party in parties)]
    return columns(opened), rows(used), {cell_value(*cell) for cell in link.scope}
