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

    __slots__ = ("_cells", "_faults", "_nodes", "_totals", "_tree")

    def __init__(self, tree: Tree, faults: Faults) -> None:
        self._tree = tree
        self._faults = faults
        self._nodes: dict[str, Node] = {}
        self._cells = array("Q")
        self._totals = array("Q", [0])

    def forget(self) -> None:
        """A new document begins, which cannot see the anchors of the one before."""
        self._nodes = {}

    def add(self, name: str, node: Node) -> None:
        """A node carries an anchor; one of the same name before it is no longer meant."""
        self._nodes[name] = node

    def repeated(self, name: str, offset: int, cell: int) -> Any:
        """The value that the alias in this cell repeats; None, and a fault, where it cannot be had."""
        node = self._nodes.get(name)
        fault = self._fault(name, node, offset, cell)
        if fault is not None:
            self._faults.add(fault)
            self._tree.aliases[cell] = NOWHERE
            return None
        assert node is not None
        self._tree.aliases[cell] = node.cell
        return node.value

    def _fault(self, name: str, node: Node | None, offset: int, cell: int) -> Fault | None:
        name = shortened(name)
        if node is None:
            message = f'"*{name}" repeats what is marked "&{name}", but nothing above is marked so'
            hint = f'put quotes round it if it is a text: "*{name}"'
            return Fault("unknown-alias", message, offset, hint, cell)
        if self._tree.is_open(node):
            message = f'"*{name}" stands inside of what it repeats; it is read as empty'
            return Fault("recursive-alias", message, offset, cell=cell)
        if isinstance(node.value, dict | list) and not self._charge(node.cell, cell):
            message = (
                f'"*{name}" repeats too much: with it the file would be more than {COPIES_PER_NODE} times'
            )
            message += " as large; it is read as empty"
            return Fault("alias-expansion", message, offset, cell=cell)
        return None

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
