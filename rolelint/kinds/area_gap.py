"""Work that is divided by area and leaves one out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.kinds.hits import SHOWN, same_name
from rolelint.organisation.model import Organisation, Task
from rolelint.words import fold, listed


def area_gap(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks of the same work that share out a declared kind of area between them, but not all of its values.

    `not_applicable` excuses a task or a value by its name.
    """
    organisation = facts.organisation
    excused = set(map(fold, organisation.not_applicable))
    leaves = {key: _leaves(organisation, key) for key in organisation.areas}
    for group in same_name(organisation.tasks) if leaves else ():
        if fold(group[0].name) in excused:
            continue
        for key, values in leaves.items():
            covered = [_covered(organisation, key, task) for task in group]
            if not all(covered) or len(set(map(frozenset, covered))) < 2:
                continue
            all_covered = set().union(*covered)
            missing = [v for v in values if fold(v) not in all_covered and fold(v) not in excused]
            if missing:
                yield _hit(group, key, missing)


def _leaves(organisation: Organisation, key: str) -> list[str]:
    """The declared values that no other lies in."""
    around = {fold(value) for value in organisation.area_within.get(key, {}).values()}
    return [value for value in organisation.areas[key] if fold(value) not in around]


def _covered(organisation: Organisation, key: str, task: Task) -> set[str]:
    """The folded values a task covers, with all that lie in them."""
    within = organisation.area_within.get(key, {})
    found = set(map(fold, task.area.get(key, ())))
    for value in organisation.areas[key]:
        above, seen = value, set()
        while above not in seen:
            seen.add(above)
            if fold(above) in found:
                found.add(fold(value))
            above = within.get(above, above)
    return found


def _hit(group: Sequence[Task], key: str, missing: list[str]) -> Hit:
    first, *others = group
    said = listed(missing)
    return Hit(
        first.route,
        words={"task": first.name, "key": key, "missing": said, "first": missing[0]},
        label=_where(first, key),
        marks=tuple(Mark(task.route, _where(task, key)) for task in others[:SHOWN]),
        task=first.name,
        parties=tuple(missing),
    )


def _where(task: Task, key: str) -> str:
    return f"for {key} {' and '.join(task.area.get(key, ()))}"
