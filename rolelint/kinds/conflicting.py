"""One party with two duties on one task that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Severity
from rolelint.kinds.hits import SHOWN, marks
from rolelint.organisation.model import Assignment, Task
from rolelint.words import listed

_party = attrgetter("party")


def conflicting(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks on which a party holds both duties of one of `pairs`; one hit a task.

    Pairs of `mild` alone make the hit information. A pair of one duty and "any" means any other duty.
    """
    pairs = _pairs(options.get("pairs", ()))
    mild = _pairs(options.get("mild", ()))
    for task in facts.organisation.tasks:
        if len(set(map(_party, task.assignments))) == len(task.assignments):
            continue
        found = [held for held in _by_party(task) if _clash(held, pairs | mild)]
        if found:
            grave = any(_clash(held, pairs) for held in found)
            yield _hit(task, found, pairs | mild, None if grave else "info")


def _pairs(given: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in given}


def _by_party(task: Task) -> list[list[Assignment]]:
    found: dict[object, list[Assignment]] = {}
    for assignment in task.assignments:
        found.setdefault(assignment.party, []).append(assignment)
    return [held for held in found.values() if len(held) > 1]


def _clash(held: Sequence[Assignment], pairs: set[frozenset[str]]) -> tuple[Assignment, Assignment] | None:
    """The first two assignments of one party that do not go together."""
    for number, one in enumerate(held):
        for other in held[number + 1 :]:
            if one.duty != other.duty and not pairs.isdisjoint(
                (
                    frozenset((one.duty, other.duty)),
                    frozenset((one.duty, "any")),
                    frozenset((other.duty, "any")),
                )
            ):
                return one, other
    return None


def _hit(
    task: Task, found: list[list[Assignment]], pairs: set[frozenset[str]], severity: Severity | None
) -> Hit:
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
