"""Work that nobody owns on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit


def unowned(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks that say that nobody is accountable, and why."""
    for task in facts.organisation.tasks:
        if task.unowned == "on purpose":
            yield Hit(
                task.route,
                words={"task": task.name, "reason": task.reason or "no reason given"},
                label="owned by nobody on purpose",
                task=task.name,
            )
