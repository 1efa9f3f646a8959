"""The `caseflow` command: one file per group of commands."""

from caseflow.cli.root import main

__all__ = ["main"]
