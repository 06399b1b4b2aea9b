"""Two pieces of like work, each done by one party and answered for by the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Party, Task


def crossed(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Pairs of tasks that have `alike` of what they say in common: one party does the first and answers for
    the second, a party of another function the other way round.

    Tasks that claim the same work are left to the rules about that.
    """
    groups = _crosswise(facts.organisation.tasks)
    pairs = facts.claims.resembling(groups, options["alike"]) if groups else ()
    for one, other in pairs:
        if _pair(one) != _pair(other):
            yield _hit(one, other)


def _crosswise(tasks: Sequence[Task]) -> list[list[int]]:
    """The positions of the tasks of every two parties that hold each other's work."""
    found: dict[frozenset[Party], list[int]] = {}
    ways: dict[frozenset[Party], set[tuple[Party, Party]]] = {}
    for position, task in enumerate(tasks):
        pair = _pair(task)
        if pair is not None:
            found.setdefault(frozenset(pair), []).append(position)
            ways.setdefault(frozenset(pair), set()).add(pair)
    return [positions for two, positions in found.items() if len(ways[two]) > 1]


def _pair(task: Task) -> tuple[Party, Party] | None:
    """The one accountable and the one responsible party, where they differ and are not of one function."""
    accountable, responsible = task.holding(ACCOUNTABLE), task.holding(RESPONSIBLE)
    if len(accountable) != 1 or len(responsible) != 1:
        return None
    owner, doer = accountable[0].party, responsible[0].party
    functions = functions_of(owner), functions_of(doer)
    same = bool(functions[0]) and functions[0] == functions[1]
    return None if owner is doer or same else (owner, doer)


def _hit(one: Task, other: Task) -> Hit:
    owner, doer = one.holding(ACCOUNTABLE)[0], one.holding(RESPONSIBLE)[0]
    return Hit(
        other.route,
        words={
            "task": other.name,
            "like": one.name,
            "one": owner.party.name,
            "other": doer.party.name,
        },
        label=f"{owner.party.name} does this, {doer.party.name} answers for it",
        marks=(Mark(one.route, f"{doer.party.name} does this, {owner.party.name} answers for it"),),
        task=other.name,
        parties=(owner.party.name, doer.party.name),
    )
