"""Caseload: the team lead's room, and who holds a case: handed over, assigned, stood in for."""
