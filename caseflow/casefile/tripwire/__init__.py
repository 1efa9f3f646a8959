"""The trip-wire: protected facts of a case, searched in whatever would carry them to somebody else (ADR 0009)."""
