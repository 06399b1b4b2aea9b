"""Who reports to whom."""

from __future__ import annotations

from rolelint.organisation.model import Organisation, Person, Role
from rolelint.words import fold

One = Role | Person
"""Somebody who may have a manager."""


class Managers:
    """Who reports to whom in a solid line."""

    def __init__(self, organisation: Organisation) -> None:
        self._parties = organisation.parties
        roles = organisation.roles
        self.by_node: dict[object, One] = {}
        everybody: tuple[One, ...] = (*roles.values(), *organisation.people.values())
        for one in everybody:
            self.by_node.setdefault(self.node(one.name), one)
        self._above: dict[object, list[str]] = {}
        self._holders: dict[object, list[object]] = {}
        for node, one in self.by_node.items():
            self._above[node] = [*one.reports_to]
            for name in one.roles if isinstance(one, Person) else ():
                self._holders.setdefault(self.node(name), []).append(node)
                self._above[node] += own.reports_to if (own := roles.get(fold(name))) else ()

    def node(self, name: str) -> object:
        """What stands for a name: its party, or the folded name where nobody knows it."""
        folded = fold(name)
        return self._parties.get(folded) or folded

    def managers(self, node: object) -> list[object]:
        """Direct managers."""
        return [self.node(name) for name in self._above.get(node, ())]

    def all_managing(self) -> set[object]:
        """All who have somebody below them, and whoever holds a role among them."""
        found = {self.node(name) for names in self._above.values() for name in names}
        return found.union(*(self._holders.get(node, ()) for node in found))

    def all_above(self, node: object) -> set[object]:
        """Managers, their managers and so on, and whoever holds a role among them."""
        found: set[object] = set()
        waiting = self.managers(node)
        while waiting:
            above = waiting.pop()
            if above not in found:
                found.add(above)
                found.update(self._holders.get(above, ()))
                waiting += self.managers(above)
        return found
