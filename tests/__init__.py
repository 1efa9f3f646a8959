"""Tests, and the databases and browsers they run on."""
