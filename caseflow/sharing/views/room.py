"""Where the pages of sharing stand, and how each finds its case."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort

from caseflow.access.check import Act, require
from caseflow.access.oversight import case_to_watch
from caseflow.cases.frame import CaseFrame, case_frame
from caseflow.cases.queries import CaseHead, get_case
from caseflow.web.session import session

bp = Blueprint("sharing", __name__, url_prefix="/cases/<reference>")
watching = Blueprint("watching", __name__)


@dataclass(frozen=True)
class Watched:
    """A case of which somebody may read the log: as a seat inside its frame, or by its reference alone."""

    id: UUID
    reference: str
    head: CaseHead | None

    def frame(self, here: str) -> CaseFrame | None:
        """Return the frame of its pages, for who has the case."""
        return None if self.head is None else case_frame(self.head, here)


def case_with(reference: str, act: Act) -> CaseHead:
    """Return the case of an address, for who may do this in it; to all others it is not there."""
    head: CaseHead = get_case(session(), reference) or abort(404)
    require(session(), act, head.id)
    return head


def watched(reference: str, act: Act) -> Watched:
    """Return the case of an address for who has a seat, or watches over it; to all others it is not there."""
    head = get_case(session(), reference)
    case_id: UUID = (
        head.id if head is not None and head.seated else case_to_watch(session(), reference) or abort(404)
    )
    require(session(), act, case_id)
    return Watched(case_id, reference, head)
