"""The labels of all fixed words, by what they are about."""
