"""Who is set against whom in the overlap map: functions, or parties where the functions are not known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from rolelint.facts import Facts, functions_of
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Party, Task
from rolelint.overlap.called import Names
from rolelint.overlap.figures import Map, Overlap, Pair, Reason
from rolelint.overlap.topics import WHY
from rolelint.overlap.turf import quarrels

MOST = 16
"""So many groups a map can hold and still be read."""

By = Literal["function", "party"]


class Groups:
    """The groups of the map, the most involved first."""

    def __init__(self, facts: Facts, names: Names) -> None:
        self._names = names
        self.by: By = "function" if _known(facts) else "party"
        held: Counter[str] = Counter()
        for task in facts.organisation.tasks:
            keys = dict.fromkeys(self._key(party) for party in workers(task))
            held.update(key for key in keys if key)
        self.names = tuple(key for key, _ in held.most_common(MOST))
        self.left_out = len(held) - len(self.names)
        self._number = {key: number for number, key in enumerate(self.names)}

    def of(self, parties: Iterable[Party]) -> tuple[int, ...]:
        """The groups of some parties, each once, in order; groups that are left out are none."""
        found = {self._number[key] for party in parties if (key := self._key(party)) in self._number}
        return tuple(sorted(found))

    def number(self, name: str) -> int | None:
        """The number of a group by its name."""
        return self._number.get(name)

    def _key(self, party: Party) -> str:
        if self.by == "party":
            return self._names(party)
        functions = functions_of(party)
        return functions[0] if len(functions) == 1 else ""


def _known(facts: Facts) -> bool:
    """Whether at least two functions hold work, and most holders of work belong to one."""
    holders = [party for task in facts.organisation.tasks for party in workers(task)]
    functions = [functions_of(party) for party in holders]
    known = [each[0] for each in functions if len(each) == 1]
    return len(set(known)) > 1 and len(known) * 2 > len(holders)


def workers(task: Task) -> list[Party]:
    """Those who answer for a task or do it, each once."""
    held = [a.party for a in task.assignments if a.duty in (ACCOUNTABLE, RESPONSIBLE)]
    return list(dict.fromkeys(held))


def drawn(
    facts: Facts,
    groups: Groups,
    held: Sequence[tuple[int, ...]],
    claims: Sequence[Overlap],
    excused: set[int],
) -> Map:
    """The map. `held` has the groups of each row; `excused` are rows whose overlap the matrix answers for."""
    reasons = _by_function(facts, groups, excused) if groups.by == "function" else _by_party(claims)
    together: dict[tuple[int, int], list[int]] = defaultdict(list)
    own = [0] * len(groups.names)
    for row, members in enumerate(held):
        if len(members) == 1:
            own[members[0]] += 1
        for pair in combinations(members, 2):
            together[pair].append(row)
    pairs = []
    for key in sorted({*reasons, *together}):
        contested = {row for reason in reasons.get(key, ()) for row in reason.rows}
        peace = tuple(row for row in together.get(key, ()) if row not in contested)
        pairs.append(Pair(key, tuple(reasons.get(key, ())), peace))
    pairs.sort(key=lambda pair: (-pair.points, -len(pair.rows), -len(pair.together), pair.groups))
    return Map(groups.by, groups.names, tuple(own), tuple(pairs), groups.left_out)


Reasons = dict[tuple[int, int], list[Reason]]


def _by_function(facts: Facts, groups: Groups, excused: set[int]) -> Reasons:
    row_of = {task: number for number, task in enumerate(facts.organisation.tasks)}
    found: Reasons = {}
    for quarrel in quarrels(facts):
        one, other = (groups.number(function) for function in quarrel.functions)
        if one is None or other is None:
            continue
        made = [
            Reason(WHY[reason.why], reason.points, rows)
            for reason in quarrel.reasons
            if not excused.issuperset(rows := tuple(sorted(row_of[task] for task in reason.tasks)))
        ]
        if made:
            found[min(one, other), max(one, other)] = made
    return found


def _by_party(claims: Iterable[Overlap]) -> Reasons:
    found: Reasons = defaultdict(list)
    for claim in claims:
        for pair in combinations(claim.groups, 2):
            found[pair].append(Reason(claim.why, claim.points, claim.rows))
    return found
