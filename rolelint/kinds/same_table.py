"""Tables that repeat each other, row by row, each under its own owner."""

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
    """One hit for all the rows that tables (sections or files) have in common, each under its own owner."""
    for table in facts.claims.tables:
        yield _hit(table)


def _hit(table: Table) -> Hit:
    first, *_ = table.claims
    owners = [_owners(task) for task in first.tasks]
    repeats = [(task, _owners(task)) for claim in table.claims for task in claim.tasks[1:]]
    return Hit(
        first.tasks[1].route,
        words={
            "n": str(len(table.claims)),
            "tables": "two tables" if len(first.tasks) == 2 else f"{len(first.tasks)} tables",
            "owners": listed(owners),
        },
        label=f"{owners[1]} has this row here",
        marks=(
            Mark(first.tasks[0].route, f"{owners[0]} has it here"),
            *(Mark(task.route, f"{owner} has this row here") for task, owner in repeats[1:SHOWN]),
        ),
        task=first.tasks[1].name,
        parties=tuple(owners),
    )


def _owners(task: Task) -> str:
    return listed(list(dict.fromkeys(owner.party.name for owner in task.owners())))
