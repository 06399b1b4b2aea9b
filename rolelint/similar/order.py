"""Names of the same words whose order makes them different work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Meaning = tuple[int, ...]
Words = Sequence[str]

_LEAST = 3
"""Of two words alone either may come first: "contract negotiation", "negotiate contracts"."""


class Order:
    """Compares the order of words. `meaning` folds a word with those that mean the same."""

    def __init__(self, meaning: Callable[[str], Meaning], ways: Iterable[str], small: frozenset[str]) -> None:
        self._meaning = meaning
        self._ways = frozenset(ways)
        self._small = small

    def opposed(self, one: Words, other: Words) -> bool:
        """Whether one goes the other way, or the two nouns at the end have changed places.

        "Sales to marketing handoff" is not "marketing to sales handoff", and "customer support training" is a
        training while "customer training support" is a support.
        """
        there = self._directions(other)
        return any((to, start) in there for start, to in self._directions(one)) or self._turned(one, other)

    def _directions(self, words: Words) -> frozenset[tuple[Meaning, Meaning]]:
        """What goes to what."""
        places = [at for at in range(1, len(words) - 1) if words[at] in self._ways]
        return frozenset((self._meaning(words[at - 1]), self._meaning(words[at + 1])) for at in places)

    def _turned(self, one: Words, other: Words) -> bool:
        """Whether both begin alike and end with the last two turned, with no small word to explain it."""
        if len(one) != len(other) or len(one) < _LEAST or not self._small.isdisjoint(one):
            return False
        first, second = [*map(self._meaning, one)], [*map(self._meaning, other)]
        return first[-1] != first[-2] and first == [*second[:-2], second[-1], second[-2]]
