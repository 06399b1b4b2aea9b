"""Alike records that go by their names: where few of these have a word in common, each is looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rolelint.similar.share import Share

if TYPE_CHECKING:
    from rolelint.similar.join import Record

ROWS, MOST = 2_000, 32
"""Of so many records, and so many names with a token in common, each is looked for; more are slower than a
join."""

_Sought = Mapping[int, Sequence[tuple[int, frozenset[int]]]]
"""Token -> the names, each with its position, that are looked for where the token stands."""


def by_names(
    records: Sequence[Record], positions: Sequence[int], weights: Sequence[int], threshold: Share
) -> list[tuple[int, int]] | None:
    """All alike pairs of these different records of one kind, the smaller position first.

    One of the two has all of the other's name, so each name is looked for in all records. None where that
    would take long, or a record has no name.
    """
    names = [(position, records[position][3]) for position in positions[:ROWS]]
    if len(positions) > ROWS or not all(name for _, name in names):
        return None
    sought = _by_rarest(names)
    if any(len(same) > MOST for same in sought.values()):
        return None
    part, enough = threshold.numerator, threshold.numerator + threshold.denominator
    weigh, weight_of, found = weights.__getitem__, dict[int, int](), []
    for pair in _meetings(records, positions, sought):
        for each in pair:
            if each not in weight_of:
                weight_of[each] = sum(map(weigh, records[each][0]))
        (tokens, _, stages, _), (others, _, needed, _) = records[pair[0]], records[pair[1]]
        shared = sum(map(weigh, tokens & others))
        whole = weight_of[pair[0]] + weight_of[pair[1]]
        if shared * enough >= part * whole and (not stages or not needed or stages & needed):
            found.append(pair)
    return found


def _by_rarest(names: Sequence[tuple[int, frozenset[int]]]) -> _Sought:
    """Names by the token of each that stands in the fewest."""
    seen = Counter(chain.from_iterable([name for _, name in names]))
    sought: dict[int, list[tuple[int, frozenset[int]]]] = {}
    for each in names:
        sought.setdefault(min(each[1], key=seen.__getitem__), []).append(each)
    return sought


def _meetings(
    records: Sequence[Record], positions: Sequence[int], sought: _Sought
) -> Iterator[tuple[int, int]]:
    """Every two records of which one has all of the other's name, each pair once, the smaller first."""
    asked, met = frozenset(sought), set[tuple[int, int]]()
    for position in positions:
        tokens = records[position][0]
        for token in tokens & asked:
            for other, name in sought[token]:
                if other != position and name <= tokens:
                    met.add((position, other) if position < other else (other, position))
    return iter(met)
