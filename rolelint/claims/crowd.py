"""Rows that are all alike, too many to look at in pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from rolelint.areas import Areas
from rolelint.organisation.model import Task
from rolelint.similar.unions import Unions

Relation = Callable[[Task, Task], bool]


def meeting(tasks: Sequence[Task], compete: Relation, same_owner: Relation, areas: Areas) -> Iterator[Task]:
    """The rows that compete with a row of another owner, in order.

    Rows of one nature (owners, area, days, stage, kind) are looked at once, and rows of different areas are
    not compared at all: a row for each of a thousand shops costs no million comparisons.
    """
    by_nature: dict[Hashable, Task] = {}
    for task in tasks:
        by_nature.setdefault(_nature(task), task)
    near = _Near(list(by_nature.values()), areas)
    competing = {
        nature
        for nature, task in by_nature.items()
        if any(
            compete(task, other) and not same_owner(task, other)
            for other in near.to(task)
            if other is not task
        )
    }
    yield from (task for task in tasks if _nature(task) in competing)


def apart(tasks: Sequence[Task], areas: Areas) -> list[list[Task]]:
    """The rows in groups by where they hold: no row of one group meets a row of another."""
    near = _Near(list(tasks), areas)
    if near.wide:
        return [list(tasks)]
    unions = Unions(len(near.tasks) + len(near.places))
    number = {place: len(near.tasks) + at for at, place in enumerate(near.places)}
    for at, task in enumerate(near.tasks):
        for place in near.places_of(task):
            unions.join(at, number[place])
    groups: dict[int, list[Task]] = {}
    for at, task in enumerate(near.tasks):
        groups.setdefault(unions.root(at), []).append(task)
    return list(groups.values())


class _Near:
    """Which rows may share an area with a row, by the kind of area that most of them name."""

    def __init__(self, tasks: list[Task], areas: Areas) -> None:
        named = Counter(key for task in tasks for key in task.area)
        self.areas, self.tasks = areas, tasks
        self.key = max(named, key=lambda key: named[key], default="")
        self.wide = [task for task in tasks if not self._values(task)]
        self.at: dict[str, list[Task]] = {}
        self.inside: dict[str, list[Task]] = {}
        for task in tasks:
            for value in self._values(task):
                self.at.setdefault(value, []).append(task)
                for around in areas.around(self.key, value):
                    self.inside.setdefault(around, []).append(task)

    def to(self, task: Task) -> Iterator[Task]:
        """Every row whose area may meet the task's, some of them more than once."""
        values = self._values(task)
        if not values:
            yield from self.tasks
            return
        yield from self.wide
        for value in values:
            yield from self.inside.get(value, ())
        for place in self.places_of(task):
            yield from self.at.get(place, ())

    @property
    def places(self) -> list[str]:
        """Every value that a row names, and those around it."""
        return list(self.at.keys() | self.inside.keys())

    def places_of(self, task: Task) -> Iterator[str]:
        """The values that a row names, and those around them."""
        for value in self._values(task):
            yield value
            yield from self.areas.around(self.key, value)

    def _values(self, task: Task) -> frozenset[str]:
        return self.areas.values(task.area.get(self.key, ()))


def _nature(task: Task) -> Hashable:
    owners = frozenset(owner.party for owner in task.owners())
    traits = tuple(task.traits.get(trait, ()) for trait in ("stage", "kind"))
    return owners, tuple(sorted(task.area.items())), traits, task.since, task.until
