"""`caseflow settings`: every setting, read from the source of config.py, so that no list of them falls behind."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import click

from caseflow import config

TYPES = {
    "Mode": " \\| ".join(f"`{mode}`" for mode in config.Mode),
    "str": "text",
    "int": "number",
    "tuple[str, ...]": "texts, separated by commas",
}
HEAD = """# Settings

Settings come from the environment. `caseflow settings` writes this page; do not edit it.

| setting | type | default | meaning |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Setting:
    """A variable of the environment."""

    name: str
    type: str
    default: str
    meaning: str


@click.command()
def command() -> None:
    """List every setting with its type, default and meaning, as docs/settings.md has it."""
    click.echo(page(), nl=False)


def page() -> str:
    """Return the page about settings."""
    return HEAD + "".join(
        f"| `{one.name}` | {one.type} | {one.default} | {one.meaning} |\n" for one in settings()
    )


def settings() -> Iterator[Setting]:
    """Read the settings: the fields of `Settings`, and the text below each."""
    [declared] = ast.parse(inspect.getsource(config.Settings)).body
    body = declared.body if isinstance(declared, ast.ClassDef) else []
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            text = " ".join(str(ast.literal_eval(below.value)).split())
            name, _, rest = text.partition(": ")
            meaning, _, default = rest.partition(" Default: ")
            yield Setting(name, TYPES[ast.unparse(field.annotation)], default.rstrip("."), _sentence(meaning))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
