"""Which task of before is which task of now: by id, by name, then by what the name says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from rolelint.organisation.model import Task
from rolelint.similar import Keys, Wording
from rolelint.words import fold

ALIKE = 0.4
"""So much of all that two names say, both must say, for one to be the other's new name."""
_MOST = 40_000
"""So many pairs of names are compared at most; beyond that a row is new or gone."""

Pair = tuple[Task, Task]


def paired(before: Sequence[Task], now: Sequence[Task], wording: Wording) -> list[Pair]:
    """Every task of both states once, with the one it was; each task in one pair, in the order of now."""
    keys = Keys()
    known: list[Callable[[Task], Hashable]] = [
        lambda task: task.identifier and fold(task.identifier),
        lambda task: (keys.key(task.name), _area(task), fold(task.section or ""), _holders(task)),
        lambda task: (keys.key(task.name), _area(task), fold(task.section or "")),
        lambda task: (keys.key(task.name), _area(task), _holders(task)),
        lambda task: (keys.key(task.name), _area(task)),
        lambda task: keys.key(task.name),
    ]
    old, new, pairs = list(before), list(now), []
    for key in known:
        found = list(_equal(old, new, key))
        pairs += found
        old, new = _rest(old, new, found)
    pairs += _alike(old, new, wording)
    order = {task: number for number, task in enumerate(now)}
    return sorted(pairs, key=lambda pair: order[pair[1]])


def _area(task: Task) -> Hashable:
    return tuple(sorted((key, tuple(sorted(map(fold, values)))) for key, values in task.area.items()))


def _holders(task: Task) -> Hashable:
    return frozenset((a.duty, fold(a.party.name)) for a in task.assignments)


def _equal(old: Sequence[Task], new: Sequence[Task], key: Callable[[Task], Hashable]) -> Iterator[Pair]:
    """Tasks with one key, first with first; those that have none are left."""
    waiting: dict[Hashable, list[Task]] = defaultdict(list)
    for task in reversed(old):
        waiting[key(task)].append(task)
    for task in new:
        own = key(task)
        if own and waiting[own]:
            yield waiting[own].pop(), task


def _rest(old: Sequence[Task], new: Sequence[Task], pairs: Sequence[Pair]) -> tuple[list[Task], list[Task]]:
    gone, come = {one for one, _ in pairs}, {other for _, other in pairs}
    return [task for task in old if task not in gone], [task for task in new if task not in come]


def _alike(old: Sequence[Task], new: Sequence[Task], wording: Wording) -> list[Pair]:
    """The most alike first, each task once."""
    if len(old) * len(new) > _MOST:
        return []
    scored = [
        (wording.overlap(one.name, other.name), -a, -b)
        for a, one in enumerate(old)
        for b, other in enumerate(new)
    ]
    pairs, taken = [], (set[int](), set[int]())
    for _, a, b in sorted((each for each in scored if each[0] >= ALIKE), reverse=True):
        if -a not in taken[0] and -b not in taken[1]:
            taken[0].add(-a)
            taken[1].add(-b)
            pairs.append((old[-a], new[-b]))
    return pairs
