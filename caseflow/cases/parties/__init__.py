"""Who is in a case: persons, their roles, and how they stand to each other."""
