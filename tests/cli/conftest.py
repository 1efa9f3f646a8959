"""The command line, as a shell would use it, on a database of the test's own."""

import io
import os
from dataclasses import dataclass

import pytest

from caseflow.cli.root import main
from tests.app_fixtures import KEYS


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def environment(monkeypatch):
    """Settings of the environment, apart from the database."""
    monkeypatch.setenv("CASEFLOW_SECRET_KEY", "a secret key that only tests know")
    monkeypatch.setenv("CASEFLOW_ENCRYPTION_KEYS", KEYS)
    return monkeypatch


@pytest.fixture
def shell(environment, capsys):
    """Run commands; `url` says on which database, for this and later commands."""

    def run(*arguments, url=None, stdin=""):
        if url:
            environment.setenv("CASEFLOW_DATABASE_URL", url)
        environment.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        mask = os.umask(0o022)
        try:
            with pytest.raises(SystemExit) as ended:
                main(arguments)
        finally:
            os.umask(mask)
        said = capsys.readouterr()
        return Answer(ended.value.code or 0, said.out, said.err)

    return run
