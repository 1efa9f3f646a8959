"""Cases: the day's work, the list, opening one, its overview, and who is in it."""
