"""Organisations from plain data, for tests."""

from functools import cache
from typing import Any

import yaml

from rolelint import bundled
from rolelint.organisation import Organisation, Titles, build
from rolelint.organisation.model import Party, Task

RULES = bundled.folder("rules")


@cache
def titles() -> Titles:
    """The titles of the two shipped packs that have any."""
    return Titles.build([pack(name) for name in ("raci", "sales-marketing")])


@cache
def pack(name: str) -> dict[str, Any]:
    """The data of a shipped pack file."""
    data: dict[str, Any] = yaml.safe_load((RULES / name / "pack.yaml").read_text("utf-8"))
    return data


def made(*documents: Any) -> Organisation:
    """The organisation of these documents, numbered from 0."""
    return build(list(enumerate(documents)), titles())


def from_text(*texts: str) -> Organisation:
    """The organisation of these YAML texts. They must hold nothing that YAML 1.1 and 1.2 read differently."""
    return made(*(yaml.load(text, yaml.BaseLoader) for text in texts))


def told(task: Task) -> list[tuple[str, str, tuple[str | int, ...]]]:
    """Each assignment of a task: name as written, duty, steps."""
    return [(a.name, a.duty, a.steps) for a in task.assignments]


def held(task: Task) -> list[tuple[str, str]]:
    """Each assignment of a task: name as written and duty."""
    return [(a.name, a.duty) for a in task.assignments]


def party(organisation: Organisation, name: str) -> Party:
    """The party of a (folded) name."""
    return organisation.parties[name]
