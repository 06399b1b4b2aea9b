"""Two functions with work of their own and nothing written that shows how they work together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark, Severity
from rolelint.organisation.model import Organisation, Party, Task
from rolelint.words import fold


def agreement(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit a run, where both `functions` own `at_least` tasks and nothing joins them.

    A task with both in any letters, a shared task, a handoff or an agreement joins them. Silent in a startup.
    Where no task names anybody but its owner the file cannot show it, so that the hit is information.
    """
    organisation, functions = facts.organisation, set(options["functions"])
    if organisation.profile == "startup" or _agreed(organisation, functions):
        return
    owned: dict[str, list[Task]] = {name: [] for name in options["functions"]}
    for task, owner in zip(organisation.tasks, facts.owner_functions, strict=True):
        if task.shared is not None or task.handoffs:
            return
        if owner in owned:
            owned[owner].append(task)
    of_them = {party for party in facts.uses if not functions.isdisjoint(functions_of(party))}
    if any(_joins(task, functions, of_them) for task in facts.held_by(of_them)):
        return
    if min(map(len, owned.values())) >= options["at_least"]:
        yield _hit(owned, _severity(organisation))


def _agreed(organisation: Organisation, functions: set[str]) -> bool:
    """Whether an agreement is listed that names both functions, or nobody at all."""
    for listed in organisation.agreements:
        parties = [organisation.parties.get(fold(name)) for name in listed.between]
        named = {party.function for party in parties if party} | set(map(fold, listed.between))
        if not listed.between or functions <= named:
            return True
    return False


def _joins(task: Task, functions: set[str], of_them: set[Party]) -> bool:
    parties = [a.party for a in task.assignments if a.party in of_them]
    return bool(parties) and functions <= {name for party in parties for name in functions_of(party)}


def _severity(organisation: Organisation) -> Severity | None:
    several = any(len({a.party for a in task.assignments}) > 1 for task in organisation.tasks)
    return None if several else "info"


def _hit(owned: Mapping[str, list[Task]], severity: Severity | None) -> Hit:
    (one, its), (other, others) = owned.items()
    return Hit(
        its[0].route,
        words={"one": one, "other": other, "n": str(len(its)), "m": str(len(others))},
        label=f"the first of {one}'s {len(its)} tasks",
        marks=(Mark(others[0].route, f"the first of {other}'s {len(others)}"),),
        severity=severity,
    )
