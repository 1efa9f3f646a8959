"""Finding words again in what one may read."""
