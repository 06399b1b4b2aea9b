"""Tables that repeat each other under other owners: one finding for all their rows, not one a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from rolelint.claims.claim import Claim
from rolelint.organisation.model import Task
from rolelint.records import NamedTuple

ROWS = 5
"""So many rows two tables must have in common, and half of the smaller one."""
_PART = 0.5


class Table(NamedTuple):
    """The claims that two or more tables (sections or files) make row by row."""

    claims: tuple[Claim, ...]


def sort_out(claims: Iterable[Claim], tasks: Iterable[Task]) -> tuple[list[Claim], list[Table]]:
    """The claims that stand alone, and those of repeated tables."""
    by_tables: dict[Hashable, list[Claim]] = {}
    claims = list(claims)
    for claim in claims:
        if not claim.same_owner and not claim.crowd:
            by_tables.setdefault(tuple(map(_place, claim.tasks)), []).append(claim)
    repeated = [group for group in by_tables.values() if len(group) >= ROWS]
    if repeated:
        rows = Counter(_place(task) for task in tasks)
        repeated = [group for group in repeated if _mostly(group, rows)]
    inside = {id(claim) for group in repeated for claim in group}
    return [claim for claim in claims if id(claim) not in inside], [Table(tuple(group)) for group in repeated]


def _place(task: Task) -> tuple[int, str | None]:
    return task.route.document, task.section


def _mostly(group: list[Claim], rows: Counter[tuple[int, str | None]]) -> bool:
    places = {_place(task) for task in group[0].tasks}
    return len(places) == len(group[0].tasks) and len(group) >= _PART * min(rows[place] for place in places)
