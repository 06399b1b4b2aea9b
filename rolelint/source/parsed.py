"""What is read of one text, whoever reads it."""

from __future__ import annotations

from typing import Any

from rolelint.records import NamedTuple
from rolelint.source.faults import Fault
from rolelint.source.lines import Lines
from rolelint.source.tree import Tree


class Root:
    """One document: the offset and cell at which it begins, its data, and whether it was read to its end."""

    __slots__ = ("cell", "complete", "data", "offset")

    def __init__(self, offset: int, cell: int) -> None:
        self.offset = offset
        self.cell = cell
        self.data: Any = None
        self.complete = False


class Parsed(NamedTuple):
    """What one text holds: its documents, where everything stands, and what is wrong with it.

    `hashes` are the spans of the scalars that contain a `#`; `end` is the offset up to which it was read.
    """

    lines: Lines
    roots: list[Root]
    tree: Tree
    faults: list[Fault]
    hashes: list[tuple[int, int]]
    end: int
