"""Work handed over to a task that knows nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Party, Task
from rolelint.words import fold, listed


def one_sided(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose `next` is a task that neither names their owner, or its function, nor has a handoff."""
    by_name = _by_name(facts)
    for task in facts.organisation.tasks:
        for name in task.following:
            then = by_name.get(fold(name))
            owners = [a.party for a in task.owners()]
            if then is not None and then is not task and owners and not _knows(then, owners):
                yield _hit(task, then)


def _by_name(facts: Facts) -> dict[str, Task]:
    """Tasks by identifier and by name; identifiers win, and so does the first of a name."""
    tasks = facts.organisation.tasks if any(t.following for t in facts.organisation.tasks) else ()
    found: dict[str, Task] = {}
    for task in tasks:
        found.setdefault(fold(task.name), task)
    return found | {fold(task.identifier): task for task in tasks if task.identifier}


def _knows(then: Task, owners: list[Party]) -> bool:
    """Whether the next task names one of the owners, their function, or has a handoff of its own."""
    functions = {function for owner in owners for function in functions_of(owner)}
    return (
        bool(then.handoffs)
        or not then.assignments
        or any(a.party in owners or not functions.isdisjoint(functions_of(a.party)) for a in then.assignments)
    )


def _hit(task: Task, then: Task) -> Hit:
    owners = listed([a.name for a in task.owners()])
    takers = listed([a.name for a in then.owners()]) or "nobody"
    return Hit(
        task.route,
        words={"task": task.name, "next": then.name, "owner": owners, "taker": takers},
        label=f"{owners} hands this over",
        marks=(Mark(then.route, f"{takers} takes it, and {owners} is not named"),),
        task=task.name,
        parties=tuple(a.party.name for a in (*task.owners(), *then.owners())),
    )
