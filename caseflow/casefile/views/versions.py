"""What an entry said before, beside what it said next."""

from uuid import UUID

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from caseflow.casefile.describing import Names, differences
from caseflow.casefile.portrait import Portraits
from caseflow.casefile.queries import directory, earlier_versions
from caseflow.casefile.showing import names_for
from caseflow.casefile.views.room import bp, the_case, the_entry
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, parties_of
from caseflow.web.session import session


@bp.get("/entries/<uuid:entry_id>/versions/<int:version>")
def version(reference: str, entry_id: UUID, version: int) -> ResponseReturnValue:
    case = the_case(reference)
    portrait, found = the_entry(case, entry_id)
    earlier = earlier_versions(session(), entry_id)
    position = next((at for at, one in enumerate(earlier) if one.version == version), None)
    if position is None:
        abort(404)
    after = earlier[position - 1].draft if position else portrait.draft
    return render_template(
        "casefile/version.html",
        frame=case_frame(case, "timeline"),
        case=case,
        entry_id=entry_id,
        kind=portrait.draft.kind,
        earlier=earlier[position],
        is_latest=position == 0,
        differences=differences(earlier[position].draft, after, _names(case, found)),
    )


def _names(case: CaseHead, found: Portraits) -> Names:
    """Return who is named now, and who was named before and still is in the directory."""
    people = directory(session(), case.id)
    known = names_for(parties_of(session(), case.id), found.users, found.organisations)
    return Names(
        parties=known.parties,
        users={one.id: one.name for one in people.workers} | dict(known.users),
        organisations=dict(people.organisations) | dict(known.organisations),
    )
