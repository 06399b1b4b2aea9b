"""All pairs of alike records, exactly: a set-similarity join with prefix filtering, in pure Python.

Two records are alike when their kinds are equal, their stages do not contradict each other, one has all of
the other's name, and the weight of the tokens they share is at least the threshold's part of the weight of
all their tokens.

Tokens are ranked rare first. Two sets that share enough weight share at least `level` tokens in their
first few, so each pair meets under a combination of that many rare tokens, and combinations are far rarer
than tokens: that keeps growth near linear (the "l-prefix" of AdaptJoin, Wang, Li and Feng, 2012).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from math import comb

from rolelint.records import NamedTuple
from rolelint.similar.postings import Long, Postings
from rolelint.similar.share import Share
from rolelint.similar.unions import Unions

Tokens = tuple[int, ...]
_NONE: frozenset[int] = frozenset()
COMBINATIONS = {2: 2_000, 3: 200, 4: 200}
"""A row is found under so many combinations of its tokens at most, by how many are combined. Of a long text
many tokens at a time have too many combinations, and single ones meet too many rows."""


class Record(NamedTuple):
    """What of a text is compared.

    `tokens` are sorted and distinct. Only records of equal `kind` can be alike. `stages` is a set of bits:
    two records that both have some are alike only when they share one. `name` is some of the tokens; of two
    records, one must have all of the other's name among its tokens. No name asks for nothing.
    """

    tokens: Tokens
    kind: int = 0
    stages: int = 0
    name: Tokens = ()


class Joined(NamedTuple):
    """What a join found, in positions of the records it was given.

    `same` has the positions of equal records, by their first one. `pairs` are of first positions of
    different records, the smaller first. `crowded` names first positions inside a crowd, where pairs are
    left out: so many alike records that listing the pairs would help nobody. All members of a crowd hang
    together, and no pair that is listed is ever untrue.
    """

    same: dict[int, list[int]]
    pairs: list[tuple[int, int]]
    crowded: set[int]


def join(records: Sequence[Record], weights: Sequence[int], threshold: Share) -> Joined:
    """All alike records. `weights[token]` is a positive whole number; a record without tokens has no pair."""
    same: dict[Record, list[int]] = {}
    for position, record in enumerate(records):
        if record.tokens:
            same.setdefault(record, []).append(position)
    joined = Joined({positions[0]: positions for positions in same.values()}, [], set())
    by_kind: dict[int, list[int]] = {}
    for record, positions in same.items():
        by_kind.setdefault(record.kind, []).append(positions[0])
    ranking = _Ranking(records, joined.same, weights)
    for firsts in by_kind.values():
        if len(firsts) > 1:
            _Join(records, firsts, ranking, threshold, _level(len(firsts)), joined).run()
    joined.pairs.sort()
    return joined


def _level(number: int) -> int:
    """How many shared rare tokens to ask for, so that few of many records meet by chance."""
    return 2 if number < 2_000 else 3 if number < 300_000 else 4


class _Ranking:
    """Tokens by how rare they are. A rank is a token's position in that order."""

    def __init__(
        self, records: Sequence[Record], positions: dict[int, list[int]], weights: Sequence[int]
    ) -> None:
        seen: Counter[int] = Counter()
        for position in positions:
            seen.update(records[position].tokens)
        order = sorted(seen, key=lambda token: (seen[token], token))
        self.of = {token: rank for rank, token in enumerate(order)}
        self.weights = [weights[token] for token in order]
        self.heaviest = max(self.weights, default=1)


class _Row(NamedTuple):
    """A record ready to be compared, its tokens as ranks, rare first."""

    position: int
    ranks: Tokens
    tokens: frozenset[int]
    weight: int
    stages: int
    name: frozenset[int]

    def rarest(self) -> int:
        """The rarest token of the name; -1 where none is asked for."""
        return min(self.name, default=-1)


class _Plan(NamedTuple):
    """How rows of one weight are met: nothing here depends on their tokens.

    A partner no heavier weighs and shares `least` or more, and is found at one of the levels of `meet`. A row
    of few tokens cannot be asked to share many, and one of many tokens has too many combinations of them, so
    it is posted at the level `post`. With each level comes the weight that its prefix may leave out.
    """

    least: int
    meet: tuple[tuple[int, int], ...]
    post: tuple[int, int]


class _Planner:
    """The plan for each weight. `level` is how many shared tokens to ask for where that is cheap."""

    def __init__(self, threshold: Share, level: int, heaviest: int) -> None:
        self.part, self.whole = threshold.numerator, threshold.denominator
        self.level, self.heaviest = level, heaviest
        self.plan = cache(self._plan)
        self.level_for = cache(self._level_for)

    def _plan(self, weight: int) -> _Plan:
        least, own = self._least(weight), self.level_for(weight)
        met = sorted({self.level_for(lighter) for lighter in range(least, weight + 1)})
        return _Plan(
            least,
            tuple((at, self._spare(least, at)) for at in met),
            (own, self._spare(self._by_equals(weight), own)),
        )

    def _level_for(self, weight: int) -> int:
        """At which level a row of this weight is posted: never more than what it shares with any partner."""
        level = min(self.level, -(-self._least(weight) // self.heaviest))
        while level > 1 and self._combinations(weight, level) > COMBINATIONS[level]:
            level -= 1
        return level

    def _combinations(self, weight: int, level: int) -> int:
        """Under how many combinations a row of this weight is posted, if all its tokens are heavy ones."""
        kept = weight - self._spare(self._by_equals(weight), level)
        return comb(-(-kept // self.heaviest), level)

    def _least(self, weight: int) -> int:
        """What a row of this weight shares at least with a partner that is no heavier."""
        return -(-self.part * weight // self.whole)

    def _by_equals(self, weight: int) -> int:
        """What it shares at least with a partner that is no lighter."""
        return -(-2 * self.part * weight // (self.part + self.whole))

    def _spare(self, shared: int, level: int) -> int:
        """The weight that a prefix may leave out and still hold `level` of the tokens shared."""
        return shared - 1 - (level - 1) * self.heaviest


class _Join:
    """One kind's records, met one after the other, the light ones first."""

    def __init__(
        self,
        records: Sequence[Record],
        positions: Sequence[int],
        ranking: _Ranking,
        threshold: Share,
        level: int,
        joined: Joined,
    ) -> None:
        self.ranking, self.joined, self.threshold = ranking, joined, threshold
        self.plan = _Planner(threshold, level, ranking.heaviest).plan
        self.rows = sorted((self._row(p, records[p]) for p in positions), key=lambda row: row.weight)
        self.unions = Unions(len(self.rows))
        self.postings: list[Postings] = [{} for _ in range(level + 1)]

    def run(self) -> None:
        """Add all alike pairs of these records to `joined`."""
        for number, row in enumerate(self.rows):
            plan = self.plan(row.weight)
            self._meet(number, row, plan)
            self._post(number, row, *plan.post)

    def _row(self, position: int, record: Record) -> _Row:
        ranks = sorted(map(self.ranking.of.__getitem__, record.tokens))
        weight = sum(map(self.ranking.weights.__getitem__, ranks))
        name = frozenset(map(self.ranking.of.__getitem__, record.name)) if record.name else _NONE
        return _Row(position, tuple(ranks), frozenset(ranks), weight, record.stages, name)

    def _prefix(self, ranks: Tokens, spare: int) -> Tokens:
        """The ranks but for the last few that together weigh no more than may be spared."""
        weights = self.ranking.weights
        end = len(ranks)
        while end and (spare := spare - weights[ranks[end - 1]]) >= 0:
            end -= 1
        return ranks[:end]

    def _meet(self, number: int, row: _Row, plan: _Plan) -> None:
        """Compare a row with the earlier ones that share a combination with it."""
        met: set[int] = set()
        long: list[Long] = []
        for level, spare in plan.meet:
            keys = combinations(self._prefix(row.ranks, spare), level)
            for posted in map(self.postings[level].get, keys):
                if posted is None:
                    continue
                if isinstance(posted, list):
                    met.update(posted)
                else:
                    long.append(posted)
        if met:
            self._verify(number, row, plan.least, met)
        for each in long:
            self._verify_long(number, row, plan.least, met, each)

    def _post(self, number: int, row: _Row, level: int, spare: int) -> None:
        """Let heavier rows meet this one."""
        postings = self.postings[level]
        for key in combinations(self._prefix(row.ranks, spare), level):
            posted = postings.get(key)
            if posted is None:
                postings[key] = [number]
            elif isinstance(posted, list):
                posted.append(number)
                if len(posted) >= Long.FROM:
                    postings[key] = long = Long(self.unions)
                    for each in posted:
                        long.add(each, *self._traits(self.rows[each]))
            else:
                posted.add(number, *self._traits(row))

    def _verify(self, number: int, row: _Row, lightest: int, met: set[int]) -> None:
        rows, tokens = self.rows, row.tokens
        at_least = -(-lightest // self.ranking.heaviest)
        for each in met:
            other = rows[each]
            if other.weight >= lightest and len(shared := tokens & other.tokens) >= at_least:
                self._judge(number, each, shared)

    def _verify_long(self, number: int, row: _Row, lightest: int, met: set[int], long: Long) -> None:
        """As `_verify`, but a run whose members hang together is left once the row hangs with them."""
        for run in long.compatible(*self._traits(row)):
            for each in reversed(run.members):
                if run.together and self.unions.joined(number, run.members[0]):
                    if not met.issuperset(run.members):
                        self.joined.crowded.add(row.position)
                    break
                if each not in met:
                    met.add(each)
                    self._verify(number, row, lightest, {each})

    @staticmethod
    def _traits(row: _Row) -> tuple[int, int, Tokens]:
        """What a long list is sorted by."""
        return row.stages, row.rarest(), row.ranks

    def _judge(self, number: int, met: int, shared: frozenset[int]) -> None:
        """Whether two rows that share these tokens are alike; if so, a pair is found."""
        one, other = self.rows[met], self.rows[number]
        if one.stages and other.stages and not one.stages & other.stages:
            return
        if not (one.name <= other.tokens or other.name <= one.tokens):
            return
        part, whole = self.threshold.numerator, self.threshold.denominator
        weight = sum(map(self.ranking.weights.__getitem__, shared))
        if weight * (part + whole) >= part * (one.weight + other.weight):
            low, high = sorted((one.position, other.position))
            self.joined.pairs.append((low, high))
            self.unions.join(number, met)
