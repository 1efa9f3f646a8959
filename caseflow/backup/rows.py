"""Rows as lines of JSON, the same for either database."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.types import TypeDecorator, TypeEngine


def to_line(values: Sequence[Any]) -> bytes:
    """Write a row as a line."""
    return json.dumps(values, default=_plain, separators=(",", ":")).encode() + b"\n"


def decoders(table: Table) -> list[Callable[[Any], Any]]:
    """Return for each column of a table how its values are read back."""
    return [_DECODERS.get(_python_type(column.type), _as_is) for column in table.columns]


def _python_type(kind: TypeEngine[Any]) -> type:
    return kind.impl_instance.python_type if isinstance(kind, TypeDecorator) else kind.python_type


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"A {type(value).__name__} has no place in a backup.")


def _as_is(value: Any) -> Any:
    return value


_DECODERS: dict[type, Callable[[Any], Any]] = {
    UUID: lambda value: None if value is None else UUID(value),
    datetime: lambda value: None if value is None else datetime.fromisoformat(value),
    date: lambda value: None if value is None else date.fromisoformat(value),
    bytes: lambda value: None if value is None else b64decode(value),
}
