"""One party with two duties on one task that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Severity
from rolelint.kinds.hits import SHOWN, marks
from rolelint.organisation.model import Assignment, Task
from rolelint.words import listed

Pairs = set[frozenset[str]]
"""Duties that do not go together."""


def conflicting(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks on which a party holds both duties of one of `pairs`; one hit a task.

    Pairs of `mild` alone make the hit information. A pair of one duty and "any" means any other duty.
    """
    pairs = _pairs(options.get("pairs", ()))
    either = pairs | _pairs(options.get("mild", ()))
    for task in _suspect(facts, either):
        found = [held for held in _by_party(task) if _clash(held, either)]
        if found:
            grave = any(_clash(held, pairs) for held in found)
            yield _hit(task, found, either, None if grave else "info")


def _suspect(facts: Facts, pairs: Pairs) -> Iterator[Task]:
    """The tasks on which a party may hold two duties that do not go together: few of all."""
    tasks = facts.organisation.tasks
    for duties, numbers in facts.shapes.items():
        two = combinations(enumerate(duties), 2)
        bad = [(one, other) for (one, duty), (other, second) in two if _is_bad(duty, second, pairs)]
        many = len(bad) > 2 * len(duties)  # no quicker than to look at the row itself
        for task in [tasks[number] for number in numbers] if bad else ():
            held = task.assignments
            if many or any(held[one].party is held[other].party for one, other in bad):
                yield task


def _pairs(given: Sequence[Sequence[str]]) -> Pairs:
    return {frozenset(pair) for pair in given}


def _by_party(task: Task) -> list[list[Assignment]]:
    found: dict[object, list[Assignment]] = {}
    for assignment in task.assignments:
        found.setdefault(assignment.party, []).append(assignment)
    return [held for held in found.values() if len(held) > 1]


def _clash(held: Sequence[Assignment], pairs: Pairs) -> tuple[Assignment, Assignment] | None:
    """The first two assignments of one party that do not go together."""
    for number, one in enumerate(held):
        for other in held[number + 1 :]:
            if _is_bad(one.duty, other.duty, pairs):
                return one, other
    return None


def _is_bad(one: str, other: str, pairs: Pairs) -> bool:
    two = frozenset((one, other)), frozenset((one, "any")), frozenset((other, "any"))
    return one != other and not pairs.isdisjoint(two)


def _hit(task: Task, found: list[list[Assignment]], pairs: Pairs, severity: Severity | None) -> Hit:
    clashes = [clash for held in found if (clash := _clash(held, pairs))]
    one, other = clashes[0]
    parties = listed(list(dict.fromkeys(first.name for first, _ in clashes)))
    each = "each hold duties that do not go together"
    more = [second for _, second in clashes[1:]]
    return Hit(
        task.at(other),
        words={
            "task": task.name,
            "holding": f"{one.name} is both {one.duty} and {other.duty}" if not more else f"{parties} {each}",
        },
        label=f"{one.duty} and {other.duty}",
        marks=marks(task, more[:SHOWN], "and {name}"),
        severity=severity,
        task=task.name,
        parties=tuple(first.name for first, _ in clashes),
    )
