"""The pages of what organisations ask each other, and the room of who is linked."""

from caseflow.asking.views import releases, requests, room
from caseflow.asking.views.places import asking, bp

__all__ = ["asking", "bp", "releases", "requests", "room"]
