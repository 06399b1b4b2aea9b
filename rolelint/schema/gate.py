"""A quick yes or no: does plain data fit a schema?

A schema is turned into nested checks, each part when it is first met. They know the keywords our schemas use,
say nothing of what is wrong, and cost little more than a walk. jsonschema is the reference:
`tests/test_schema_gate.py` holds both to the same answer.

Plain data are dict, list, str, int, float, bool and None, as a reader makes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from rolelint.schema.checks import (
    ANY,
    EVERYTHING,
    KINDS,
    LIST,
    MAPPING,
    NOT_ANY,
    SIMPLE,
    Check,
    Test,
    accepts,
    all_of,
    any_of,
    both,
    no,
    same,
    values,
)
from rolelint.schema.load import FOR_PEOPLE, MATCHED, Schema, at, bare

APART = FOR_PEOPLE | {"$schema", "$id", "$defs", MATCHED}
MEMBERS = frozenset({"properties", "patternProperties", "additionalProperties", "required"})
"""Keywords that together say what a mapping holds."""


def fits(data: object, name: str) -> bool:
    """Whether the data fit the schema `name`."""
    return passes(gate(name).check("#"), data)


def passes(check: Check, value: object) -> bool:
    """The check's answer; no for what is nested too deep to be walked."""
    try:
        return accepts(check, value)
    except RecursionError:
        return False


@cache
def gate(name: str) -> Gate:
    """The gate of the schema `name`."""
    return Gate(bare(name))


def unknown(schema: Schema) -> set[str]:
    """Keywords of a schema (not of its parts) that the gate cannot judge: it says no, jsonschema decides."""
    keywords = schema.keys() - SIMPLE.keys() - NESTED.keys() - MEMBERS - APART - {"anyOf"}
    return keywords | ({"format"} if schema.get("format", "date") != "date" else set())


class Gate:
    """One schema as checks, by pointer (`#`, `#/$defs/task`)."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self._checks: dict[str, Check] = {}

    def check(self, pointer: str) -> Check:
        """The check of the part that the pointer leads to."""
        if pointer not in self._checks:
            # A part that refers to itself finds this while it is being made.
            again: Test = lambda value: accepts(self._checks[pointer], value)  # noqa: E731
            self._checks[pointer] = dict.fromkeys(ANY, again)
            self._checks[pointer] = self.made(at(self.root, pointer))
        return self._checks[pointer]

    def made(self, schema: Schema) -> Check:
        """The check of one schema."""
        if unknown(schema):
            return NOT_ANY
        if "$ref" in schema and schema.keys() <= APART | {"$ref"}:
            return self.check(schema["$ref"])
        tests: dict[type, list[Test]] = {kind: [] for kind in self.kinds(schema)}
        for concerns, test in self._tests(schema):
            for kind in concerns & tests.keys():
                tests[kind].append(test)
        return {kind: all_of(own) if own else None for kind, own in tests.items()}

    def _tests(self, schema: Schema) -> Iterable[tuple[frozenset[type], Test]]:
        for keyword, (concerns, make) in SIMPLE.items():
            if keyword in schema:
                yield concerns, make(schema)
        for keyword, (concerns, make_nested) in NESTED.items():
            if keyword in schema:
                yield concerns, make_nested(self, schema)
        if not MEMBERS.isdisjoint(schema):
            yield MAPPING, _members(self, schema)
        if "anyOf" in schema:
            yield from _any_of(self, schema)

    def kinds(self, schema: Schema) -> frozenset[type]:
        """The types of value that a schema may accept, judged by `type`, `enum`, `$ref` and `anyOf` alone."""
        kinds = ANY
        if "type" in schema:
            names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
            kinds &= {kind for name in names for kind in KINDS[name]}
        if "enum" in schema or "const" in schema:
            kinds &= {kind for value in values(schema) for kind in same(type(value))}
        if "$ref" in schema:
            kinds &= self.kinds(at(self.root, schema["$ref"]))
        if "anyOf" in schema:
            kinds &= frozenset().union(*(self.kinds(branch) for branch in schema["anyOf"]))
        return kinds


def _reference(gate: Gate, schema: Schema) -> Test:
    check = gate.check(schema["$ref"])
    return lambda value: accepts(check, value)


def _any_of(gate: Gate, schema: Schema) -> Iterator[tuple[frozenset[type], Test]]:
    """Only the branches that may accept a value's type are tried."""
    branches = [(gate.kinds(branch), gate.made(branch)) for branch in schema["anyOf"]]
    for kind in ANY:
        tests = [check.get(kind, no) for kinds, check in branches if kind in kinds]
        if None not in tests:
            yield frozenset({kind}), any_of([test for test in tests if test])


def _items(gate: Gate, schema: Schema) -> Test:
    check = gate.made(schema["items"])

    def test(value: list[Any]) -> bool:
        for item in value:
            own = check.get(type(item), no)
            if own is not None and not own(item):
                return False
        return True

    return test


def _key_names(gate: Gate, schema: Schema) -> Test:
    check = gate.made(schema["propertyNames"])
    return lambda value: all(accepts(check, str(key)) for key in value)


def _members(gate: Gate, schema: Schema) -> Test:
    """All keywords that say what a mapping holds, in one pass over it."""
    met: dict[Any, Check] = {}
    required = frozenset(schema.get("required", ()))
    first_met = _first_met(gate, schema, met)

    def test(value: dict[Any, Any]) -> bool:
        for key, item in value.items():
            own = (met.get(key) or first_met(key)).get(type(item), no)
            if own is not None and not own(item):
                return False
        return not required or required <= value.keys()

    return test


def _searching(pattern: str) -> Callable[[str], Any]:
    """Whether a word has the pattern, which is compiled when a word is first asked about."""

    @cache
    def compiled() -> Callable[[str], Any]:
        return re.compile(pattern).search

    def search(word: str) -> Any:
        return compiled()(word)

    return search


def _first_met(gate: Gate, schema: Schema, met: dict[Any, Check]) -> Callable[[Any], Check]:
    """A key -> what its value must pass. Keys that the schema names are kept in `met`."""
    named = schema.get("properties", {})
    patterns = {p: (_searching(p), gate.made(s)) for p, s in schema.get("patternProperties", {}).items()}
    matched: Mapping[Any, list[str]] = schema.get(MATCHED, {})
    extra = schema.get("additionalProperties", True)
    additional = gate.made(extra) if isinstance(extra, dict) else EVERYTHING if extra else NOT_ANY

    def check(key: Any) -> Check:
        if key in matched:
            found = [patterns[each][1] for each in matched[key]]
        else:
            word = str(key)
            found = [by_key for search, by_key in patterns.values() if search(word)]
        if key in named:
            met[key] = both(gate.made(named[key]), found)
            return met[key]
        return both(EVERYTHING, found) if found else additional

    return check


NESTED: Mapping[str, tuple[frozenset[type], Callable[[Gate, Schema], Test]]] = {
    "items": (LIST, _items),
    "propertyNames": (MAPPING, _key_names),
    "$ref": (ANY, _reference),
}
"""Keywords that hold schemas: the types each concerns, and what makes its test."""
