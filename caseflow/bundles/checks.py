"""Turns the part of JSON Schema that the bundle's schema uses into plain functions, with errors worth reading.

A general validator takes half a minute for 20 MB and repeats what it refuses in full; this takes two seconds, says
what is wrong in a short sentence, and refuses besides what no database keeps: control characters, lone surrogates,
numbers beyond 64 bits, members that stand twice. An unknown keyword in the schema stops the import, so none is missed.
"""

from collections.abc import Callable, Iterable
from typing import Any

from caseflow.bundles.documents import Repeated
from caseflow.bundles.leaves import (
    MAX_NAME,
    UNPRINTABLE,
    Check,
    Schema,
    choice,
    number,
    of_type,
    quoted,
    text,
)
from caseflow.casefile.reading import Problems, escaped

_KEYWORDS = {
    "object": {"properties", "required", "additionalProperties", "allOf"},
    "array": {"items", "minItems", "uniqueItems"},
    "string": {"minLength", "maxLength", "pattern", "format"},
    "integer": {"minimum", "maximum"},
    "number": {"minimum", "maximum"},
}
_SAY_NOTHING = {"$schema", "$defs", "title", "description", "default"}


class Compiler:
    """Makes checks of the schemas of one document."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self._made: dict[str, Check] = {}

    def check(self, schema: Schema) -> Check:
        """Make the check of one schema.

        Raises:
            NotImplementedError: the schema uses what is not known here.
        """
        if "$ref" in schema:
            return self._referred(schema["$ref"])
        if "anyOf" in schema:
            return self._one_of([self.check(choice) for choice in schema["anyOf"]])
        known = {"const", "enum", "type", *_SAY_NOTHING} | _KEYWORDS.get(schema.get("type", ""), set())
        if unknown := schema.keys() - known:
            raise NotImplementedError(f"The schema of bundles uses {sorted(unknown)}.")
        return self._typed(schema)

    def _referred(self, name: str) -> Check:
        if name not in self._made:
            self._made[name] = self.check(self._root["$defs"][name.removeprefix("#/$defs/")])
        return self._made[name]

    def _typed(self, schema: Schema) -> Check:
        if "const" in schema or "enum" in schema:
            return choice(schema.get("enum", [schema.get("const")]))
        kind = schema["type"]
        make = {"object": self._object, "array": self._array, "string": text}.get(kind, number)
        return of_type(kind, make(schema))

    def _one_of(self, choices: list[Check]) -> Check:
        def check(value: Any, at: str, problems: Problems) -> None:
            tried = [Problems() for _ in choices]
            for attempt, found in zip(choices, tried, strict=True):
                attempt(value, at, found)
                if not found:
                    return
            for problem in tried[0]:
                problems.add(problem.pointer, problem.message)

        return check

    def _array(self, schema: Schema) -> Check:
        item = self.check(schema["items"])
        fewest, unique = schema.get("minItems", 0), schema.get("uniqueItems", False)

        def check(values: list[Any], at: str, problems: Problems) -> None:
            if len(values) < fewest:
                problems.add(at, "This list may not be empty.")
            for position, value in enumerate(values):
                item(value, f"{at}/{position}", problems)
            if unique and all(isinstance(value, str) for value in values) and len(set(values)) < len(values):
                problems.add(at, "The same stands here twice.")

        return check

    def _object(self, schema: Schema) -> Check:
        members = {name: self.check(part) for name, part in schema.get("properties", {}).items()}
        others = self._others(schema.get("additionalProperties"))
        required = schema.get("required", ())
        refine = self._by_kind(schema.get("allOf", []))

        def check(values: dict[str, Any], at: str, problems: Problems) -> None:
            if isinstance(values, Repeated):
                for name in values.twice:
                    problems.add(f"{at}/{escaped(name)}", "This member stands here twice.")
            _missing(required, values, at, problems)
            for name, value in values.items():
                member = members.get(name)
                if member is None:
                    others(name, value, at, problems)
                else:
                    member(value, f"{at}/{name}", problems)
            refine(values, at, problems)

        return check

    def _others(self, schema: Any) -> Callable[[str, Any, str, Problems], None]:
        """Make the check of members that the schema does not name."""
        if schema is None or schema is True:
            return _anything
        if schema is False:
            return _unknown
        check = self.check(schema)

        def free(name: str, value: Any, at: str, problems: Problems) -> None:
            if len(name) > MAX_NAME or not name or UNPRINTABLE.search(name):
                problems.add(at, f"{quoted(name)} is not a name.")
            else:
                check(value, f"{at}/{escaped(name)}", problems)

        return free

    def _by_kind(self, conditions: list[Schema]) -> Check:
        """Make the check of a list of "if this member is that word, then": one look-up instead of thirteen."""
        by_word = dict(self._condition(condition) for condition in conditions)

        def check(values: dict[str, Any], at: str, problems: Problems) -> None:
            kind = values.get("kind")
            required, members = by_word.get(kind, NOTHING) if isinstance(kind, str) else NOTHING
            _missing(required, values, at, problems)
            for name, member in members.items():
                if name in values:
                    member(values[name], f"{at}/{name}", problems)

        return check

    def _condition(self, condition: Schema) -> tuple[str, tuple[list[str], dict[str, Check]]]:
        when, then = condition["if"]["properties"], condition["then"]
        if when.keys() != {"kind"} or not then.keys() <= {"required", "properties"}:
            raise NotImplementedError("The schema of bundles has another kind of condition.")
        members = {name: self.check(part) for name, part in then["properties"].items()}
        return when["kind"]["const"], (then.get("required", []), members)


NOTHING: tuple[list[str], dict[str, Check]] = ([], {})


def _missing(required: Iterable[str], values: dict[str, Any], at: str, problems: Problems) -> None:
    for name in required:
        if name not in values:
            problems.add(at, f"The member {name!r} is missing.")


def _anything(_name: str, _value: Any, _at: str, _problems: Problems) -> None:
    """Leave it to the check of the entry's kind."""


def _unknown(name: str, _value: Any, at: str, problems: Problems) -> None:
    problems.add(f"{at}/{escaped(name)}", f"A bundle has no member {quoted(name)} here.")
