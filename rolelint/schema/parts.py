"""Which parts of a document are suspicious: so small that explaining them costs little."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rolelint.finding import Step
from rolelint.records import NamedTuple
from rolelint.schema.gate import gate, passes
from rolelint.schema.load import followed

ORGANISATION = "organisation"
DEEPEST = 12
"""Below this many steps a part is taken whole."""

TASK, GROUP, TASK_ITEM = "#/$defs/task", "#/$defs/group", "#/$defs/taskItem"


class Part(NamedTuple):
    """A value that does not fit the part of the schema that `pointer` leads to, and the steps to it."""

    steps: tuple[Step, ...]
    pointer: str
    value: Any


def suspicious(data: object, name: str) -> Iterator[Part]:
    """The parts that the gate refuses, in the order of the document. Rules and packs are taken whole."""
    if name != ORGANISATION or not isinstance(data, dict):
        yield Part((), "#", data)
        return
    keys_alone = dict.fromkeys(data)
    if not passes(gate(name).check("#"), keys_alone):
        yield Part((), "#", keys_alone)
    known = gate(name).root["properties"]
    for key, value in data.items():
        pointer = f"#/properties/{key}"
        if key in known and not passes(gate(name).check(pointer), value):
            yield from _within(Part((key,), pointer, value))


def _within(part: Part) -> Iterator[Part]:
    """The smallest parts to blame: list items and values of open mappings, or else the part itself."""
    if part.pointer == TASK_ITEM and isinstance(part.value, dict):
        yield from _task_or_group(part)
        return
    whole = True
    if len(part.steps) < DEEPEST:
        for each in _members(part):
            if not passes(gate(ORGANISATION).check(each.pointer), each.value):
                whole = False
                yield from _within(each)
    if whole:
        yield part


def _members(part: Part) -> Iterator[Part]:
    """The members of a list, or of a mapping whose keys are the user's own."""
    pointer, schema = followed(gate(ORGANISATION).root, part.pointer)
    items = schema.get("items")
    if isinstance(part.value, list) and isinstance(items, dict) and "$ref" in items:
        for number, item in enumerate(part.value):
            yield Part((*part.steps, number), items["$ref"], item)
    extra: Any = schema.get("additionalProperties")
    is_open = isinstance(extra, dict) and "$ref" in extra and "patternProperties" not in schema
    if isinstance(part.value, dict) and is_open:
        for key, item in part.value.items():
            named = key in schema.get("properties", ())
            yield Part((*part.steps, key), f"{pointer}/properties/{key}" if named else extra["$ref"], item)


def _task_or_group(part: Part) -> Iterator[Part]:
    steps, _pointer, value = part
    if value.keys().isdisjoint(("group", "tasks")):
        yield Part(steps, TASK, value)
        return
    inside = Part((*steps, "tasks"), f"{GROUP}/properties/tasks", value.get("tasks"))
    alone = {**value, "tasks": None} if isinstance(inside.value, list | dict) else value
    if not passes(gate(ORGANISATION).check(GROUP), alone):
        yield Part(steps, GROUP, alone)
    if alone is not value and not passes(gate(ORGANISATION).check(inside.pointer), inside.value):
        yield from _within(inside)
