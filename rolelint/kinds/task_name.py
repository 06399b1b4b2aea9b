"""Tasks whose name is not the name of any work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.words import fold


def task_name(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks without a description that are called like a function: a declared one, or one of `names`."""
    declared = facts.organisation.functions.values()
    names = frozenset(
        fold(name) for function in declared for name in (function.name, *function.aliases, *function.includes)
    ).union(map(fold, options.get("names", ())))
    longest = 2 * max(map(len, names), default=0)
    for task in facts.organisation.tasks:
        if task.description is None and len(task.name) <= longest and fold(task.name) in names:
            yield Hit(task.route, words={"task": task.name}, label="the name of a department", task=task.name)
