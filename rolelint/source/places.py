"""Nodes of a tree -> where they begin and end in the text."""

from __future__ import annotations

from rolelint.source.lines import Lines
from rolelint.source.scan import Extent, alias, content, extent, gap, line_end
from rolelint.source.tree import CONTAINERS, Node, Tree

Range = tuple[int, int]
"""Offsets of the first character and the one after the last."""


class Places:
    """Finds nodes in one text; remembers the last scalar, for often several places in one are asked for."""

    __slots__ = ("_last", "_lines", "_tree")

    def __init__(self, lines: Lines, tree: Tree) -> None:
        self._lines = lines
        self._tree = tree
        self._last: tuple[int, Extent | None] = (-1, None)

    def of(self, node: Node, span: Range | None = None) -> Range:
        """Where a node stands; with `span`, where those characters of a scalar do.

        A block of several lines ends with its last node. What cannot be found to the character is shown as
        the rest of its first line.
        """
        if isinstance(node.value, CONTAINERS) and node.cell not in self._tree.aliases:
            return self._container(node)
        found = self._scalar(node)
        if found is None:
            begin, _ = content(self._lines.text, self._tree.marks[node.cell])
            return begin, line_end(self._lines.text, begin)
        if span is not None:
            first, last = max(span[0], 0), min(span[1], len(found.begins))
            if first < last:
                return found.begins[first], found.ends[last - 1]
        return found.begin, found.end

    def key(self, cell: int, key: str) -> Range:
        """Where the key in a cell stands."""
        return self.of(Node(cell, key))

    def _scalar(self, node: Node) -> Extent | None:
        if self._last[0] != node.cell:
            text, at = self._lines.text, self._tree.marks[node.cell]
            found = alias(text, at) if node.cell in self._tree.aliases else extent(text, at, node.value)
            self._last = node.cell, found
        return self._last[1]

    def _container(self, node: Node) -> Range:
        text = self._lines.text
        begin, _ = content(text, self._tree.marks[node.cell])
        last = self._tree.last(node)
        end = max(begin, self.of(last)[1]) if last else begin
        closing = {"[": "]", "{": "}"}.get(text[begin : begin + 1])
        if closing is None:
            return begin, end
        at = gap(text, max(end, begin + 1))
        while text.startswith(",", at):
            at = gap(text, at + 1)
        return begin, at + 1 if text.startswith(closing, at) else max(end, begin + 1)
