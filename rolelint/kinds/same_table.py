"""Tables that repeat each other, row by row, under different owners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.claims import Table
from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Task
from rolelint.words import listed

SHOWN = 20


def same_table(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit for all the rows that tables (sections or files) have in common under different owners."""
    for table in facts.claims.tables:
        yield _hit(table)


def _hit(table: Table) -> Hit:
    first, *_ = table.claims
    owners = list(dict.fromkeys(_owners(task) for claim in table.claims for task in claim.tasks))
    rows = [task for claim in table.claims for task in claim.tasks]
    here = first.tasks[1]
    return Hit(
        here.route,
        words={
            "n": str(len(table.claims)),
            "tables": "two tables" if len(first.tasks) == 2 else f"{len(first.tasks)} tables",
            "owners": listed(owners),
        },
        label=f"{_owners(here)} has this row here",
        marks=tuple(
            Mark(task.route, f"{_owners(task)} has it here") for task in rows[:SHOWN] if task is not here
        ),
        task=here.name,
        parties=tuple(owners[:SHOWN]),
    )


def _owners(task: Task) -> str:
    return listed(list(dict.fromkeys(owner.party.name for owner in task.owners())))
