"""What every tabular format becomes first: rows of cells that know where they stand in the original."""

from __future__ import annotations

from dataclasses import dataclass, field

Spot = tuple[int, int]
"""A cell's row and position in its grid, from 0."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without markup, and where it stands.

    `line` and `column` count from 1 in the source text; of a spreadsheet they are its row and column.
    `end` is the column after the last character. `shown` is the source line ("" of a spreadsheet).
    `spread` marks a copy of a merged cell's text in a place that the merge covers.
    """

    text: str
    line: int
    column: int
    end: int
    shown: str = ""
    bold: bool = False
    merged: bool = False
    spread: bool = False
    name: str = ""
    """The spreadsheet's own name of the place ("Sheet!B7"), else empty."""


@dataclass(slots=True)
class Grid:
    """One table of a file. Rows may be of different length; a short row lacks its last cells.

    `heading` is the title above it. `texts` are the lines of words that stand around it in the file.
    """

    rows: list[list[Cell]]
    heading: str = ""
    hidden: bool = False
    line: int = 1
    sheet: str = ""
    headed: bool = False
    """Whether the format itself says that the first row is the header (Markdown)."""

    @property
    def width(self) -> int:
        """The length of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, position: int) -> Cell | None:
        """The cell, or None where the row is too short."""
        cells = self.rows[row]
        return cells[position] if position < len(cells) else None

    def text(self, row: int, position: int) -> str:
        """The cell's text; empty where there is none."""
        cell = self.at(row, position)
        return cell.text if cell else ""

    def spots(self) -> list[Spot]:
        """Every place whose cell has text of its own, in reading order."""
        return [
            (r, p)
            for r, row in enumerate(self.rows)
            for p, cell in enumerate(row)
            if cell.text and not cell.spread
        ]


@dataclass(slots=True)
class Line:
    """A line of words outside every table. `level` is 1 to 6 for a heading; `depth` that of a list item."""

    text: str
    line: int
    column: int = 1
    shown: str = ""
    level: int = 0
    item: bool = False
    depth: int = 0


@dataclass(slots=True)
class Page:
    """A file as tables and lines, in order. `dropped` says what the reader itself had to leave out."""

    grids: list[Grid] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
