"""Where the names of parties are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rolelint.finding import Route, Step
from rolelint.fixing.fix import Change, Scene, Write
from rolelint.organisation.model import Assignment, Party, Task
from rolelint.organisation.plain import placed, text
from rolelint.words import fold

SECTIONS = ("functions", "roles", "people", "agreements")
NAMING = frozenset({"reports_to", "dotted", "lead", "parent", "function", "functions", "roles", "between"})
"""Keys in a declaration that name parties."""

DEEPEST = 6


def value_at(data: Any, steps: tuple[Step, ...]) -> Any:
    """What the steps lead to; None where they lead nowhere."""
    for step in steps:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def name_route(scene: Scene, task: Task, assignment: Assignment) -> Route | None:
    """Where the name of an assignment is written: the value there, or the key of a grid's cell."""
    route = task.at(assignment)
    written = fold(assignment.name)
    if fold(text(value_at(scene.data(route.document), route.steps)) or "") == written:
        return route
    last = route.steps[-1]
    return route._replace(key=True) if isinstance(last, str) and fold(last) == written else None


def renamed(scene: Scene, party: Party, new: str) -> tuple[Change, ...]:
    """The changes that write another name wherever this party is named; none where a place is unclear."""
    old = fold(party.name)
    routes: list[Route | None] = [
        name_route(scene, task, assignment)
        for task in scene.organisation.tasks
        for assignment in task.assignments
        if assignment.party is party and fold(assignment.name) == old
    ]
    for task in scene.organisation.tasks:
        for handoff in task.handoffs:
            for key, name in (("from", handoff.giver), ("to", handoff.taker)):
                if name is not None and fold(name) == old:
                    routes.append(handoff.route._replace(steps=(*handoff.route.steps, key)))
    for number in scene.organisation.documents:
        routes += named_in_declarations(scene, number, old)
    return () if None in routes else tuple(Write(route, new) for route in dict.fromkeys(routes) if route)


def named_in_declarations(scene: Scene, number: int, folded: str) -> Iterator[Route]:
    """Where the declarations of a document name a party: as a manager, a lead, somebody's role …"""
    data = scene.data(number)
    for section in SECTIONS if isinstance(data, dict) else ():
        yield from _named(data.get(section), number, (section,), folded)


def _named(value: Any, number: int, steps: tuple[Step, ...], folded: str) -> Iterator[Route]:
    if len(steps) > DEEPEST:
        return
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _named(each, number, (*steps, index), folded)
    for key, inner in value.items() if isinstance(value, dict) else ():
        if key in NAMING and len(steps) > 1:
            yield from (
                Route(number, at) for name, at in placed(inner, (*steps, key)) if fold(name) == folded
            )
        else:
            yield from _named(inner, number, (*steps, key), folded)
