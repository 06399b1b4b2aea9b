"""The shipped schemas as plain data, each read once."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from rolelint import bundled

Schema = dict[str, Any]


@cache
def load(name: str) -> Schema:
    """The schema `name` ("organisation", "rule", "pack", "report"); KeyError where there is none."""
    try:
        with open(f"{bundled.path('schemas')}/{name}.schema.json", "rb") as file:
            schema: Schema = json.loads(file.read())
    except FileNotFoundError:
        raise KeyError(name) from None
    return schema


def at(root: Schema, pointer: str) -> Schema:
    """The part of a schema that `#/…` points to. Ours hold no escaped steps."""
    part: Any = root
    for step in pointer.split("/")[1:]:
        part = part[step]
    found: Schema = part
    return found


def followed(root: Schema, pointer: str) -> tuple[str, Schema]:
    """The pointer and the part it leads to, or those that this part refers to."""
    part = at(root, pointer)
    while "$ref" in part:
        pointer = part["$ref"]
        part = at(root, pointer)
    return pointer, part
