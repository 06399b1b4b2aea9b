"""Work of one table that leaves out an area which all other work of the table covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Task
from rolelint.words import fold, listed

Rows = list[Task]
SHOWN = 4


def unlike_siblings(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Work that lacks a value of a kind of area which at least `siblings` others in its section all cover.

    All rows of the same work count together; work with a row that names no such area covers everywhere, and
    work that covers none of what the others all do is of another area.
    Kinds of area whose values the file declares are left to the rule about those.
    """
    organisation = facts.organisation
    keys = {key for task in organisation.tasks for key in task.area} - organisation.areas.keys()
    excused = set(map(fold, organisation.not_applicable))
    for works in _sections(facts) if keys else ():
        for key in sorted(keys):
            yield from _gaps(works, key, options["siblings"], excused)


def _sections(facts: Facts) -> Iterator[list[Rows]]:
    """For each section of each file its pieces of work, each with all rows of it in that section."""
    work_of = {id(task): number for number, group in enumerate(facts.claims.same_work) for task in group}
    sections: dict[tuple[int, str | None], dict[object, Rows]] = {}
    for task in facts.organisation.tasks:
        works = sections.setdefault((task.route.document, task.section), {})
        works.setdefault(work_of.get(id(task), task), []).append(task)
    yield from (list(works.values()) for works in sections.values())


def _gaps(works: list[Rows], key: str, siblings: int, excused: set[str]) -> Iterator[Hit]:
    """The one piece of work that lacks what all others have."""
    limited = [rows for rows in works if all(task.area.get(key) for task in rows)]
    if len(limited) < siblings + 1:
        return
    covering = [{fold(v): v for task in rows for v in task.area[key]} for rows in limited]
    for rows, own in zip(limited, covering, strict=True):
        others = [values for values in covering if values is not own]
        common = {
            value: written for value, written in others[0].items() if all(value in other for other in others)
        }
        missing = [written for value, written in common.items() if value not in own and value not in excused]
        if own.keys().isdisjoint(common):
            continue
        if missing and fold(rows[0].name) not in excused:
            yield _hit(rows, key, missing, next(each for each in limited if each is not rows))


def _hit(rows: Rows, key: str, missing: list[str], sibling: Rows) -> Hit:
    task = rows[0]
    return Hit(
        task.route,
        words={"task": task.name, "key": key, "missing": listed(missing), "first": missing[0]},
        label=f"no row for {key} {listed(missing)}",
        marks=tuple(Mark(row.route, f"{key} {' and '.join(row.area[key])} here") for row in sibling[:SHOWN]),
        task=task.name,
        parties=tuple(missing),
    )
