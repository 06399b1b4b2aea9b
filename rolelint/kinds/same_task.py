"""One piece of work written down more than once: under one owner, or under several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.claims import Claim
from rolelint.facts import Facts, owner_function
from rolelint.finding import Hit, Mark, Severity
from rolelint.organisation.model import Task
from rolelint.words import fold, listed

SHOWN = 20
"""So many further rows a finding points to at most."""
MANY = 6
"""Work that more owners than this have, each in a row, is work that every team has."""


def same_task(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Rows that claim the same work for a common area and time, however they word it.

    `owners` says which: `same` (one owner stands behind them), `two-functions` (owners of several known
    functions), or `different` (any other owners). One hit a group of rows. It is a warning at most unless
    the names have the same words (or the ids are the same) and no two stand in different sections of one
    file, and information where very many owners have such a row.
    """
    for claim in facts.claims.found:
        if _relation(claim) == options["owners"]:
            yield _hit(facts, claim)


def _relation(claim: Claim) -> str:
    if claim.same_owner:
        return "same"
    functions = {owner_function(task) for task in claim.tasks} - {None}
    return "two-functions" if len(functions) > 1 else "different"


def _severity(claim: Claim, owners: int) -> Severity | None:
    if owners > MANY:
        return "info"
    return None if claim.equal and not claim.apart and not claim.crowd else "warning"


def _hit(facts: Facts, claim: Claim) -> Hit:
    first, second, *others = claim.tasks
    owners = list(dict.fromkeys(o.party.name for task in claim.tasks for o in task.owners()))
    where = facts.claims.areas.common(first, second)
    return Hit(
        second.route,
        words={
            "task": second.name,
            "also": _also(claim),
            "owners": listed(owners),
            "number": _number(len(owners)),
            "times": _times(len(claim.tasks)),
            "where": f" in {where}" if where else "",
        },
        label=_owned(second),
        marks=tuple(Mark(task.route, _owned(task)) for task in (first, *others)[:SHOWN]),
        severity=_severity(claim, len(owners)),
        task=second.name,
        parties=tuple(owners[:SHOWN]),
        notes=tuple(_notes(claim, len(owners))),
    )


def _owned(task: Task) -> str:
    owners = list(dict.fromkeys(owner.name for owner in task.owners()))
    return f"{listed(owners)} {'is' if len(owners) == 1 else 'are'} {task.owners()[0].duty} here"


def _also(claim: Claim) -> str:
    """The other names of the work, as an aside."""
    own = fold(claim.tasks[1].name)
    names = dict.fromkeys(task.name for task in claim.tasks if fold(task.name) != own)
    said = listed([f'"{name}"' for name in names])
    return f" (also called {said})" if names else ""


def _notes(claim: Claim, owners: int) -> Iterator[str]:
    if len(claim.tasks) > SHOWN + 1:
        yield f"{len(claim.tasks) - SHOWN - 1} more rows read alike and are not shown"
    if claim.crowd:
        yield f"so many rows read alike that not every two of these {len(claim.tasks)} were compared"
    if owners > MANY:
        yield "where each team does this for itself, say so with `area:`"


def _number(number: int) -> str:
    return {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}.get(number, str(number))


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"
