"""What the forms about a link share: what can be chosen, which warnings come up, and what stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from flask import render_template

from caseflow.cases.frame import case_frame
from caseflow.cases.queries import CaseHead, PartyLine, parties_of
from caseflow.cases.refusals import RefusedError
from caseflow.cases.words import party_names, scope_lines
from caseflow.clock import local_date
from caseflow.models.vocabulary import Basis, LinkWarning
from caseflow.sharing.answers import Answer, latest
from caseflow.sharing.consent_words import consent_words
from caseflow.sharing.ending import not_beyond
from caseflow.sharing.fitting import Fitting, Kind, Usual, bases_for, kind_of, needs_consent, usual_for
from caseflow.sharing.forms import AboutLinkForm, AnswerForm, usual_end
from caseflow.sharing.people import professionals_of
from caseflow.sharing.queries import Scope
from caseflow.sharing.resting import Offered, offered, resting_on
from caseflow.sharing.views.matrix import columns, rows
from caseflow.sharing.warnings import Proposed, Warned, warnings_of
from caseflow.sharing.words import warning_words
from caseflow.web.session import session
from caseflow.web.templating import language
from caseflow.web.viewer import now


@dataclass
class Desk:
    """A case in which a seat links partners, and the organisation that it is about when one was chosen."""

    head: CaseHead
    organisation_id: UUID | None
    warned: tuple[Warned, ...] = ()

    @cached_property
    def parties(self) -> list[PartyLine]:
        """Who is in the case."""
        return parties_of(session(), self.head.id)

    @cached_property
    def organisation(self) -> Kind | None:
        """The organisation, as what fits is asked of it."""
        return None if self.organisation_id is None else kind_of(session(), self.organisation_id)

    @cached_property
    def bases(self) -> dict[Basis, Fitting]:
        """The lawful bases that fit it."""
        return {} if self.organisation is None else bases_for(session(), self.organisation)

    @cached_property
    def usual(self) -> Usual | None:
        """The scope that is usual for it."""
        return None if self.organisation is None else usual_for(session(), self.organisation)

    def usual_scope(self) -> Scope:
        """Return the cells that are usual for it in this case."""
        return frozenset() if self.usual is None else self.usual.scope(self.parties, local_date(now()))

    @property
    def why(self) -> str:
        """Why that scope is usual, in the reader's language."""
        if self.usual is None:
            return ""
        return self.usual.why_nl if language() == "nl" else self.usual.why_en

    def offer(self, form: AboutLinkForm) -> None:
        """Let the reader choose from the people and the bases that fit.

        A basis that was chosen before stays in the list, so that what was chosen is not lost; saving it is refused.
        """
        known = self.organisation is not None and professionals_of(
            session(), self.head.id, self.organisation.id
        )
        form.professional_ids.offer(known or [])
        if self.organisation is not None:
            form.basis.offer(one for one in Basis if one in self.bases or one is form.basis.data)

    @cached_property
    def holding(self) -> list[Offered]:
        """The consents that hold for it now."""
        return [] if self.organisation_id is None else offered(session(), self.head.id, self.organisation_id)

    def usual_end(self, basis: Basis | None) -> date:
        """Return until when a link runs unless somebody says otherwise: no longer than a consent of its basis lasts."""
        today = local_date(now())
        usual = usual_end(today)
        rests = any(needs_consent(one, self.bases.get(one)) for one in ([basis] if basis else self.bases))
        ends = [one.until_at for one in self.holding] if rests else []
        return not_beyond(usual, ends, today) or usual

    def offer_consents(self, form: AnswerForm, link_id: UUID | None = None) -> None:
        """Let the reader choose what the link rests on; what it rests on now is ticked."""
        names = party_names(self.parties) if self.holding else {}
        form.consent_ids.offer([(one.id, consent_words(one, names)) for one in self.holding])
        if self.holding and link_id is not None and not form.is_submitted():
            used = set(resting_on(session(), link_id).values())
            form.consent_ids.data = [one.id for one in self.holding if one.id in used]

    def ask(self, form: AnswerForm, proposed: Proposed | None, link_id: UUID | None = None) -> None:
        """Look up what must be answered before this may be saved, and ask for it on the form."""
        if proposed is None:
            return
        try:
            self.warned = warnings_of(session(), self.head.id, proposed)
        except RefusedError:
            return  # a consent that is over by now: the form has said so already
        last: Mapping[LinkWarning, Answer] = {}
        if self.warned and link_id is not None:
            given = latest(session(), self.head.id).get(link_id, {})
            last = {warning: one.answer for warning, one in given.items()}
        form.ask((one.kind for one in self.warned), last)

    def page(self, template: str, **values: Any) -> str:
        """Show a page about a link."""
        return render_template(
            f"sharing/{template}.html",
            frame=case_frame(self.head, "partners"),
            desk=self,
            warnings=[(one, *warning_words(one)) for one in self.warned],
            parties=columns(self.parties),
            categories=rows(),
            said=lambda cells: scope_lines(cells, party_names(self.parties)),
            **values,
        )
