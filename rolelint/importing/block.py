"""Rows of cells, and a layout: how to read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rolelint.importing.grid import Cell

Rows = list[list[Cell]]
EMPTY = Cell("", 0, 0, 0)


@dataclass(slots=True)
class Layout:
    """How to read a block of rows (already turned, where `turned`).

    `kind`: "grid" (parties over letters), "names" (letters or duties over names), "owners" (one duty over
    names), "long" (a row for each letter), "reverse" (duties over tasks, parties in rows). `header`
    is the row of the header; `columns` the positions of parties or duties; `party` the column of "long".
    """

    kind: str
    rows: Rows
    header: int
    columns: list[int]
    turned: bool = False
    unsure: str = ""
    party: int = -1
    shifted: bool = False
    known: frozenset[str] = field(default_factory=frozenset)


def turned(rows: Rows) -> Rows:
    """Rows as columns. Short rows are filled with empty cells."""
    width = max((len(row) for row in rows), default=0)
    return [[row[p] if p < len(row) else EMPTY for row in rows] for p in range(width)]


def column(rows: Rows, position: int, first: int) -> Iterator[Cell]:
    """The cells of a column that have text of their own, from row `first` on."""
    for row in rows[first:]:
        if position < len(row) and row[position].text and not row[position].spread:
            yield row[position]
