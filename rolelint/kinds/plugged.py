"""Kinds that installed packages bring: functions that see a copy of the matrix; their hits are checked.

Whatever goes wrong inside one is told as a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint import plugin
from rolelint.facts import Facts, functions_of
from rolelint.finding import SEVERITIES, Hit, Route
from rolelint.organisation import model

MOST_HITS = 10_000
"""More hits than these are taken for a fault of the plug-in."""


class Failed(Exception):
    """A plug-in that did not do what it should; the message says what went wrong."""


def plugged(name: str, facts: Facts, options: Mapping[str, Any]) -> list[Hit]:
    """The hits of the installed kind of that name; Failed says why there are none."""
    try:
        return list(_hits(name, facts, options))
    except Failed:
        raise
    except (Exception, SystemExit) as error:
        said = " ".join(str(error).split())[:200]
        raise Failed(f"{type(error).__name__}: {said}" if said else type(error).__name__) from error


def failure(facts: Facts) -> Route:
    """Where a failure is told: at the organisation's first task."""
    return facts.organisation.tasks[0].route


def _hits(name: str, facts: Facts, options: Mapping[str, Any]) -> Iterator[Hit]:
    from importlib.metadata import entry_points  # noqa: PLC0415  # only for kinds that are not built in

    points = tuple(entry_points(group=plugin.GROUP, name=name))
    if not points:
        raise Failed("it is not installed any more")
    matrix = _matrix(facts)
    found = points[0].load()(matrix, dict(options))
    for number, hit in enumerate(found):
        if number >= MOST_HITS:
            raise Failed(f"more than {MOST_HITS:,} hits")
        yield _translated(hit, facts, matrix)


def _matrix(facts: Facts) -> plugin.Matrix:
    whole = facts.organisation
    tasks = tuple(_task(number, task) for number, task in enumerate(whole.tasks))
    return plugin.Matrix(tasks, whole.name, whole.headcount, whole.profile, facts.today)


def _task(number: int, task: model.Task) -> plugin.Task:
    return plugin.Task(
        number=number,
        name=task.name,
        assignments=tuple(_assignment(each) for each in task.assignments),
        description=task.description,
        section=task.section,
        traits=dict(task.traits),
        area=dict(task.area),
        since=task.since,
        until=task.until,
        shared=task.shared is not None,
    )


def _assignment(assignment: model.Assignment) -> plugin.Assignment:
    functions = functions_of(assignment.party)
    return plugin.Assignment(
        assignment.name, functions[0] if len(functions) == 1 else None, str(assignment.duty)
    )


def _translated(hit: Any, facts: Facts, matrix: plugin.Matrix) -> Hit:
    """The hit with a route; Failed where it is none, or speaks of what is not in the matrix."""
    if not isinstance(hit, plugin.Hit) or not isinstance(hit.task, plugin.Task):
        raise Failed(f"{type(hit).__name__} where a Hit with a Task should be")
    number = hit.task.number
    if not isinstance(number, int) or not 0 <= number < len(matrix.tasks):
        raise Failed("a hit on a task that is not in the matrix")
    task, shown = facts.organisation.tasks[number], matrix.tasks[number]
    if hit.severity is not None and hit.severity not in SEVERITIES:
        raise Failed(f'a hit with the severity "{hit.severity}"')
    if hit.assignment is not None and hit.assignment not in shown.assignments:
        raise Failed("a hit on an assignment that its task does not have")
    given = hit.assignment and task.assignments[shown.assignments.index(hit.assignment)]
    return Hit(
        task.at(given) if given else task.route,
        words={"task": task.name, **{str(k): str(v) for k, v in dict(hit.words).items()}},
        label=str(hit.label),
        severity=hit.severity,
        task=task.name,
        parties=(given.name,) if given else (),
    )
