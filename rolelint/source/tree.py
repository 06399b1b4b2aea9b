"""Where each node of a text begins, packed; and the way from a route to a node and back.

Every node of the text has a cell in `marks`: the offset at which it begins. A container has a second
cell behind it, which holds the number of the first cell after its last node (0 while it is still open).
A mapping's nodes are key, value, key, value ... So a child is found by walking its container once, and
nothing has to be kept for the millions of nodes that nobody asks for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from rolelint.finding import Step
from rolelint.records import NamedTuple, maker

NOWHERE = -1
CONTAINERS = (dict, list)
_SMALL = 100
"""In a mapping of so many cells, those of all keys are worked out when one is asked for."""


class Node(NamedTuple):
    """A node of the text: its cell, its value, and the cell of its key where it stands in a mapping."""

    cell: int
    value: Any
    key: int = NOWHERE


_node = maker(Node)


class Tree:
    """The cells of all documents of one text.

    `aliases` leads from an alias to the node that carries its anchor (NOWHERE: it reads as None); `merges`
    from a mapping to the values of its `<<` keys; `odd` from the key of a pair that is not in the data
    (a second equal key, a `<<`, a key that is no text) to the first cell after that pair.
    """

    __slots__ = ("_items", "_keys", "aliases", "marks", "merges", "odd")

    def __init__(self, marks: array[int]) -> None:
        self.marks = marks
        self.aliases: dict[int, int] = {}
        self.merges: dict[int, list[Node]] = {}
        self.odd: dict[int, int] = {}
        self._items: dict[int, list[int]] = {}
        self._keys: dict[int, dict[str, int]] = {}

    def end(self, cell: int) -> int:
        """The first cell after a container; of one that is not closed, the end of all cells."""
        return self.marks[cell + 1] or len(self.marks)

    def is_open(self, node: Node) -> bool:
        """Whether a node is a container whose end was not reached."""
        return (
            isinstance(node.value, CONTAINERS)
            and node.cell not in self.aliases
            and not self.marks[node.cell + 1]
        )

    def after(self, cell: int, value: object) -> int:
        """The first cell after a node with this value."""
        if isinstance(value, CONTAINERS) and cell not in self.aliases:
            return self.end(cell)
        return cell + 1

    def items(self, cell: int, data: list[Any]) -> list[int]:
        """The cells of a list's items."""
        found = self._items.get(cell)
        if found is None:
            found = self._items[cell] = []
            at, marks, aliases = cell + 2, self.marks, self.aliases
            for value in data:
                found.append(at)
                if value.__class__ in CONTAINERS and at not in aliases:  # `after`, without thousands of calls
                    at = marks[at + 1] or len(marks)
                else:
                    at += 1
        return found

    def keys(self, cell: int, data: dict[str, Any]) -> dict[str, int]:
        """The cells of a mapping's own keys, not of merged ones; each value stands one cell further."""
        found = self._keys.get(cell)
        if found is None:
            found = self._keys[cell] = self.written(cell, data)
        return found

    def _key(self, cell: int, data: dict[str, Any], key: str) -> int | None:
        """The cell of one of a mapping's own keys; of small mappings hardly any is asked for twice."""
        small = self.end(cell) - cell < _SMALL
        return (self.written(cell, data, key) if small else self.keys(cell, data)).get(key)

    def written(self, cell: int, data: dict[str, Any], last: str | None = None) -> dict[str, int]:
        """The keys that are written in a mapping, and their cells, in order, up to the last that matters."""
        found: dict[str, int] = {}
        at, end, odd = cell + 2, self.end(cell), self.odd
        marks, aliases = self.marks, self.aliases
        for key, value in data.items():
            while at in odd:
                at = odd[at]
            if at + 1 >= end:  # what follows was merged in
                break
            found[key] = at
            if key == last:
                break
            at += 1
            if value.__class__ in CONTAINERS and at not in aliases:
                at = marks[at + 1] or len(marks)
            else:
                at += 1
        return found

    def child(self, node: Node, step: Step) -> Node | None:
        """The node one step further, through aliases and merged keys; None where there is none."""
        cell, value, _ = node
        cell = self.aliases.get(cell, cell)
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            return _node((self.items(cell, value)[step], value[step], NOWHERE))
        if not isinstance(value, dict) or not isinstance(step, str) or step not in value:
            return None
        key = self._key(cell, value, step)
        if key is not None:
            return _node((key + 1, value[step], key))
        merged = (self.child(source, step) for source in self.sources(cell))
        return next((node for node in merged if node is not None), None)

    def sources(self, cell: int) -> Iterator[Node]:
        """What a mapping takes over by `<<`, the strongest first."""
        for node in self.merges.get(cell, ()):
            if isinstance(node.value, list):
                cells = self.items(self.aliases.get(node.cell, node.cell), node.value)
                yield from map(Node, cells, node.value)
            else:
                yield node

    def last(self, node: Node) -> Node | None:
        """The last child that is written in a container itself; None where there is none."""
        if node.cell in self.aliases or not node.value or not isinstance(node.value, CONTAINERS):
            return None
        if isinstance(node.value, list):
            return Node(self.items(node.cell, node.value)[-1], node.value[-1])
        keys = self.keys(node.cell, node.value)
        key = next(reversed(keys), None)
        return None if key is None else Node(keys[key] + 1, node.value[key], keys[key])

    def drop_last(self, node: Node) -> None:
        """Take the last child out of a container's data."""
        if isinstance(node.value, list):
            node.value.pop()
        else:
            node.value.popitem()
        self._items.pop(node.cell, None)
        self._keys.pop(node.cell, None)

    def steps(self, root: Node, cell: int) -> tuple[Step, ...]:
        """The steps from a root towards the node in a cell, as far as the data go."""
        steps: list[Step] = []
        node = root
        while node.cell < cell and node.cell not in self.aliases:
            if isinstance(node.value, list):
                cells = self.items(node.cell, node.value)
                at = bisect_right(cells, cell) - 1
                step: Step = at
            elif isinstance(node.value, dict):
                keys = self.keys(node.cell, node.value)
                cells = list(keys.values())
                at = bisect_right(cells, cell) - 1
                step = list(keys)[at] if at >= 0 else ""
            else:
                break
            child = self.child(node, step) if at >= 0 else None
            if child is None or cell >= self.after(child.cell, child.value):
                break
            steps.append(step)
            node = child
        return tuple(steps)
