"""Anchors and aliases of one text: what is repeated where, and whether it may be."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import Any

from rolelint.source.faults import Fault, Faults, shortened
from rolelint.source.tree import NOWHERE, Node, Tree

FREE_COPIES = 100_000
COPIES_PER_NODE = 10
"""What aliases may add to a text: so many nodes in any case, or so many for each node that is written."""


class Anchors:
    """The anchors seen so far. Repeating a container costs nothing here, but whoever walks the data pays.

    So each alias is charged the cells that it repeats, with all that aliases among them repeat: `_totals`
    holds the running sum, one more entry than there are `_cells` of aliases to containers.
    """

    __slots__ = ("_cells", "_faults", "_nodes", "_refused", "_totals", "_tree")

    def __init__(self, tree: Tree, faults: Faults) -> None:
        self._tree = tree
        self._faults = faults
        self._nodes: dict[str, Node] = {}
        self._cells = array("Q")
        self._totals = array("Q", [0])
        self._refused: set[str] = set()

    def forget(self) -> None:
        """A new document begins, which cannot see the anchors of the one before."""
        self._nodes = {}

    def add(self, name: str, node: Node) -> None:
        """A node carries an anchor; one of the same name before it is no longer meant."""
        self._nodes[name] = node

    def repeated(self, name: str, offset: int, cell: int) -> Any:
        """The value that the alias in this cell repeats; None, and a fault, where it cannot be had."""
        node = self._nodes.get(name)
        if node is None:
            message = f'"*{shortened(name)}" repeats what is marked "&{shortened(name)}", but nothing is'
            hint = f'put quotes round it if it is a text: "*{shortened(name)}"'
            self._faults.add(Fault("unknown-alias", message, offset, hint, cell))
        elif self._tree.is_open(node):
            message = f'"*{shortened(name)}" stands inside of what it repeats; it is read as empty'
            self._faults.add(Fault("recursive-alias", message, offset, cell=cell))
        elif isinstance(node.value, dict | list) and not self._charge(node.cell, cell):
            self._refuse(name, offset, cell)
        else:
            self._tree.aliases[cell] = node.cell
            return node.value
        self._tree.aliases[cell] = NOWHERE
        return None

    def _refuse(self, name: str, offset: int, cell: int) -> None:
        """One fault a name: where one copy is too much, thousands may follow."""
        if name not in self._refused:
            self._refused.add(name)
            message = (
                f'"*{shortened(name)}" repeats too much: the file would become more than {COPIES_PER_NODE}'
                " times as large; it is read as empty from here on"
            )
            self._faults.add(Fault("alias-expansion", message, offset, cell=cell))

    def _charge(self, first: int, cell: int) -> bool:
        """Count one more copy of a container, unless that is too much."""
        end = self._tree.end(first)
        inside = self._total(end) - self._total(first)
        total = self._totals[-1] + end - first + inside
        if total > max(FREE_COPIES, COPIES_PER_NODE * cell):
            return False
        self._cells.append(cell)
        self._totals.append(total)
        return True

    def _total(self, cell: int) -> int:
        """What the aliases before a cell repeat."""
        return self._totals[bisect_left(self._cells, cell)]
