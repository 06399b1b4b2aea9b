"""One piece of work written down twice: under one owner, or under two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rolelint.areas import Areas
from rolelint.facts import Facts, owner_function
from rolelint.finding import Hit, Mark, Severity
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Assignment, Task
from rolelint.words import fold, listed

MOST = 40
"""A task is compared with so many earlier ones of its name that differ in owner, area, days or section."""


class _Pair(NamedTuple):
    first: Task
    second: Task
    relation: str
    exact: bool
    """Whether the names, or the identifiers, are equal as they stand."""
    apart: bool
    """Whether they stand in different sections of one table."""


def same_task(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks that are called the same and hold in a common area and at a common time.

    `owners` says which: `same` (an accountable in common), `two-functions` (each side of one known function,
    and not the same), or `different` (any other two). Shared tasks, and tasks of different stages or kinds,
    are left alone. Names that differ in inflection, order or small words, descriptions that differ, and
    different sections of one table make the hit one step milder. `ceiling` is the rule's own severity.
    """
    areas = Areas(facts.organisation.area_within)
    for group in facts.alike:
        for pair in _pairs(facts, group, areas):
            if pair.relation == options["owners"]:
                yield _hit(facts, pair, areas, _severity(pair, options.get("ceiling", "warning")))


def _pairs(facts: Facts, group: Sequence[Task], areas: Areas) -> Iterator[_Pair]:
    """Each task with the first earlier one that it repeats, those with other owners before the same one."""
    seen: dict[object, Task] = {}
    for task in group:
        if task.shared is not None or not _owners(facts, task):
            continue
        found = [pair for earlier in seen.values() if (pair := _pair(facts, earlier, task, areas))]
        if found:
            yield min(found, key=lambda pair: pair.relation == "same")
        if len(seen) < MOST:
            seen.setdefault(_nature(facts, task), task)


def _nature(facts: Facts, task: Task) -> object:
    """What two tasks of one name may differ in; of those that do not, one is enough to compare with."""
    owners = frozenset(a.party for a in _owners(facts, task))
    area = tuple(sorted(task.area.items()))
    traits = tuple(task.traits.get(t, ()) for t in ("stage", "kind"))
    return owners, area, traits, task.since, task.until, task.section, task.route.document


def _owners(facts: Facts, task: Task) -> tuple[Assignment, ...]:
    """The accountable; where the document's letters cannot say it, the responsible."""
    return task.holding(ACCOUNTABLE) or (
        () if facts.can_say(task, ACCOUNTABLE) else task.holding(RESPONSIBLE)
    )


def _pair(facts: Facts, first: Task, second: Task, areas: Areas) -> _Pair | None:
    """How two tasks of one name relate; None where they may well stand beside each other."""
    if not areas.meet(first, second) or _differ(first, second, "stage") or _differ(first, second, "kind"):
        return None
    relation = _relation(facts, first, second)
    apart = first.route.document == second.route.document and first.section != second.section
    if relation == "same" and (apart or first.area != second.area or _dates(first) != _dates(second)):
        return None
    told_apart = None not in (first.description, second.description) and (
        fold(first.description or "") != fold(second.description or "")
    )
    exact = fold(first.name) == fold(second.name) or _same_identifier(first, second)
    return _Pair(first, second, relation, exact and not told_apart, apart)


def _differ(first: Task, second: Task, trait: str) -> bool:
    one, other = first.traits.get(trait), second.traits.get(trait)
    return bool(one and other) and set(one or ()).isdisjoint(other or ())


def _dates(task: Task) -> tuple[str | None, str | None]:
    return task.since, task.until


def _same_identifier(first: Task, second: Task) -> bool:
    one, other = first.identifier, second.identifier
    return one is not None and other is not None and fold(one) == fold(other)


def _relation(facts: Facts, first: Task, second: Task) -> str:
    parties = {a.party for a in _owners(facts, first)}
    if any(a.party in parties for a in _owners(facts, second)):
        return "same"
    one, other = owner_function(first), owner_function(second)
    return "two-functions" if one is not None and other is not None and one != other else "different"


def _severity(pair: _Pair, ceiling: Severity) -> Severity | None:
    if pair.exact and not pair.apart:
        return None
    return "warning" if ceiling == "error" and not pair.apart else "info"


def _hit(facts: Facts, pair: _Pair, areas: Areas, severity: Severity | None) -> Hit:
    first, second = pair.first, pair.second
    one, other = (listed(_names(facts, task)) for task in (first, second))
    where = areas.common(first, second)
    alike = "" if fold(first.name) == fold(second.name) else f' (also called "{first.name}")'
    return Hit(
        second.route,
        words={
            "task": second.name,
            "also": alike,
            "first": one,
            "second": other,
            "first_function": owner_function(first) or one,
            "second_function": owner_function(second) or other,
            "where": f" in {where}" if where else "",
        },
        label=f"{other} is accountable here",
        marks=(Mark(first.route, f"{one} is accountable here"),),
        severity=severity,
        task=second.name,
        parties=tuple(dict.fromkeys(a.party.name for t in (first, second) for a in _owners(facts, t))),
    )


def _names(facts: Facts, task: Task) -> list[str]:
    return list(dict.fromkeys(a.name for a in _owners(facts, task)))
