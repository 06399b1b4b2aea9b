"""Which numbers hang together (disjoint sets)."""

from __future__ import annotations


class Unions:
    """The numbers below `size`, each at first on its own."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        """The number that stands for all that hang together with this one."""
        parent = self._parent
        while (above := parent[number]) != number:
            parent[number] = parent[above]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Let two numbers, and all that hang with them, hang together; the smaller root stays."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low

    def joined(self, one: int, other: int) -> bool:
        """Whether two numbers hang together."""
        return self.root(one) == self.root(other)
