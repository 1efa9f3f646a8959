"""The case file: entries, how they are kept and how they are read."""
