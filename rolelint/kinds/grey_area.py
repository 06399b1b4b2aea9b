"""Contested work that lacks what keeps it from being quarrelled over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit
from rolelint.organisation.model import ACCOUNTABLE, INFORMED, Assignment, Handoff, Organisation, Task
from rolelint.words import Learnt, fold, listed

_PARTS = ("when", "artefact", "within", "back_to")
"""What a handoff says in full; a large organisation is asked for all of it."""


Owners = tuple[Assignment, ...]


def grey_area(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks of a grey area that lack one accountable party, the other function, or a written handoff.

    Never says whose the work is; any one function may answer for it. Where the organisation has only one of
    the functions there is nobody to agree with, and work that nobody owns is another rule's: both are silent.
    So are owners that the area does not ask (`asked`) or whom the policy named by its `policy` has chosen.
    """
    present, sides_of = _present(facts.organisation), Learnt(lambda area: _sides(facts, area))
    for task, verdict in facts.by_rule.get(rule, ()):
        sides = sides_of[verdict.area]
        owners = task.owners() if verdict.outcome == "grey" and sides <= present else ()
        if owners and not _settled(facts, owners, verdict.area):
            told = facts.lexicon.areas[verdict.area].get("told", False)
            missing = [
                *_several(owners),
                *_unnamed(task, owners, sides, told=told),
                *_handoff(facts.organisation, task),
            ]
            if missing:
                yield _hit(facts, task, owners, verdict.area, missing)


def _sides(facts: Facts, area: str) -> frozenset[str]:
    """The functions that an area lies between."""
    between = facts.lexicon.areas.get(area, {}).get("between")
    return facts.lexicon.functions if between is None else frozenset(between)


def _settled(facts: Facts, owners: Owners, area: str) -> bool:
    """Whether these owners may hold the work unasked."""
    about = facts.lexicon.areas[area]
    functions = {function for owner in owners for function in functions_of(owner.party)}
    if "asked" in about and functions.isdisjoint(about["asked"]):
        return True
    return not functions.isdisjoint(facts.chosen.get(about.get("policy", ""), ()))


def _present(organisation: Organisation) -> set[str]:
    """The functions of all parties of the organisation."""
    return {function for party in organisation.parties.values() for function in functions_of(party)}


def _several(owners: Owners) -> Iterator[str]:
    if len(owners) > 1 and owners[0].duty == ACCOUNTABLE:
        yield "one accountable instead of several"


def _unnamed(task: Task, owners: Owners, sides: frozenset[str], *, told: bool) -> Iterator[str]:
    """The side that neither works on the task nor is asked; being told is enough only with `told`.

    An owner outside both sides is fine as long as one of them is named.
    """
    named = {f for a in task.assignments if told or a.duty != INFORMED for f in functions_of(a.party)}
    named |= {fold(name) for h in task.handoffs for name in (h.giver, h.taker) if name}
    lacking = sorted(sides - named)
    duties = "responsible, supporting" + (", consulted or informed" if told else " or consulted")
    if len(lacking) == len(sides):
        yield f"{' or '.join(lacking)} as {duties}"
    elif lacking and not _neutral(owners, sides):
        yield f"{lacking[0]} as {duties}"


def _neutral(owners: Owners, sides: frozenset[str]) -> bool:
    """Whether none of the owners belongs to one of the sides."""
    return all(sides.isdisjoint(functions_of(owner.party)) for owner in owners)


def _handoff(organisation: Organisation, task: Task) -> Iterator[str]:
    if task.shared is not None and (task.shared.handoff or task.shared.tie_break):
        return
    if not task.handoffs:
        yield "a written handoff"
    elif organisation.profile == "enterprise":
        lacking = _lacking(task.handoffs)
        if lacking:
            yield f"in the handoff: {listed(lacking)}"


def _lacking(handoffs: tuple[Handoff, ...]) -> list[str]:
    return [part for part in _PARTS if not any(getattr(handoff, part) for handoff in handoffs)]


def _hit(facts: Facts, task: Task, owners: Owners, area: str, missing: list[str]) -> Hit:
    about = facts.lexicon.areas[area]
    calm = facts.organisation.profile == "startup" or "asked" in about
    return Hit(
        task.route,
        words={
            "task": task.name,
            "area": about["title"],
            "missing": listed(missing),
            "artefact": about["artefact"],
            "usual": about["usual"],
        },
        label=f"a grey area: {about['title']}",
        severity="info" if calm else None,
        task=task.name,
        parties=tuple([owner.name for owner in owners]),
        notes=tuple(_notes(about, owners)),
    )


def _notes(about: Mapping[str, Any], owners: Owners) -> Iterator[str]:
    yield f"usual: {about['usual']}"
    functions = sorted({function for owner in owners for function in functions_of(owner.party)})
    if "policy" in about and functions:
        yield f"if it is meant so, say it once: `policy: {{{about['policy']}: {functions[0]}}}`"
