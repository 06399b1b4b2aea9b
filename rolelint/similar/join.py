"""All pairs of alike records, exactly: a set-similarity join with prefix filtering, in pure Python.

Two records are alike when their kinds are equal, their stages do not contradict each other, one has all of
the other's name, and the weight of the tokens they share is at least the threshold's part of the weight of
all their tokens.

Tokens are ranked rare first. Two sets that share enough weight share at least `level` tokens in their
first few, so each pair meets under a combination of that many rare tokens, and combinations are far rarer
than tokens: that keeps growth near linear (the "l-prefix" of AdaptJoin, Wang, Li and Feng, 2012).

Most records are like no other, so all that is done for every one of them is done in as few steps as may be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, combinations

from rolelint.records import NamedTuple
from rolelint.similar.named import by_names
from rolelint.similar.planning import Plan, planner
from rolelint.similar.postings import Long, Posted
from rolelint.similar.share import Share
from rolelint.similar.unions import Unions

FEW = 4
"""So few records of a kind are compared each with each."""
Key = tuple[int, ...]
"""A few ranks that stand in one record together."""


class Record(NamedTuple):
    """What of a text is compared.

    Only records of equal `kind` can be alike. `stages` is a set of bits: two records that both have some are
    alike only when they share one. `name` is some of the tokens; of two records, one must have all of the
    other's name among its tokens. No name asks for nothing.
    """

    tokens: frozenset[int]
    kind: int = 0
    stages: int = 0
    name: frozenset[int] = frozenset()


class Joined(NamedTuple):
    """What a join found, in positions of the records it was given.

    `same` has the positions of equal records, where there are several, by their first one. `pairs` are of
    first positions of different records, the smaller first. `crowded` names first positions inside a crowd,
    where pairs are left out: so many alike records that listing the pairs would help nobody. All members of a
    crowd hang together, and no pair that is listed is ever untrue.
    """

    same: dict[int, list[int]]
    pairs: list[tuple[int, int]]
    crowded: set[int]


def join(records: Sequence[Record], weights: Sequence[int], threshold: Share) -> Joined:
    """All alike records. `weights[token]` is a positive whole number; a record without tokens has no pair."""
    joined = Joined({}, [], set())
    firsts: dict[Record, int] = {}
    by_kind: dict[int, list[int]] = {}
    for position, record in enumerate(records):
        tokens, kind, _, _ = record
        if not tokens:
            continue
        first = firsts.setdefault(record, position)
        if first == position:
            by_kind.setdefault(kind, []).append(position)
        else:
            joined.same.setdefault(first, [first]).append(position)
    waiting = []
    for positions in by_kind.values():
        pairs = by_names(records, positions, weights, threshold) if len(positions) > 1 else []
        if pairs is None:
            waiting.append(positions)
        else:
            joined.pairs.extend(pairs)
    ranking = _Ranking(firsts if waiting else (), weights)
    for positions in waiting:
        _Join(records, positions, ranking, threshold, _level(len(positions)), joined).run()
    joined.pairs.sort()
    return joined


def _level(number: int) -> int:
    """How many shared rare tokens to ask for, so that few of many records meet by chance."""
    return 2 if number < 2_000 else 3 if number < 300_000 else 4


class _Ranking:
    """Tokens by how rare they are, the heaviest before all lighter ones. A rank is a position in that order.

    The ranks below `shared` are those of heavy tokens that stand in one record alone, those from `light` on
    are of lighter tokens.
    """

    def __init__(self, records: Iterable[Record], weights: Sequence[int]) -> None:
        seen = Counter(chain.from_iterable([record.tokens for record in records]))
        self.heaviest = max(map(weights.__getitem__, seen), default=1)
        order = sorted(sorted(seen), key=seen.__getitem__)
        heavy = [token for token in order if weights[token] == self.heaviest]
        order = [*heavy, *(token for token in order if weights[token] < self.heaviest)]
        self.of = {token: rank for rank, token in enumerate(order)}
        self.weights = [weights[token] for token in order]
        self.lighter = max(self.weights[len(heavy) :], default=1)
        self.shared, self.light = [*map(seen.__getitem__, heavy)].count(1), len(heavy)


_Met = tuple[int, Callable[[Iterable[Key]], bool], dict[Key, Posted], int | None]
"""How many ranks are combined, whether none of several keys is posted, what is, and where the ranks end."""
_Ways = tuple[list[_Met], int | None]
"""How a row is met, and where the ranks end whose combinations it is posted under."""

Row = tuple[int, int, list[int]]
"""A record ready to be compared: its weight, its position, and its tokens as ranks, rare first."""


class _Join:
    """One kind's records, met one after the other, the light ones first; each has a number from 1 on."""

    def __init__(
        self,
        records: Sequence[Record],
        positions: Sequence[int],
        ranking: _Ranking,
        threshold: Share,
        level: int,
        joined: Joined,
    ) -> None:
        self.records, self.ranking, self.joined = records, ranking, joined
        self.part, self.whole = threshold.numerator, threshold.denominator
        self.plan = planner(threshold, level, ranking.heaviest).plan
        self.waiting = self._by_weight(positions)
        self.rows: list[Row] = [(0, 0, [])]
        self.unions = Unions(len(positions) + 1)
        self.few = len(positions) <= FEW
        self.postings: list[dict[Key, Posted]] = [{} for _ in range(level + 1)]

    def run(self) -> None:
        """Add all alike pairs of these records to `joined`."""
        if self.few:
            self.rows += chain.from_iterable(self.waiting.values())
            for number in range(2, len(self.rows)):
                self._verify(number, 0, range(1, number))
            return
        for weight in sorted(self.waiting):
            first = len(self.rows)
            self.rows += self.waiting[weight]
            self._meet_all(first, self.waiting[weight], self.plan(weight))

    def _by_weight(self, positions: Iterable[int]) -> dict[int, list[Row]]:
        records, ranking = self.records, self.ranking
        rank, weigh, heaviest = ranking.of.__getitem__, ranking.weights.__getitem__, ranking.heaviest
        light = ranking.light
        found: dict[int, list[Row]] = {}
        for position in positions:
            ranks = sorted(map(rank, records[position][0]))
            weight = len(ranks) * heaviest if ranks[-1] < light else sum(map(weigh, ranks))
            found.setdefault(weight, []).append((weight, position, ranks))
        return found

    def _meet_all(self, first: int, rows: Iterable[Row], plan: Plan) -> None:
        """Compare rows of one weight, the first of which has that number, with all that come before them."""
        shared, light, level = self.ranking.shared, self.ranking.light, plan.post.level
        postings, known_ways = self.postings[level], dict[int, _Ways]()
        for number, (_, _, known) in enumerate(rows, first):
            lights = 0 if known[-1] < light else len(known) - bisect_left(known, light)
            ranks = known if known[0] >= shared else known[bisect_left(known, shared) :]
            if lights not in known_ways:
                known_ways[lights] = self._ways(plan, lights)
            ways, end = known_ways[lights]
            met: list[Posted] = []
            for way, are_new, posted, until in ways:
                if not are_new(combinations(ranks[:until], way)):
                    met += filter(None, map(posted.get, combinations(ranks[:until], way)))
            keys = combinations(ranks[:end], level)
            if met:
                self._meet(number, plan.least, met)
                self._post(number, level, keys)
            else:
                for key in keys:
                    postings[key] = number

    def _ways(self, plan: Plan, lights: int) -> _Ways:
        """How rows of so many light tokens are met, and where the prefix ends under which they are posted."""
        weights = lights, self.ranking.lighter, self.ranking.heaviest
        ways = [(way, self.postings[way.level]) for way in plan.meet]
        met = [(way.level, posted.keys().isdisjoint, posted, way.end(*weights)) for way, posted in ways]
        return met, plan.post.end(*weights)

    def _meet(self, number: int, lightest: int, found: Iterable[Posted]) -> None:
        """Compare a row with the earlier ones that share a combination with it."""
        met: set[int] = set()
        long: list[Long] = []
        for posted in found:
            if isinstance(posted, int):
                met.add(posted)
            elif isinstance(posted, list):
                met.update(posted)
            else:
                long.append(posted)
        self._verify(number, lightest, met)
        for each in long:
            self._verify_long(number, lightest, met, each)

    def _post(self, number: int, level: int, keys: Iterable[Key]) -> None:
        """Let heavier rows meet this one, which met some itself."""
        postings = self.postings[level]
        for key in keys:
            posted = postings.setdefault(key, number)
            if isinstance(posted, list):
                posted.append(number)
                if len(posted) >= Long.FROM:
                    postings[key] = long = Long(self.unions)
                    for each in posted:
                        long.add(each, *self._traits(each))
            elif isinstance(posted, Long):
                posted.add(number, *self._traits(number))
            elif posted != number:
                postings[key] = [posted, number]

    def _verify(self, number: int, lightest: int, met: Iterable[int]) -> None:
        """Judge a row with those of the others that may share enough."""
        rows, (own, _, ranks) = self.rows, self.rows[number]
        both = frozenset(ranks).intersection
        part, enough = self.part, self.ranking.heaviest * (self.part + self.whole)
        for each in met:
            weight, _, others = rows[each]
            if weight >= lightest:
                shared = both(others)
                if len(shared) * enough >= part * (own + weight):
                    self._judge(number, each, shared)

    def _verify_long(self, number: int, lightest: int, met: set[int], long: Long) -> None:
        """As `_verify`, but a run whose members hang together is left once the row hangs with them."""
        for run in long.compatible(*self._traits(number)):
            for each in reversed(run.members):
                if run.together and self.unions.joined(number, run.members[0]):
                    if not met.issuperset(run.members):
                        self.joined.crowded.add(self.rows[number][1])
                    break
                if each not in met:
                    met.add(each)
                    self._verify(number, lightest, (each,))

    def _traits(self, number: int) -> tuple[int, int, list[int]]:
        """What a long list is sorted by: the stages, the rarest token of the name (-1: none), and all."""
        _, position, ranks = self.rows[number]
        record = self.records[position]
        return record.stages, min(map(self.ranking.of.__getitem__, record.name), default=-1), ranks

    def _judge(self, number: int, met: int, shared: Iterable[int]) -> None:
        """Whether two rows that share these tokens are alike; if so, a pair is found."""
        (first, low, _), (second, high, _) = self.rows[met], self.rows[number]
        one, other = self.records[low], self.records[high]
        if one.stages and other.stages and not one.stages & other.stages:
            return
        if not (one.name <= other.tokens or other.name <= one.tokens):
            return
        weight = sum(map(self.ranking.weights.__getitem__, shared))
        if weight * (self.part + self.whole) >= self.part * (first + second):
            self.joined.pairs.append((low, high) if low < high else (high, low))
            self.unions.join(number, met)
