"""What a partner read, and after the end of a link the letter that asks for it to be deleted."""

from uuid import UUID

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from markupsafe import Markup

from caseflow.access.check import Act
from caseflow.audit import reads
from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead
from caseflow.clock import local_date
from caseflow.sharing import queries
from caseflow.sharing.afterwards import Reading, read_through
from caseflow.sharing.queries import LinkLine
from caseflow.sharing.views.room import bp, case_with
from caseflow.web.session import session
from caseflow.web.templating import language
from caseflow.web.viewer import now

OF_THE_ORGANISATION = "nl"
"""The language in which organisations here work, and write to each other."""


@bp.get("/partners/<uuid:link_id>/read")
def afterwards(reference: str, link_id: UUID) -> ResponseReturnValue:
    head, link, reading = _read(reference, link_id)
    return render_template(
        "sharing/afterwards.html", frame=case_frame(head, "partners"), link=link, reading=reading
    )


@bp.get("/partners/<uuid:link_id>/letter")
def letter(reference: str, link_id: UUID) -> ResponseReturnValue:
    """Show the letter in the language of the organisation, and below it in that of who reads another."""
    head, link, reading = _read(reference, link_id)
    if link.can_change:
        abort(404)
    reads.saw(session(), "link.letter", head.id)
    languages = dict.fromkeys((OF_THE_ORGANISATION, language()))
    return render_template(
        "sharing/letter.html",
        frame=case_frame(head, "partners"),
        link=link,
        letters=[(one, _letter(one, head, link, reading)) for one in languages],
    )


def _letter(written_in: str, head: CaseHead, link: LinkLine, reading: Reading) -> Markup:
    with force_locale(written_in):
        text = render_template(
            "sharing/letter_text.html", case=head, link=link, reading=reading, today=local_date(now())
        )
    return Markup(text)  # noqa: S704 - made by a template of our own, which escaped what it was given


def _read(reference: str, link_id: UUID) -> tuple[CaseHead, LinkLine, Reading]:
    head = case_with(reference, Act.LINK_SET)
    link: LinkLine = queries.get_link(session(), head.id, link_id) or abort(404)
    return head, link, read_through(session(), head.id, link.id)
