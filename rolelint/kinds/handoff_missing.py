"""Work that passes from one function to another, by the order the file states, with no handoff written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Task
from rolelint.words import fold

Step = tuple[Task, Task]
Owned = list[tuple[Task, str | None]]
"""Tasks, each with the function that owns it."""


def handoff_missing(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Steps from work of `giver` to work of `taker` with a handoff on neither side.

    The order is only what the file says: `next`, and `stage` by the order of `stages`; the order of the list
    means nothing. Grey work is asked for its handoff by the grey rule.
    """
    tasks: Owned = list(zip(facts.organisation.tasks, facts.owner_functions, strict=True))
    told: set[Task] = set()
    for task, after in (*_by_next(tasks, options), *_by_stage(tasks, options)):
        if task in told or task.handoffs or after.handoffs:
            continue
        told.add(task)
        if facts.lexicon.judge(task).outcome != "grey":
            yield _hit(facts, task, after)


def _by_next(tasks: Owned, options: Mapping[str, Any]) -> Iterator[Step]:
    """Each task of the giver with the taker's task that its `next` names."""
    if not any(task.following for task, _ in tasks):
        return
    named: dict[str, Task] = {}
    for task, owner in tasks:
        if owner == options["taker"]:
            for name in (task.identifier, task.name):
                named.setdefault(fold(name or ""), task)
    for task, owner in tasks:
        for name in task.following if owner == options["giver"] else ():
            if fold(name) in named:
                yield task, named[fold(name)]


def _by_stage(tasks: Owned, options: Mapping[str, Any]) -> Iterator[Step]:
    """The last task of a stage that is all the giver's, where the next stage used is all the taker's."""
    used: dict[str, Owned] = {}
    for task, owner in tasks:
        for stage in task.traits.get("stage", ()):
            used.setdefault(fold(stage), []).append((task, owner))
    stages = [used[fold(stage)] for stage in options["stages"] if fold(stage) in used]
    for before, after in pairwise(stages):
        passes = _all_of(before, options["giver"]) and _all_of(after, options["taker"])
        if passes and not any(task.handoffs for task, _ in (*before, *after)):
            yield before[-1][0], after[0][0]


def _all_of(tasks: Owned, function: str) -> bool:
    return all(owner == function for _, owner in tasks)


def _hit(facts: Facts, task: Task, after: Task) -> Hit:
    giver, taker = task.owners()[0], after.owners()[0]
    return Hit(
        task.route,
        words={"task": task.name, "next": after.name, "from": giver.name, "to": taker.name},
        label="the work passes on after this",
        marks=(Mark(after.route, f"{taker.name} takes it up here"),),
        severity="info" if facts.organisation.profile == "startup" else None,
        task=task.name,
        parties=(giver.name, taker.name),
    )
