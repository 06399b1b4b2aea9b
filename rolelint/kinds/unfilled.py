"""Roles that answer for work but are held by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import ACCOUNTABLE, Organisation, Party, Role, Task
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
    for party, role in _unheld(organisation, held).items():
        task = _first_answered_for(facts, party)
        if task is not None and not unless.first(f"{role.name} . {role.title or ''}"):
            yield _hit(role, task)


def _unheld(organisation: Organisation, held: set[str]) -> dict[Party, Role]:
    """The roles that nobody holds under any of their names, by what stands for them in assignments."""
    roles = {organisation.parties[key]: (key, role) for key, role in organisation.roles.items()}
    return {
        party: role
        for party, (key, role) in roles.items()
        if key not in held and not (role.acting or role.until) and held.isdisjoint(_called(role))
    }


def _called(role: Role) -> set[str]:
    """The other names that people could be given the role by."""
    return {fold(name) for name in (role.name, role.title) if name}


def _first_answered_for(facts: Facts, party: Party) -> Task | None:
    """The first task that a party is accountable for."""
    use = facts.uses.get(party)
    if use is None or not use.duties[ACCOUNTABLE]:
        return None
    held = (facts.organisation.tasks[number] for number in use.numbers)
    return next(task for task in held if any(a.party is party for a in task.holding(ACCOUNTABLE)))


def _hit(role: Role, task: Task) -> Hit:
    return Hit(
        role.route,
        words={"role": role.name, "task": task.name},
        label="nobody is listed in this role",
        marks=(Mark(task.route, f"{role.name} is accountable for this"),),
        parties=(role.name,),
    )
