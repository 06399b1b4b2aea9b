"""The shipped schemas as plain data, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from rolelint import bundled

Schema = dict[str, Any]

FOR_PEOPLE = frozenset({"title", "description", "examples"})
"""Keywords that say nothing of what fits."""
COMPILED = "schemas.compiled"
MATCHED = "x-matched"
"""In a bare schema: each key of `properties` -> the patterns of `patternProperties` that it matches.
To compile these takes longer than to hold a small matrix against the schema.
"""


@cache
def load(name: str) -> Schema:
    """The schema `name` ("organisation", "rule", "pack", "report"); KeyError where there is none."""
    import json  # noqa: PLC0415  # a run in which nothing is wrong reads the bare schemas alone

    try:
        with open(f"{bundled.path('schemas')}/{name}.schema.json", "rb") as file:
            schema: Schema = json.loads(file.read())
    except FileNotFoundError:
        raise KeyError(name) from None
    return schema


@cache
def bare(name: str) -> Schema:
    """The schema `name` without what is there for people; KeyError where there is none."""
    return _compiled().get(name) or _bare(load(name))


@cache
def _compiled() -> dict[str, Schema]:
    return (bundled.compiled(COMPILED) if bundled.is_installed() else None) or {}


def compiled(names: Iterable[str]) -> bytes:
    """The bare form of these schemas, to be kept in the package as `COMPILED`."""
    return bundled.written({name: _bare(load(name)) for name in names})


def _bare(schema: Schema) -> Schema:
    bare = {key: _part(key, part) for key, part in schema.items() if key not in FOR_PEOPLE}
    patterns = schema.get("patternProperties")
    if patterns:
        named = schema.get("properties", ())
        bare[MATCHED] = {name: [each for each in patterns if re.search(each, name)] for name in named}
    return bare


def _part(keyword: str, part: Any) -> Any:
    if keyword in ("properties", "patternProperties", "$defs"):
        return {name: _bare(each) for name, each in part.items()}
    if isinstance(part, list):
        return [_bare(each) if isinstance(each, dict) else each for each in part]
    return _bare(part) if isinstance(part, dict) and keyword not in ("enum", "const") else part


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
