"""Which rows hang together because their names, or all they say, are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from rolelint.records import NamedTuple
from rolelint.similar.join import Joined, join
from rolelint.similar.unions import Unions
from rolelint.similar.wording import Reading, Text, Wording


class Cluster(NamedTuple):
    """Rows that hang together, in positions of the texts.

    All rows of a clique are alike; a link (two positions of cliques) says that all rows of one are alike to
    all rows of the other. In a `crowd` so many rows are alike that their links were not all looked for.
    """

    members: tuple[int, ...]
    cliques: tuple[tuple[int, ...], ...]
    links: tuple[tuple[int, int], ...]
    crowd: bool

    def size(self) -> int:
        """How many pairs there are at most."""
        inside = sum(len(clique) * (len(clique) - 1) // 2 for clique in self.cliques)
        return inside + sum(len(self.cliques[a]) * len(self.cliques[b]) for a, b in self.links)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every two rows that are alike, each pair once, the earlier row first."""
        found: set[tuple[int, int]] = set()
        for clique in self.cliques:
            found.update(combinations(clique, 2))
        for one, other in self.links:
            found.update((min(a, b), max(a, b)) for a in self.cliques[one] for b in self.cliques[other])
        yield from sorted(found)


def clusters(
    texts: Sequence[Text], readings: Sequence[Reading], wording: Wording, marks: Sequence[str | None] = ()
) -> list[Cluster]:
    """The clusters of two rows or more, in the order of their first row.

    Two rows are alike when their names are, or when both are described and name and description together are,
    or when they bear the same mark (one a text, or None). `readings` are the wording's of the texts.
    """
    by_name = join([reading.record for reading in readings], wording.weights, wording.threshold)
    described = [position for position, text in enumerate(texts) if text.description]
    more = [wording.read_more(texts[position], readings[position]) for position in described]
    by_text = join(more, wording.weights, wording.threshold)
    return _together(len(texts), [by_name, _renumbered(by_text, described), _by_mark(marks)])


def _by_mark(marks: Sequence[str | None]) -> Joined:
    bearers: dict[str, list[int]] = {}
    for position, mark in enumerate(marks):
        if mark is not None:
            bearers.setdefault(mark, []).append(position)
    return Joined({same[0]: same for same in bearers.values() if len(same) > 1}, [], set())


def _renumbered(joined: Joined, positions: Sequence[int]) -> Joined:
    """A join over some of the rows, in positions of all of them."""
    return Joined(
        {positions[first]: [positions[p] for p in same] for first, same in joined.same.items()},
        [(positions[one], positions[other]) for one, other in joined.pairs],
        {positions[first] for first in joined.crowded},
    )


def _together(number: int, joins: Sequence[Joined]) -> list[Cluster]:
    unions = Unions(number)
    for joined in joins:
        for same in joined.same.values():
            for position in same[1:]:
                unions.join(same[0], position)
        for one, other in joined.pairs:
            unions.join(one, other)
    parts: dict[int, _Parts] = {}
    for joined in joins:
        _sort_in(joined, unions, parts)
    crowds = {unions.root(first) for joined in joins for first in joined.crowded}
    return [parts[root].cluster(root in crowds) for root in sorted(parts)]


class _Parts:
    """What one cluster is made of, while it is put together."""

    def __init__(self) -> None:
        self.members: set[int] = set()
        self.cliques: list[tuple[int, ...]] = []
        self.links: list[tuple[int, int]] = []

    def cluster(self, crowd: bool) -> Cluster:
        return Cluster(tuple(sorted(self.members)), tuple(self.cliques), tuple(self.links), crowd)


def _sort_in(joined: Joined, unions: Unions, parts: dict[int, _Parts]) -> None:
    """Add one join's cliques and links to the clusters they belong to; lone rows are left out."""
    clique_of: dict[int, int] = {}
    for first in sorted(joined.same.keys() | set(chain.from_iterable(joined.pairs))):
        same = joined.same.get(first, (first,))
        part = parts.setdefault(unions.root(first), _Parts())
        clique_of[first] = len(part.cliques)
        part.cliques.append(tuple(same))
        part.members.update(same)
    for one, other in joined.pairs:
        parts[unions.root(one)].links.append((clique_of[one], clique_of[other]))
