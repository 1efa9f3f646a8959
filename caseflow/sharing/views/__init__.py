"""The pages of sharing; importing a module puts its pages into the room."""

from caseflow.sharing.views.access import look_up
from caseflow.sharing.views.afterwards import afterwards
from caseflow.sharing.views.agreements import agreements
from caseflow.sharing.views.break_glass import break_glass
from caseflow.sharing.views.changing import change_partner
from caseflow.sharing.views.consents import consents_page
from caseflow.sharing.views.disclosures import disclosures_page
from caseflow.sharing.views.exclusions import exclusions_page
from caseflow.sharing.views.links import partners
from caseflow.sharing.views.new_link import new_partner
from caseflow.sharing.views.persons import excluded_persons
from caseflow.sharing.views.previewing import preview
from caseflow.sharing.views.room import bp, watching
from caseflow.sharing.views.why import why_this_case

__all__ = [
    "afterwards",
    "agreements",
    "bp",
    "break_glass",
    "change_partner",
    "consents_page",
    "disclosures_page",
    "excluded_persons",
    "exclusions_page",
    "look_up",
    "new_partner",
    "partners",
    "preview",
    "watching",
    "why_this_case",
]
