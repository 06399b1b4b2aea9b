"""A task that is declared shared although nothing about it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.organisation.model import CONSULTED, INFORMED, Task


def unused_waiver(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Shared tasks at which one party works alone, that no like task of another owner meets, and that read as
    nobody else's work.

    Being asked or told is not working at it. A handoff names two sides, so it is never unused.
    """
    organisation = facts.organisation
    alone = [at for at, task in enumerate(organisation.tasks) if task.shared is not None and _alone(task)]
    for at in alone:
        task = organisation.tasks[at]
        if task not in facts.claims.waived and facts.verdicts[at].outcome == "not judged":
            yield Hit(
                task.shared.route if task.shared else task.route,
                words={"task": task.name, "who": task.assignments[0].name if task.assignments else "nobody"},
                label="nothing is shared here",
                task=task.name,
            )


def _alone(task: Task) -> bool:
    workers = {a.party for a in task.assignments if a.duty not in (CONSULTED, INFORMED, "omitted")}
    return len(workers) < 2 and not task.handoffs
