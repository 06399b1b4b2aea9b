"""A quick yes or no: does plain data fit a schema?

A schema is turned into nested checks, each part when it is first met. They know only the keywords our
schemas use (any other is refused aloud), say nothing of what is wrong, and cost little more than a walk.
jsonschema is the reference: `tests/test_schema_gate.py` holds both to the same answer.

Plain data are dict, list, str, int, float, bool and None, as a reader makes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from rolelint.schema.load import Schema, at, load

Test = Callable[[Any], object]
"""A value of the right type -> something true where it will do."""

NOTHING = type(None)
KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int, float),
    "boolean": (bool,),
    "null": (NOTHING,),
    "array": (list,),
    "object": (dict,),
}
ANY = frozenset(kind for kinds in KINDS.values() for kind in kinds)
NUMBERS = frozenset({int, float})
FOR_PEOPLE = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})
MEMBERS = frozenset({"properties", "patternProperties", "additionalProperties", "required"})
"""Keywords that together say what a mapping holds."""


class Check(NamedTuple):
    """Types whose values need no look, and the test for each of the other types that may do."""

    plain: frozenset[type]
    tests: Mapping[type, Test]


def fits(data: object, name: str) -> bool:
    """Whether the data fit the schema `name`."""
    return passes(gate(name).check("#"), data)


def passes(check: Check, value: object) -> bool:
    """The check's answer; no for what is nested too deep to be walked."""
    try:
        return _passes(check, value)
    except RecursionError:
        return False


def _passes(check: Check, value: Any) -> bool:
    kind = type(value)
    return kind in check.plain or bool(check.tests.get(kind, _no)(value))


def _no(_value: Any) -> bool:
    return False


def _yes(_value: Any) -> bool:
    return True


EVERYTHING = Check(ANY, {})
NOT_ANY = Check(frozenset(), {})


@cache
def gate(name: str) -> Gate:
    """The gate of the schema `name`."""
    return Gate(load(name))


class Gate:
    """One schema as checks, by pointer (`#`, `#/$defs/task`)."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self._checks: dict[str, Check] = {}

    def check(self, pointer: str) -> Check:
        """The check of the part that the pointer leads to."""
        if pointer not in self._checks:
            # A part that refers to itself finds this while it is being made.
            again: Test = lambda value: _passes(self._checks[pointer], value)  # noqa: E731
            self._checks[pointer] = Check(frozenset(), dict.fromkeys(ANY, again))
            self._checks[pointer] = self.made(at(self.root, pointer))
        return self._checks[pointer]

    def made(self, schema: Schema) -> Check:
        """The check of one schema."""
        unknown = schema.keys() - MAKERS.keys() - MEMBERS - FOR_PEOPLE
        if unknown:
            raise NotImplementedError(f"the gate does not know the keywords {sorted(unknown)}")
        if "$ref" in schema and schema.keys() <= FOR_PEOPLE | {"$ref"}:
            return self.check(schema["$ref"])
        tests: dict[type, list[Test]] = {kind: [] for kind in self.kinds(schema)}
        for concerns, test in self._tests(schema):
            for kind in concerns & tests.keys():
                tests[kind].append(test)
        plain = frozenset(kind for kind, own in tests.items() if not own)
        return Check(plain, {kind: _all_of(own) for kind, own in tests.items() if own})

    def _tests(self, schema: Schema) -> Iterable[tuple[frozenset[type], Test]]:
        for keyword, (concerns, make) in MAKERS.items():
            if keyword in schema:
                yield concerns, make(self, schema)
        if not MEMBERS.isdisjoint(schema):
            yield MAPPING, _members(self, schema)

    def kinds(self, schema: Schema) -> frozenset[type]:
        """The types of value that a schema may accept, judged by `type`, `enum`, `$ref` and `anyOf` alone."""
        kinds = ANY
        if "type" in schema:
            names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
            kinds &= {kind for name in names for kind in KINDS[name]}
        if "enum" in schema or "const" in schema:
            kinds &= {kind for value in _values(schema) for kind in _same(type(value))}
        if "$ref" in schema:
            kinds &= self.kinds(at(self.root, schema["$ref"]))
        if "anyOf" in schema:
            kinds &= frozenset().union(*(self.kinds(branch) for branch in schema["anyOf"]))
        return kinds


def _same(kind: type) -> frozenset[type]:
    return NUMBERS if kind in NUMBERS else frozenset({kind})


def _values(schema: Schema) -> list[Any]:
    values: list[Any] = schema["enum"] if "enum" in schema else [schema["const"]]
    return values


def _all_of(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    return lambda value: all(test(value) for test in tests)


def _reference(gate: Gate, schema: Schema) -> Test:
    check = gate.check(schema["$ref"])
    return lambda value: _passes(check, value)


def _any_of(gate: Gate, schema: Schema) -> Test:
    """Only the branches that may accept a value's type are tried."""
    table: dict[type, list[Test]] = {kind: [] for kind in ANY}
    for branch in schema["anyOf"]:
        plain, tests = gate.made(branch)
        for kind in gate.kinds(branch):
            table[kind].append(_yes if kind in plain else tests.get(kind, _no))

    def test(value: Any) -> bool:
        for each in table[type(value)]:  # noqa: SIM110  # a generator costs twice as much
            if each(value):
                return True
        return False

    return test


def _one_of_these(_gate: Gate, schema: Schema) -> Test:
    """Numbers are equal across int and float, but true is not 1."""
    table = {kind: {v for v in _values(schema) if type(v) in _same(kind)} for kind in ANY - {dict, list}}
    return lambda value: value in table[type(value)]


def _pattern(_gate: Gate, schema: Schema) -> Test:
    if schema["pattern"] == r"\S":  # by far the most frequent, and quicker this way
        return str.strip
    return re.compile(schema["pattern"]).search


def _date(_gate: Gate, schema: Schema) -> Test:
    if schema["format"] != "date":
        raise NotImplementedError(f"the gate does not know the format {schema['format']}")

    def test(value: str) -> bool:
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True

    return test


def _whole(_gate: Gate, schema: Schema) -> Test:
    """60.0 is as whole as 60."""
    if "number" in schema["type"] or "integer" not in schema["type"]:
        return _yes
    return float.is_integer


def _items(gate: Gate, schema: Schema) -> Test:
    plain, tests = gate.made(schema["items"])

    def test(value: list[Any]) -> bool:
        for item in value:
            kind = type(item)
            if kind not in plain and not tests.get(kind, _no)(item):
                return False
        return True

    return test


def _least(keyword: str) -> Callable[[Gate, Schema], Test]:
    def make(_gate: Gate, schema: Schema) -> Test:
        least = schema[keyword]
        return lambda value: len(value) >= least

    return make


def _minimum(_gate: Gate, schema: Schema) -> Test:
    minimum = schema["minimum"]
    return lambda value: not value < minimum


def _key_names(gate: Gate, schema: Schema) -> Test:
    check = gate.made(schema["propertyNames"])
    return lambda value: all(_passes(check, str(key)) for key in value)


def _members(gate: Gate, schema: Schema) -> Test:
    """All keywords that say what a mapping holds, in one pass over it."""
    met: dict[Any, Check] = {}
    required = frozenset(schema.get("required", ()))
    first_met = _first_met(gate, schema, met)

    def test(value: dict[Any, Any]) -> bool:
        for key, item in value.items():
            plain, tests = met.get(key) or first_met(key)
            kind = type(item)
            if kind not in plain and not tests.get(kind, _no)(item):
                return False
        return required <= value.keys()

    return test


def _first_met(gate: Gate, schema: Schema, met: dict[Any, Check]) -> Callable[[Any], Check]:
    """A key -> what its value must pass. Keys that the schema names are kept in `met`."""
    named = schema.get("properties", {})
    patterns = [(re.compile(p).search, part) for p, part in schema.get("patternProperties", {}).items()]
    extra = schema.get("additionalProperties", True)
    additional = gate.made(extra) if isinstance(extra, dict) else EVERYTHING if extra else NOT_ANY
    by_pattern = [(search, gate.made(part)) for search, part in patterns]

    def check(key: Any) -> Check:
        word = str(key)
        found = [by_key for search, by_key in by_pattern if search(word)]
        if key in named:
            met[key] = _both(gate.made(named[key]), found)
            return met[key]
        return _both(EVERYTHING, found) if found else additional

    return check


def _both(check: Check, more: list[Check]) -> Check:
    """One check that stands for several; the same one met twice counts once."""
    checks = list({id(each): each for each in (check, *more) if each is not EVERYTHING}.values())
    if len(checks) <= 1:
        return checks[0] if checks else EVERYTHING
    return Check(frozenset(), dict.fromkeys(ANY, lambda value: all(_passes(each, value) for each in checks)))


TEXT, LIST, MAPPING = frozenset({str}), frozenset({list}), frozenset({dict})
MAKERS: Mapping[str, tuple[frozenset[type], Callable[[Gate, Schema], Test]]] = {
    "type": (frozenset({float}), _whole),
    "enum": (ANY, _one_of_these),
    "const": (ANY, _one_of_these),
    "pattern": (TEXT, _pattern),
    "format": (TEXT, _date),
    "minimum": (NUMBERS, _minimum),
    "minItems": (LIST, _least("minItems")),
    "minProperties": (MAPPING, _least("minProperties")),
    "items": (LIST, _items),
    "propertyNames": (MAPPING, _key_names),
    "$ref": (ANY, _reference),
    "anyOf": (ANY, _any_of),
}
