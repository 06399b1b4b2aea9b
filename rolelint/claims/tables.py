"""Tables that repeat each other under other owners: one finding for all their rows, not one a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rolelint.claims.claim import Claim
from rolelint.organisation.model import Task
from rolelint.records import NamedTuple

ROWS = 5
"""So many rows two tables must have in common, and half of the smaller one."""
_PART = 0.5
_Place = tuple[int, str | None]


class Table(NamedTuple):
    """The claims that two or more tables (sections or files) make row by row."""

    claims: tuple[Claim, ...]


def sort_out(claims: Iterable[Claim], tasks: Iterable[Task]) -> tuple[list[Claim], list[Table]]:
    """The claims that stand alone, and those of repeated tables."""
    by_tables: dict[tuple[_Place, ...], list[Claim]] = {}
    claims = list(claims)
    for claim in claims:
        if not claim.same_owner and not claim.crowd:
            by_tables.setdefault(tuple(map(_place, claim.tasks)), []).append(claim)
    repeated = [g for tables, g in by_tables.items() if len(g) >= ROWS and len(set(tables)) == len(tables)]
    if repeated:
        rows = Counter(_place(task) for task in tasks)
        repeated = [group for group in repeated if _mostly(group, rows)]
    inside = {id(claim) for group in repeated for claim in group}
    return [claim for claim in claims if id(claim) not in inside], [Table(tuple(group)) for group in repeated]


def _place(task: Task) -> _Place:
    return task.route.document, task.section


def _mostly(group: list[Claim], rows: Counter[_Place]) -> bool:
    return len(group) >= _PART * min(rows[_place(task)] for task in group[0].tasks)
