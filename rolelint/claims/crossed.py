"""Parties that each answer for what the other does."""

from __future__ import annotations

from collections.abc import Sequence

from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Party, Task

Sides = tuple[Party, Party]


def sides(task: Task) -> Sides | None:
    """The one accountable and the one responsible party, where they differ and are not of one function."""
    owner = doer = None
    for party, duty, _, _ in task.assignments:
        if duty == ACCOUNTABLE:
            if owner is not None:
                return None
            owner = party
        elif duty == RESPONSIBLE:
            if doer is not None:
                return None
            doer = party
    if owner is None or doer is None or owner is doer:
        return None
    return None if owner.function is not None and owner.function == doer.function else (owner, doer)


def crosswise(tasks: Sequence[Task]) -> list[list[int]]:
    """The positions of the tasks of every two parties that hold each other's work."""
    found: dict[frozenset[Party], list[int]] = {}
    ways: dict[frozenset[Party], set[Sides]] = {}
    for position, task in enumerate(tasks):
        two = sides(task)
        if two is not None:
            both = frozenset(two)
            found.setdefault(both, []).append(position)
            ways.setdefault(both, set()).add(two)
    return [positions for two, positions in found.items() if len(ways[two]) > 1]
