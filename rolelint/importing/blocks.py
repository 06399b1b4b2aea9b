"""A grid -> blocks of rows: parted at empty rows, and at an empty column between two tables side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolelint.importing.block import Rows, column
from rolelint.importing.grid import Cell, Grid
from rolelint.importing.layout import layout_of
from rolelint.importing.ledger import key_of
from rolelint.importing.legend import Legend
from rolelint.importing.marks import GLUED, marks_of


def blocks_of(grid: Grid, legend: Legend) -> Iterator[Rows]:
    """The grid's blocks; the legend's cells count as empty."""
    gone = {key_of(cell) for cell in legend.cells}
    block: Rows = []
    for row in grid.rows:
        kept = [_empty(cell) if key_of(cell) in gone else cell for cell in row]
        if any(cell.text for cell in kept):
            block.append(kept)
        elif block:
            yield from _side_by_side(block)
            block = []
    if block:
        yield from _side_by_side(block)


def _empty(cell: Cell) -> Cell:
    return replace(cell, text="")


def _side_by_side(rows: Rows) -> Iterator[Rows]:
    """The tables left and right of an empty column, where each is a matrix of its own."""
    for gap in _gaps(rows):
        left = _filled([row[:gap] for row in rows])
        right = _filled([row[gap + 1 :] for row in rows])
        if _is_matrix(left) and _is_matrix(right):
            yield left
            yield from _side_by_side(right)
            return
    yield rows


def _gaps(rows: Rows) -> Iterator[int]:
    held = {p for row in rows for p, cell in enumerate(row) if cell.text}
    yield from (p for p in range(2, max(held, default=0)) if p not in held)


def _filled(rows: Rows) -> Rows:
    return [row for row in rows if any(cell.text for cell in row)]


def _is_matrix(rows: Rows) -> bool:
    """Whether the rows are a table whose own first column holds tasks, not letters."""
    while rows and not any(row[0].text for row in rows if row):
        rows = [row[1:] for row in rows]
    first = [cell.text for cell in column(rows, 0, 1)]
    marks = sum(marks_of(text, GLUED) is not None for text in first)
    return marks * 2 < len(first) and layout_of(rows, GLUED, owners=False) is not None
