"""How rows of one weight are met in a join: nothing here depends on their tokens."""

from __future__ import annotations

from functools import cache

from rolelint.records import NamedTuple
from rolelint.similar.share import Share

COMBINATIONS = {2: 2_000, 3: 200, 4: 200}
"""A row is found under so many combinations of its tokens at most, by how many are combined. Of a long text
many tokens at a time have too many combinations, and single ones meet too many rows."""


class Way(NamedTuple):
    """To combine `level` tokens of a prefix that leaves out the weight `spare`."""

    level: int
    spare: int

    def end(self, lights: int, light: int, heavy: int) -> int | None:
        """Where the prefix ends, counted from the end, in a row of so many light tokens behind heavy ones."""
        left = self.spare - lights * light
        return -(lights + left // heavy if left > 0 else self.spare // light) or None


class Plan(NamedTuple):
    """How the rows of a weight are met.

    A partner no heavier weighs and shares `least` or more, and is found in one of the ways of `meet`. A row
    of few tokens cannot be asked to share many, and one of many tokens has too many combinations of them, so
    it is posted in the way `post`; what it is posted under is among what it meets others under.
    """

    least: int
    meet: tuple[Way, ...]
    post: Way


@cache
def planner(threshold: Share, level: int, heaviest: int) -> Planner:
    """One for all who ask for the same: they have rows of much the same weights."""
    return Planner(threshold, level, heaviest)


class Planner:
    """The plan for each weight. `level` is how many shared tokens to ask for where that is cheap."""

    def __init__(self, threshold: Share, level: int, heaviest: int) -> None:
        self.part, self.whole = threshold.numerator, threshold.denominator
        self.level, self.heaviest = level, heaviest
        self.level_for = cache(self._level_for)
        self.plan = cache(self._plan)

    def _plan(self, weight: int) -> Plan:
        """The plan for rows of this weight."""
        least, own = self._least(weight), self.level_for(weight)
        met = sorted({self.level_for(lighter) for lighter in range(least, weight + 1)})
        return Plan(
            least, tuple(self._way(least, level) for level in met), self._way(self._by_equals(weight), own)
        )

    def _level_for(self, weight: int) -> int:
        """At which level a row of this weight is posted: never more than what it shares with any partner."""
        level = min(self.level, -(-self._least(weight) // self.heaviest))
        while level > 1 and self._combinations(weight, level) > COMBINATIONS[level]:
            level -= 1
        return level

    def _combinations(self, weight: int, level: int) -> int:
        """Under how many combinations a row of this weight is posted, if all its tokens are heavy ones."""
        kept = weight - self._way(self._by_equals(weight), level).spare
        return _ways(-(-kept // self.heaviest), level)

    def _least(self, weight: int) -> int:
        """What a row of this weight shares at least with a partner that is no heavier."""
        return -(-self.part * weight // self.whole)

    def _by_equals(self, weight: int) -> int:
        """What it shares at least with a partner that is no lighter."""
        return -(-2 * self.part * weight // (self.part + self.whole))

    def _way(self, shared: int, level: int) -> Way:
        """The weight that a prefix may leave out and still hold `level` of the tokens shared."""
        return Way(level, shared - 1 - (level - 1) * self.heaviest)


def _ways(number: int, taken: int) -> int:
    """In how many ways so many can be taken of a number: `math.comb`, which is not loaded for this alone."""
    ways = 1
    for at in range(taken):
        ways = ways * (number - at) // (at + 1)
    return ways
