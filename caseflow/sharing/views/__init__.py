"""The pages of sharing; importing a module puts its pages into the room."""

from caseflow.sharing.views.access import look_up
from caseflow.sharing.views.break_glass import break_glass
from caseflow.sharing.views.disclosures import disclosures_page
from caseflow.sharing.views.exclusions import exclusions_page
from caseflow.sharing.views.links import partners
from caseflow.sharing.views.persons import excluded_persons
from caseflow.sharing.views.room import bp, watching

__all__ = [
    "bp",
    "break_glass",
    "disclosures_page",
    "excluded_persons",
    "exclusions_page",
    "look_up",
    "partners",
    "watching",
]
