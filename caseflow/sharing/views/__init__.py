"""The pages of sharing; importing a module puts its pages into the room."""

from caseflow.sharing.views.access import look_up
from caseflow.sharing.views.afterwards import afterwards
from caseflow.sharing.views.changing import change_partner
from caseflow.sharing.views.exclusions import exclusions_page
from caseflow.sharing.views.links import partners
from caseflow.sharing.views.new_link import new_partner
from caseflow.sharing.views.previewing import preview
from caseflow.sharing.views.room import bp, watching

__all__ = [
    "afterwards",
    "bp",
    "change_partner",
    "exclusions_page",
    "look_up",
    "new_partner",
    "partners",
    "preview",
    "watching",
]
