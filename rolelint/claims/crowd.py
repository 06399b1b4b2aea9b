"""Rows that are all alike, too many to look at in pairs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from rolelint.organisation.model import Task

Relation = Callable[[Task, Task], bool]


def meeting(tasks: Sequence[Task], compete: Relation, same_owner: Relation) -> Iterator[Task]:
    """The rows that compete with a row of another owner, in order.

    Rows of one nature (owners, area, days, stage, kind) are looked at once. Where all rows name one kind of
    area, only those that share a value are compared, or those with values that others lie in or around.
    """
    by_nature: dict[Hashable, list[Task]] = {}
    for task in tasks:
        by_nature.setdefault(_nature(task), []).append(task)
    firsts = [same[0] for same in by_nature.values()]
    competing = {
        _nature(task)
        for task in firsts
        if any(compete(task, other) and not same_owner(task, other) for other in firsts if other is not task)
    }
    yield from (task for task in tasks if _nature(task) in competing)


def _nature(task: Task) -> Hashable:
    owners = frozenset(owner.party for owner in task.owners())
    traits = tuple(task.traits.get(trait, ()) for trait in ("stage", "kind"))
    return owners, tuple(sorted(task.area.items())), traits, task.since, task.until
