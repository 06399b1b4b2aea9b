"""Two pieces of work that one party must not hold together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.areas import Areas
from rolelint.facts import Facts
from rolelint.finding import Hit, Mark, Severity
from rolelint.kinds.hits import severity
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Party, Task
from rolelint.records import NamedTuple
from rolelint.similar import Keys
from rolelint.words import Learnt, chunks, listed

Groups = list[frozenset[str]]
Sides = tuple[list[Task], list[Task]]
_NONE: frozenset[str] = frozenset()
MOST = 200
"""So many tasks of one side are compared with so many of the other."""


class _Pair(NamedTuple):
    one: Groups
    other: Groups
    why: str


def segregation(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Parties that do or answer for a task of each side of one of `pairs`, where and when both hold.

    A pair is `{one, other, why}`; a side is a list of texts, and a task is of it when all words of one text
    stand in its name, in any order and inflection. One hit a pair of tasks, naming all such parties.
    Information where the parties are functions, or below `headcount` people, who cannot all be kept apart.
    """
    keys = Keys()
    pairs = [
        _Pair(_groups(keys, pair["one"]), _groups(keys, pair["other"]), pair["why"])
        for pair in options["pairs"]
    ]
    sides = _sides(facts, keys, pairs)
    areas = Areas(facts.organisation.area_within)
    for pair, (ones, others) in zip(pairs, sides, strict=True):
        for one, other in _meetings(ones[:MOST], others[:MOST], areas):
            both = [party for party in _holders(one) if party in _holders(other)]
            if both:
                yield _hit(one, other, both, pair.why, _severity(facts, options, both))


def _groups(keys: Keys, texts: Sequence[str]) -> Groups:
    return [frozenset(keys.stems(text)) for text in texts]


def _sides(facts: Facts, keys: Keys, pairs: Sequence[_Pair]) -> list[Sides]:
    """For each pair the tasks of its one side and those of its other; no task is of both."""
    found: list[Sides] = [([], []) for _ in pairs]
    groups = [group for pair in pairs for group in (*pair.one, *pair.other)]
    sought, fewest = _NONE.union(*groups), min(map(len, groups), default=1)
    said = [chunks(task.name) for task in facts.organisation.tasks]
    heard = {chunk: sought.intersection(keys.stems(chunk)) for chunk in set[str]().union(*said)}
    heard = {chunk: stems for chunk, stems in heard.items() if stems}
    sides = Learnt(lambda stems: list(_sides_of(stems, pairs, found)))
    for task, pieces in zip(facts.organisation.tasks, said, strict=True):
        if heard.keys().isdisjoint(pieces):  # most of them
            continue
        stems = _NONE.union(*[heard[piece] for piece in pieces if piece in heard])
        if len(stems) >= fewest:
            for side in sides[stems]:
                side.append(task)
    return found


def _sides_of(stems: frozenset[str], pairs: Sequence[_Pair], found: Sequence[Sides]) -> Iterator[list[Task]]:
    """Where tasks that say this much belong: to one side of a pair, or to none."""
    for pair, (ones, others) in zip(pairs, found, strict=True):
        is_one, is_other = _is_of(stems, pair.one), _is_of(stems, pair.other)
        if is_one != is_other:
            yield ones if is_one else others


def _is_of(stems: frozenset[str], groups: Groups) -> bool:
    return any(group <= stems for group in groups)


def _meetings(ones: list[Task], others: list[Task], areas: Areas) -> Iterator[tuple[Task, Task]]:
    for one in ones:
        for other in others:
            if areas.meet(one, other):
                yield one, other


def _holders(task: Task) -> dict[Party, str]:
    """Who does the task or answers for it, with the name written there."""
    return {a.party: a.name for a in task.assignments if a.duty in (RESPONSIBLE, ACCOUNTABLE)}


def _severity(facts: Facts, options: Mapping[str, Any], both: Sequence[Party]) -> Severity | None:
    headcount = facts.organisation.headcount
    few = headcount is not None and headcount < options.get("headcount", 0)
    if few or all(party.kind == "function" for party in both):
        return "info"
    return severity(facts, options)


def _hit(one: Task, other: Task, both: Sequence[Party], why: str, grade: Severity | None) -> Hit:
    written = [_holders(other)[party] for party in both]
    return Hit(
        other.route,
        words={
            "task": other.name,
            "other": one.name,
            "parties": listed(written),
            "holds": "holds" if len(both) == 1 else "hold",
            "why": why,
        },
        label=f"with {listed(written)}",
        marks=(Mark(one.route, "and so is this"),),
        severity=grade,
        task=other.name,
        parties=tuple(party.name for party in both),
    )
