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
    """A long list of rows in runs that may be alike throughout: of equal stages, and of one name.

    Boilerplate makes long lists of rows that are all alike. A newcomer that hangs with one hangs with all,
    and no more of them need be looked at. Where names must agree, rows that only share a description are
    not looked at: one row must have the rarest token of the other's name.
    """

    FROM = 33
    """Lists shorter than this stay plain, so that no pair among fewer rows is ever left out."""

    __slots__ = ("_having", "_named", "_unions")

    def __init__(self, unions: Unions) -> None:
        self._named: dict[int, dict[int, Run]] = {}
        self._having: dict[int, dict[int, Run]] = {}
        self._unions = unions

    def add(self, number: int, stages: int, rarest: int, tokens: Sequence[int]) -> None:
        """Add a row of these stages and tokens, of whose name one is the rarest (-1: it has no name)."""
        self._run(self._named, rarest, stages).add(number, self._unions)
        for token in tokens if rarest >= 0 else ():
            self._run(self._having, token, stages).add(number, self._unions)

    def compatible(self, stages: int, rarest: int, tokens: Sequence[int]) -> Iterator[Run]:
        """The runs whose rows may be alike to a row of these stages and tokens; a row may be in several."""
        named = (self._named.get(token) for token in (*tokens, -1)) if rarest >= 0 else self._named.values()
        for runs in (*named, self._having.get(rarest)):
            for own, run in runs.items() if runs else ():
                if not (own and stages and not own & stages):
                    yield run

    @staticmethod
    def _run(by_token: dict[int, dict[int, Run]], token: int, stages: int) -> Run:
        return by_token.setdefault(token, {}).setdefault(stages, Run())


Posted = int | list[int] | Long
"""The rows under one combination of tokens: mostly a single one."""
