"""Parties that each answer for what the other does."""

from __future__ import annotations

from collections.abc import Sequence

from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Party, Task

Sides = tuple[Party, Party]


def sides(task: Task) -> Sides | None:
    """The one accountable and the one responsible party, where they differ and are not of one function."""
    accountable, responsible = task.holding(ACCOUNTABLE), task.holding(RESPONSIBLE)
    if len(accountable) != 1 or len(responsible) != 1:
        return None
    owner, doer = accountable[0].party, responsible[0].party
    same = owner.function is not None and owner.function == doer.function
    return None if owner is doer or same else (owner, doer)


def crosswise(tasks: Sequence[Task]) -> list[list[int]]:
    """The positions of the tasks of every two parties that hold each other's work."""
    found: dict[frozenset[Party], list[int]] = {}
    ways: dict[frozenset[Party], set[Sides]] = {}
    for position, task in enumerate(tasks):
        two = sides(task)
        if two is not None:
            found.setdefault(frozenset(two), []).append(position)
            ways.setdefault(frozenset(two), set()).add(two)
    return [positions for two, positions in found.items() if len(ways[two]) > 1]
