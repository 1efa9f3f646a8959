"""caseflow: intensive case direction in complex domestic violence, for the people who carry it."""
