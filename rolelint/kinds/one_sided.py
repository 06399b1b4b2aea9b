"""Work handed over to a task that knows nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of, owner_function
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Party, Task
from rolelint.words import fold, listed


def one_sided(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose `next` is a task that neither names their owner, or its function, nor has a handoff.

    `told_elsewhere` lists pairs of functions, giver and taker, between which another rule asks for a handoff.
    """
    by_name = _by_name(facts)
    elsewhere = {tuple(pair) for pair in options.get("told_elsewhere", ())}
    for task in facts.organisation.tasks:
        for name in task.following:
            then = by_name.get(fold(name))
            owners = [a.party for a in task.owners()]
            if then is None or then is task or not owners or _knows(then, owners):
                continue
            if task.handoffs or (owner_function(task), owner_function(then)) not in elsewhere:
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
