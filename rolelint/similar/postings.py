"""Lists of rows under a combination of tokens, and what becomes of the long ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolelint.similar.unions import Unions


class Run:
    """Rows of equal stages, and whether all of them are known to hang together."""

    __slots__ = ("check_at", "members", "together")

    def __init__(self) -> None:
        self.members: list[int] = []
        self.together = True
        self.check_at = 2

    def add(self, number: int, unions: Unions) -> None:
        """Add a row. A run that had fallen apart is looked at again whenever it has doubled."""
        self.members.append(number)
        if self.together:
            self.together = unions.joined(number, self.members[0])
        elif len(self.members) >= self.check_at:
            root = unions.root(self.members[0])
            self.together = all(unions.root(member) == root for member in self.members)
            self.check_at = 2 * len(self.members)


class Long:
    """A long list of rows in runs of equal stages.

    Boilerplate makes long lists of rows that are all alike. A newcomer that hangs with one hangs with all,
    and no more of them need be looked at.
    """

    FROM = 33
    """Lists shorter than this stay plain, so that no pair among fewer rows is ever left out."""

    __slots__ = ("_runs", "_unions")

    def __init__(self, members: Sequence[int], stages: Sequence[int], unions: Unions) -> None:
        self._runs: dict[int, Run] = {}
        self._unions = unions
        for number, stage in zip(members, stages, strict=True):
            self.add(number, stage)

    def add(self, number: int, stages: int) -> None:
        """Add a row of these stages."""
        run = self._runs.get(stages)
        if run is None:
            run = self._runs[stages] = Run()
        run.add(number, self._unions)

    def compatible(self, stages: int) -> Iterator[Run]:
        """The runs whose rows may be alike to a row of these stages."""
        for own, run in self._runs.items():
            if not (own and stages and not own & stages):
                yield run


Postings = dict[tuple[int, ...], list[int] | Long]
"""Combination of ranks -> the rows that have it."""
