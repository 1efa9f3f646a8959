"""Sharing: which partners may read what of a case, for whom it does not exist, and who read it."""
