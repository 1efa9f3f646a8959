"""Whole case files in one portable document: import and export of caseflow-bundle/1."""
