"""Roles that answer for work but are held by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import ACCOUNTABLE, Role, Task
from rolelint.words import Phrases, fold


def unfilled(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Declared roles that are accountable for a task and that no declared person holds.

    Silent where no people are declared, unless `policy.require_person` is on. Left alone: names with a phrase
    of `unless`, and roles with a last day or marked as acting, whose gap is known.
    """
    organisation = facts.organisation
    if not organisation.people and organisation.policy.get("require_person") is not True:
        return
    held = {fold(name) for person in organisation.people.values() for name in person.roles}
    unless = Phrases(options.get("unless", ()))
    first = _first_answered_for(facts)
    for key, task in first.items():
        role = organisation.roles[key]
        if role.acting or role.until or not held.isdisjoint(_called(key, role)):
            continue
        if not unless.first(f"{role.name} . {role.title or ''}"):
            yield _hit(role, task)


def _called(key: str, role: Role) -> set[str]:
    """All names that people could be given the role by."""
    return {key, fold(role.name), *([fold(role.title)] if role.title else [])}


def _first_answered_for(facts: Facts) -> dict[str, Task]:
    """Folded id of a role -> the first task that it is accountable for."""
    waiting = {facts.organisation.parties.get(key): key for key in facts.organisation.roles}
    found: dict[str, Task] = {}
    for task in facts.organisation.tasks if waiting else ():
        for assignment in task.assignments:
            if assignment.duty == ACCOUNTABLE and assignment.party in waiting:
                found[waiting.pop(assignment.party)] = task
    return found


def _hit(role: Role, task: Task) -> Hit:
    return Hit(
        role.route,
        words={"role": role.name, "task": task.name},
        label="nobody is listed in this role",
        marks=(Mark(task.route, f"{role.name} is accountable for this"),),
        parties=(role.name,),
    )
