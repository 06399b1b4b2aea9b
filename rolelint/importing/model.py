"""What every outside format becomes: matrices with tasks, each cell with its place, and what was not sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rolelint.importing.grid import Cell
from rolelint.records import NamedTuple

OWNER = "owner"
"""A party that both answers and does; the format's own word for it."""


class Given(NamedTuple):
    """One letter (or duty word) of one party for one task. `mark` is the letter as read, "" for a word."""

    party: str
    mark: str
    duty: str
    cell: Cell


@dataclass(slots=True)
class Row:
    """One task. `notes` and `doubts` become comments; `extra` holds keys of the format (id …)."""

    name: str
    cell: Cell
    given: list[Given] = field(default_factory=list)
    section: str = ""
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    extra: dict[str, str | list[str]] = field(default_factory=dict)
    area: dict[str, str] = field(default_factory=dict)
    extra_cells: dict[str, Cell] = field(default_factory=dict)

    def by_party(self) -> dict[str, list[Given]]:
        """What each party has, in the order of first mention."""
        found: dict[str, list[Given]] = {}
        for each in self.given:
            found.setdefault(each.party, []).append(each)
        return found


@dataclass(slots=True)
class Matrix:
    """One table or list of the file.

    `grid` says that parties were the columns (or rows) and letters the cells. `letters` says what each letter
    means; `scheme` names the scheme that says so, "" for the file's own. `labelled` says that the file
    itself calls its sections so, in a column: then they are groups, not only remarks between the rows.
    """

    title: str
    rows: list[Row] = field(default_factory=list)
    grid: bool = True
    scheme: str = "RACI"
    letters: Mapping[str, str] = field(default_factory=dict)
    labelled: bool = False
    notes: list[str] = field(default_factory=list)
    spans: Mapping[str, str] = field(default_factory=dict)
    """Party -> the merged header above it."""


class Doubt(NamedTuple):
    """Something that was not sure or not read.

    `lost` says that the cell is not in what is written, `letters` that letters were expected there.
    """

    cell: Cell
    message: str
    lost: bool = False
    letters: bool = False

    def place(self) -> str:
        """The place in the words of the original: `Sheet!B7`, or line and column."""
        return self.cell.name or f"{self.cell.line}:{self.cell.column}"


@dataclass(slots=True)
class Reading:
    """What was read of one file. `read` = `written` + `reported`: cells (or values) that hold text."""

    file: str
    matrices: list[Matrix] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What concerns no single cell: tables without letters, the scheme assumed."""
    roles: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    read: int = 0
    written: int = 0
    reported: int = 0

    def rows(self) -> Iterator[Row]:
        """Every task of every matrix."""
        for matrix in self.matrices:
            yield from matrix.rows

    def parties(self) -> list[str]:
        """Every party, in the order of first mention."""
        return list(dict.fromkeys(each.party for row in self.rows() for each in row.given))
