"""What exactly does not fit, from jsonschema: the only user of it, imported only when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from rolelint.finding import Step
from rolelint.records import NamedTuple
from rolelint.schema.gate import gate
from rolelint.schema.load import Schema, load
from rolelint.schema.parts import Part

MOST_FAULTS = 30
"""So many faults are told of one part."""

MOST_VALUES = 100_000
"""Larger parts are not explained."""


class Unexplained(Exception):
    """The part is too deep or too large to be gone through."""


class Fault(NamedTuple):
    """One keyword of a schema that a value does not satisfy. `key` says that a key's name is at fault."""

    keyword: str
    steps: tuple[Step, ...]
    value: Any
    schema: Schema
    key: bool = False


def faults(part: Part, name: str) -> list[Fault]:
    """The faults of one part, at most MOST_FAULTS; Unexplained where it cannot be gone through."""
    if not _affordable(part.value):
        raise Unexplained
    try:
        errors = list(islice(_validator(name, part.pointer).iter_errors(part.value), MOST_FAULTS))
        return list(islice(_leaves(errors, part, name), MOST_FAULTS))
    except (RecursionError, TypeError, ValueError) as error:
        # Too deep, a key that is no text, or a number too long to be written out.
        raise Unexplained from error


def _affordable(value: Any) -> bool:
    open_values, seen = [value], 0
    while open_values and seen <= MOST_VALUES:
        each = open_values.pop()
        seen += 1
        if isinstance(each, dict):
            open_values += each.values()
        elif isinstance(each, list):
            open_values += each
    return seen <= MOST_VALUES


@cache
def _validator(name: str, pointer: str) -> Draft202012Validator:
    root = load(name)
    registry: Registry[Any] = Resource.from_contents(root) @ Registry()
    return Draft202012Validator(
        {"$ref": root["$id"] + pointer},
        registry=registry,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def _leaves(errors: Iterable[ValidationError], part: Part, name: str) -> Iterator[Fault]:
    for error in errors:
        branch = _branch(error, name) if error.validator == "anyOf" else None
        if branch is not None:
            yield from _leaves(branch, part, name)
        else:
            yield _fault(error, part)


def _fault(error: ValidationError, part: Part) -> Fault:
    schema: Any = error.schema
    names = "propertyNames" in error.absolute_schema_path
    steps = (*part.steps, *error.absolute_path, *((error.instance,) if names else ()))
    return Fault(str(error.validator), steps, error.instance, schema, names)


def _branch(error: ValidationError, name: str) -> list[ValidationError] | None:
    """The errors of the branch that was meant: the one whose type fits. None where none does.

    None also where words to choose from are among those that fit: they are told of together.
    """
    schema: Any = error.schema
    fitting = [
        number
        for number, branch in enumerate(schema["anyOf"])
        if type(error.instance) in gate(name).kinds(branch)
    ]
    by_branch = [[e for e in error.context or () if e.schema_path[0] == number] for number in fitting]
    if not by_branch or any(e.validator == "enum" for errors in by_branch for e in errors):
        return None
    return min(by_branch, key=len)
