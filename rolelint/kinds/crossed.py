"""Two pieces of like work, each done by one party and answered for by the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Task


def crossed(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Pairs of tasks that have `alike` of what they say in common: one party does the first and answers for
    the second, a party of another function the other way round.

    Tasks that claim the same work are left to the rules about that.
    """
    for one, other in facts.claims.crossed(options["alike"]):
        yield _hit(one, other)


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
