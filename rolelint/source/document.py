"""One document of a file: plain data, and the place of every key and value."""

from __future__ import annotations

from typing import Any

from rolelint.finding import Place, Route, Step
from rolelint.source.comments import Comment
from rolelint.source.lines import Lines
from rolelint.source.places import Places
from rolelint.source.tree import Node, Tree


class Document:
    """What was read of one YAML document.

    `file` is the path as it is shown, `number` the document's number in the run, `data` plain Python data
    (dict, list, str, int, float, bool, None; anchors and aliases share containers: do not change them).
    `comments` are those that contain `rolelint:`. `complete` is False where the text could be read only in
    part; then `data` ends before the list item or entry in which the fault stands.
    """

    __slots__ = ("_lines", "_places", "_root", "_tree", "comments", "complete", "data", "file", "number")

    def __init__(
        self, file: str, number: int, root: Node, lines: Lines, tree: Tree, *, complete: bool = True
    ) -> None:
        self.file = file
        self.number = number
        self.data: Any = root.value
        self.comments: list[Comment] = []
        self.complete = complete
        self._root = root
        self._lines = lines
        self._tree = tree
        self._places = Places(lines, tree)

    def place(self, route: Route) -> Place:
        """Where a route leads; never fails: where a step leads nowhere, the node reached so far is meant.

        A key is placed with `key=True`. A `span` is placed exactly, also inside escapes and folded text.
        An alias stands where it is written, what is inside of it where the anchor is.
        """
        node, whole_way = self._follow(route.steps)
        if node.cell >= len(self._tree.marks):  # a document without any node
            return self._place(0, 0)
        if whole_way and route.key and node.key >= 0:
            return self._place(*self._places.of(Node(node.key, route.steps[-1]), route.span))
        return self._place(*self._places.of(node, route.span if whole_way else None))

    @property
    def text(self) -> str:
        """The whole text that the document stands in, as it was decoded, without a byte order mark."""
        return self._lines.text

    def offsets(self, route: Route) -> tuple[int, int]:
        """Where a route leads: the offsets in `text` of the first character and the one after the last."""
        begin, end = self.place(route)[1:3], self.place(route)[3:5]
        return self._offset(*begin), self._offset(*end)

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of an offset in `text`."""
        return self._lines.at(offset)

    def line(self, number: int) -> str:
        """The source line of that number, from 1, without its end; "" where there is none."""
        return self._lines.line(number)

    def _offset(self, line: int, column: int) -> int:
        return self._lines.offset(line) + column - 1

    def _follow(self, steps: tuple[Step, ...]) -> tuple[Node, bool]:
        node = self._root
        for step in steps:
            child = self._tree.child(node, step)
            if child is None:
                return node, False
            node = child
        return node, True

    def _place(self, begin: int, end: int) -> Place:
        line, column = self._lines.at(begin)
        text = self._lines.around(begin, column)
        if column - 1 + end - begin <= len(text):  # nearly always: it ends in the same line
            return Place(self.file, line, column, line, column + end - begin, text)
        return Place(self.file, line, column, *self._lines.at(end), text)
