"""Backups: everything in the database at one moment, encrypted, in a form that either database can read back."""
