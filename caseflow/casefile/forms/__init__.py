"""One form per kind of entry."""
