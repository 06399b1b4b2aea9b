"""Names that are used but declared nowhere, in a file that declares such names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, Use
from rolelint.finding import Hit, Severity
from rolelint.organisation.model import Party, Person, Role
from rolelint.suggest import suggest
from rolelint.words import fold

OFTEN = 3
"""A name used so often is meant; it is more likely missing from the list than misspelt."""


def undeclared(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Names `in: assignments` or `in: reporting` (managers) that nothing declares.

    Silent where neither roles nor people are declared. Names of functions and known titles need no
    declaring. One hit a name; where only functions are declared a name must resemble one of them.
    """
    yield from _LOOK[options["in"]](facts)


def _assignments(facts: Facts) -> Iterator[Hit]:
    known = _declared_names(facts)
    if not known:
        return
    loose = not facts.reporting
    for party, use in facts.uses.items():
        if party.declared is not None or party.by or party.kind != "unknown":
            continue
        near = suggest(use.assignment.name, known)
        if near is not None or not loose:
            yield _of_use(party, use, near, "warning" if loose else None)


def _of_use(party: Party, use: Use, near: str | None, severity: Severity | None) -> Hit:
    name, times = use.assignment.name, sum(use.duties.values())
    others = f", and {times - 1} more time{'s' if times > 2 else ''}" if times > 1 else ""
    return Hit(
        use.task.at(use.assignment),
        words={
            "name": name,
            "mean": f" — did you mean {near}?" if near else "",
            "do": _do(name, near if times <= OFTEN else None),
        },
        label=f"used here{others}",
        severity=severity,
        task=None,
        parties=(party.name,),
        meant=near,
    )


def _do(name: str, near: str | None) -> str:
    return (f"write {near} here, or " if near else "") + f"add {name} to `roles:` or `people:`"


def _reporting(facts: Facts) -> Iterator[Hit]:
    known = _declared_names(facts)
    seen = set()
    for one in facts.reporting:
        for manager in one.reports_to:
            folded = fold(manager)
            if folded not in seen and not _is_known(facts, folded):
                seen.add(folded)
                yield _of_manager(one, manager, suggest(manager, known))


def _is_known(facts: Facts, folded: str) -> bool:
    party = facts.organisation.parties.get(folded)
    return party is not None and (party.declared is not None or bool(party.by) or party.kind != "unknown")


def _of_manager(one: Role | Person, manager: str, near: str | None) -> Hit:
    return Hit(
        one.route,
        words={
            "name": manager,
            "mean": f" — did you mean {near}?" if near else "",
            "do": _do(manager, near),
            "role": one.name,
        },
        label=f"reports to {manager}",
        parties=(one.name, manager),
        meant=near,
    )


def _declared_names(facts: Facts) -> list[str]:
    organisation = facts.organisation
    functions = [f.name for f in organisation.functions.values()]
    return [*(one.name for one in facts.reporting), *functions]


_LOOK: dict[str, Callable[[Facts], Iterator[Hit]]] = {"assignments": _assignments, "reporting": _reporting}
