"""Two functions measured by numbers of which neither is the other's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Task
from rolelint.words import Phrases, fold, listed


def shared_goal(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit a run, where both `functions` own `at_least` tasks with a metric and share none.

    Metrics are the same where they fold alike or hold the same phrase of `common`. A joint task with a metric
    of `common` is enough, and so are the metrics of the functions themselves.
    """
    one, other = options["functions"]
    common = Phrases(options["common"])
    measured: dict[str, list[Task]] = {one: [], other: []}
    used: dict[str, dict[str, None]] = {one: {}, other: {}}
    for task, owner in zip(facts.organisation.tasks, facts.owner_functions, strict=True):
        metrics = task.traits.get("metric", ())
        if metrics and _joint(task, {one, other}) and any(map(common.first, metrics)):
            return
        if metrics and owner in measured:
            measured[owner].append(task)
            used[owner].update(dict.fromkeys(metrics))
    if min(map(len, measured.values())) < options["at_least"]:
        return
    for name in (one, other):
        declared = facts.organisation.functions.get(name)
        used[name].update(dict.fromkeys(declared.metrics if declared else ()))
    if _kinds(used[one], common).isdisjoint(_kinds(used[other], common)):
        yield _hit(measured, used)


def _joint(task: Task, functions: set[str]) -> bool:
    return functions <= {name for a in task.assignments for name in functions_of(a.party)}


def _kinds(metrics: Mapping[str, None], common: Phrases) -> set[str]:
    """Each metric by what it is compared as."""
    return {common.first(metric) or fold(metric) for metric in metrics}


def _hit(measured: Mapping[str, list[Task]], used: Mapping[str, Mapping[str, None]]) -> Hit:
    (one, its), (other, others) = measured.items()
    return Hit(
        its[0].trait_route("metric"),
        words={
            "one": one,
            "other": other,
            "one_metrics": listed(list(used[one]), 3),
            "other_metrics": listed(list(used[other]), 3),
        },
        label=f"{one} is measured by this",
        marks=(Mark(others[0].trait_route("metric"), f"{other} by this"),),
    )
