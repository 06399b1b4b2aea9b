"""Checks of plain values: what a keyword that looks at one value alone asks of it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from rolelint.patterns import later
from rolelint.schema.load import Schema

Test = Callable[[Any], object]
"""A value of the right type -> something true where it will do."""

KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
ANY = frozenset(kind for kinds in KINDS.values() for kind in kinds)
NUMBERS = frozenset({int, float})
TEXT, LIST, MAPPING = frozenset({str}), frozenset({list}), frozenset({dict})


Check = Mapping[type, Test | None]
"""The test for each type of value that may do; None where values of the type need no look."""


def accepts(check: Check, value: Any) -> bool:
    """The check's answer."""
    test = check.get(type(value), no)
    return test is None or bool(test(value))


def no(_value: Any) -> bool:
    """The test nothing passes."""
    return False


def yes(_value: Any) -> bool:
    """The test everything passes."""
    return True


EVERYTHING: Check = dict.fromkeys(ANY)
NOT_ANY: Check = {}


def all_of(tests: list[Test]) -> Test:
    """One test that stands for several, at least one."""
    if len(tests) == 1:
        return tests[0]
    return lambda value: all(test(value) for test in tests)


def any_of(tests: list[Test]) -> Test:
    """One test that a value passes where it passes any of several."""
    if len(tests) == 1:
        return tests[0]

    def test(value: Any) -> bool:
        for each in tests:  # noqa: SIM110  # a generator costs twice as much
            if each(value):
                return True
        return False

    return test


def both(check: Check, more: list[Check]) -> Check:
    """One check that stands for several; the same one met twice counts once."""
    checks = list({id(each): each for each in (check, *more) if each is not EVERYTHING}.values())
    if len(checks) <= 1:
        return checks[0] if checks else EVERYTHING
    return dict.fromkeys(ANY, lambda value: all(accepts(each, value) for each in checks))


def same(kind: type) -> frozenset[type]:
    """The types whose values may equal those of this one."""
    return NUMBERS if kind in NUMBERS else frozenset({kind})


def values(schema: Schema) -> list[Any]:
    """The values that `enum` or `const` lets one choose from."""
    found: list[Any] = schema["enum"] if "enum" in schema else [schema["const"]]
    return found


def _one_of_these(schema: Schema) -> Test:
    """Numbers are equal across int and float, but true is not 1."""
    table = {kind: {v for v in values(schema) if type(v) in same(kind)} for kind in ANY - {dict, list}}
    return lambda value: value in table[type(value)]


def _pattern(schema: Schema) -> Test:
    if schema["pattern"] == r"\S":  # by far the most frequent, and quicker this way
        return str.strip
    words, pattern = _words(schema["pattern"]), later(schema["pattern"])
    return lambda value: (value.isascii() and value.lower() in words) or pattern.search(value)


def _words(pattern: str) -> frozenset[str]:
    """The words of a pattern such as `^(?:[Pp][Uu][Ll][Ll]|…)$`, which takes them in whatever case."""
    words = set()
    for word in pattern[4:-2].split("|") if pattern.startswith("^(?:[") and pattern.endswith(")$") else ():
        first, *pairs = word.split("[")
        both = all(len(pair) > 2 and pair[1:3] == f"{pair[0].lower()}]" for pair in pairs)
        beside = first + "".join(pair[3:] for pair in pairs)
        if both and beside.replace("-", "").replace(":", "").replace("1", "") == "":
            words.add(first + "".join(pair[1] + pair[3:] for pair in pairs))
    return frozenset(words)


def _date(_schema: Schema) -> Test:
    def test(value: str) -> bool:
        from datetime import date  # noqa: PLC0415  # most matrices have no dates

        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True

    return test


def _whole(schema: Schema) -> Test:
    """60.0 is as whole as 60."""
    if "number" in schema["type"] or "integer" not in schema["type"]:
        return yes
    return float.is_integer


def _least(keyword: str) -> Callable[[Schema], Test]:
    def make(schema: Schema) -> Test:
        least = schema[keyword]
        return lambda value: len(value) >= least

    return make


def _limit(keyword: str, beyond: Callable[[Any, Any], bool]) -> Callable[[Schema], Test]:
    def make(schema: Schema) -> Test:
        limit = schema[keyword]
        return lambda value: not beyond(value, limit)

    return make


SIMPLE: Mapping[str, tuple[frozenset[type], Callable[[Schema], Test]]] = {
    "type": (frozenset({float}), _whole),
    "enum": (ANY, _one_of_these),
    "const": (ANY, _one_of_these),
    "pattern": (TEXT, _pattern),
    "format": (TEXT, _date),
    "minimum": (NUMBERS, _limit("minimum", operator.lt)),
    "exclusiveMinimum": (NUMBERS, _limit("exclusiveMinimum", operator.le)),
    "maximum": (NUMBERS, _limit("maximum", operator.gt)),
    "minItems": (LIST, _least("minItems")),
    "minProperties": (MAPPING, _least("minProperties")),
}
"""Keyword -> the types it concerns, and what makes its test."""
