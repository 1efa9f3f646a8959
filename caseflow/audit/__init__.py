"""Who saw and did what: append-only, chained per case, sealed across cases."""
