"""How much two functions are in each other's way: points for what they both claim, added up and explained.

The points of a pair of functions are the sum of its reasons, and every reason names its rows, so that a
figure can always be taken apart again. Nothing is weighed by size: a large matrix has more points.

| reason | points |
|---|---|
| rows with equal names, an owner in each function | 4 |
| one row with an accountable in each function | 4 |
| two similar rows, each done by one and answered for by the other | 3 |
| rows that say the same in other words, an owner in each function | 2 |
| one row that both do and nobody answers for | 2 |
| work of one that reads as a part of the other's | 1 |
| a row of a table that both have | 1 |

Shared rows, and rows whose areas or days do not meet, have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from rolelint.facts import Facts, functions_of, owner_function
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Task
from rolelint.records import NamedTuple

Why = Literal["equal", "accountable", "crossed", "alike", "unanswered", "part", "table"]

POINTS: dict[Why, int] = {
    "equal": 4,
    "accountable": 4,
    "crossed": 3,
    "alike": 2,
    "unanswered": 2,
    "part": 1,
    "table": 1,
}
CROSSED_ALIKE = 0.5
"""How much alike two rows must be to be crossed, as in overlap/each-does-the-others-work."""


class Reason(NamedTuple):
    """One thing that two functions both claim: why it counts, its points, and the rows."""

    why: Why
    points: int
    tasks: tuple[Task, ...]


class Quarrel(NamedTuple):
    """Two functions, in the order of the alphabet, and all that is between them."""

    functions: tuple[str, str]
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """The points of all reasons together."""
        return sum(reason.points for reason in self.reasons)


def quarrels(facts: Facts) -> list[Quarrel]:
    """Every two functions with something between them, the highest score first."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for why, functions, tasks in _reasons(facts):
        for pair in combinations(sorted(set(functions)), 2):
            found.setdefault(pair, []).append(Reason(why, POINTS[why], tasks))
    made = [Quarrel(pair, tuple(reasons)) for pair, reasons in found.items()]
    return sorted(made, key=lambda quarrel: (-quarrel.score, quarrel.functions))


Found = Iterator[tuple[Why, Iterable[str], tuple[Task, ...]]]


def _reasons(facts: Facts) -> Found:
    yield from _claims(facts)
    yield from _rows(facts)
    for pair in facts.claims.crossed(CROSSED_ALIKE):
        doers = [a.party for task in pair for a in task.holding(RESPONSIBLE)]
        yield "crossed", [f for party in doers for f in functions_of(party)], pair
    for whole, parts in facts.contested_parts:
        for part in parts:
            yield "part", _owned((whole, part)), (whole, part)


def _claims(facts: Facts) -> Found:
    for claim in facts.claims.found:
        if not claim.same_owner:
            yield "equal" if claim.equal and not claim.crowd else "alike", _owned(claim.tasks), claim.tasks
    for table in facts.claims.tables:
        for claim in table.claims:
            yield "table", _owned(claim.tasks), claim.tasks


def _rows(facts: Facts) -> Found:
    """What stands in one row. A party of several functions stands between none of them."""
    for task in facts.organisation.tasks:
        if task.shared is not None:
            continue
        accountable = task.holding(ACCOUNTABLE)
        duty: Why = "accountable" if accountable else "unanswered"
        holders = [functions_of(a.party) for a in accountable or task.holding(RESPONSIBLE)]
        functions = {known[0] for known in holders if len(known) == 1}
        if len(functions) > 1:
            yield duty, functions, (task,)


def _owned(tasks: Iterable[Task]) -> Iterator[str]:
    return (function for task in tasks if (function := owner_function(task)) is not None)
