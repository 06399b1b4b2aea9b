"""Declared roles that the matrix hardly or never names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.organisation.model import Party, Role
from rolelint.words import Phrases, fold, listed


def idle(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Declared roles that hold no duty (`holding` empty), or none but those of `holding`.

    Left alone: roles that lead a function or have somebody reporting to them, roles whose holders are
    assigned by their own name, and names with a phrase of `unless`. Silent where there are no tasks.
    """
    organisation = facts.organisation
    if not organisation.tasks:
        return
    only, unless = set(options.get("holding", ())), Phrases(options.get("unless", ()))
    busy = _busy(facts)
    for key, role in organisation.roles.items():
        party = organisation.parties.get(key)
        duties = _duties(facts, party)
        if _idle(duties, only) and key not in busy and not unless.first(f"{role.name} . {role.title or ''}"):
            yield _hit(role, duties)


def _duties(facts: Facts, party: Party | None) -> dict[str, int]:
    use = facts.uses.get(party) if party is not None else None
    return dict(use.duties) if use else {}


def _idle(duties: Mapping[str, int], only: set[str]) -> bool:
    return not duties if not only else bool(duties) and duties.keys() <= only


def _busy(facts: Facts) -> set[str]:
    """Folded names of roles that matter without a letter: managers, leads, and roles of assigned people."""
    organisation = facts.organisation
    busy = {fold(manager) for one in facts.reporting for manager in one.reports_to}
    busy |= {fold(manager) for role in organisation.roles.values() for manager in role.dotted}
    busy |= {fold(function.lead) for function in organisation.functions.values() if function.lead}
    for key, person in organisation.people.items():
        if organisation.parties.get(key) in facts.uses:
            busy |= set(map(fold, person.roles))
    return busy


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _hit(role: Role, duties: Mapping[str, int]) -> Hit:
    return Hit(
        role.route,
        words={"role": role.name, "duties": listed(sorted(duties)), "times": _times(sum(duties.values()))},
        label="declared here",
        parties=(role.name,),
    )
