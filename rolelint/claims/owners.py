"""Whether two tasks have, in effect, one owner."""

from __future__ import annotations

from rolelint.organisation.model import Organisation, Party, Task
from rolelint.records import NamedTuple
from rolelint.similar import Wording
from rolelint.words import fold

_NOBODY: frozenset[object] = frozenset()


class _Standing(NamedTuple):
    """What a task's owners are themselves, and the whole functions that they belong to."""

    are: frozenset[object]
    within: frozenset[object]


class Owners:
    """Compares the owners of tasks.

    A person is also the roles it holds, a function also those within it, and names that differ in number
    only ("Developer", "Developers") are one owner: that such names differ is told elsewhere.
    """

    def __init__(self, organisation: Organisation, wording: Wording) -> None:
        self._wording = wording
        self._people, self._parties = organisation.people, organisation.parties
        self._known: dict[Party, _Standing] = {}

    def same(self, one: Task, other: Task) -> bool:
        """Whether an owner of one task stands behind the other."""
        a, b = self.of(one), self.of(other)
        return not (a.are.isdisjoint(b.are) and a.are.isdisjoint(b.within) and b.are.isdisjoint(a.within))

    def of(self, task: Task) -> _Standing:
        """Who the owners of a task are, taken together."""
        owners = task.owners()
        if len(owners) == 1:
            return self._of(owners[0].party)
        standing = [self._of(owner.party) for owner in owners]
        return _Standing(
            _NOBODY.union(*(s.are for s in standing)), _NOBODY.union(*(s.within for s in standing))
        )

    def _of(self, party: Party) -> _Standing:
        known = self._known.get(party)
        if known is None:
            person = self._people.get(fold(party.name)) if party.kind == "person" else None
            roles = [self._parties.get(fold(role)) for role in (person.roles if person else ())]
            members = [party, *(role for role in roles if role is not None)]
            whole = {m.function for m in members if m.kind == "function" and m.function}
            within = {m.function for m in members if m.kind != "function" and m.function}
            named = self._wording.stems(party.name)
            known = self._known[party] = _Standing(frozenset([*members, *whole, named]), frozenset(within))
        return known
