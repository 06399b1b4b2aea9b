"""The count that proves nothing is dropped: every cell with text is written or reported."""

from __future__ import annotations

from collections.abc import Iterable

from rolelint.importing.grid import Cell, Grid
from rolelint.importing.model import Doubt, Reading

Key = tuple[str, int, int]


class Ledger:
    """Keeps, for one file, which cells went into what is written, and which were reported."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.written: set[Key] = set()
        self.lost: set[Key] = set()

    def use(self, *cells: Cell | None) -> None:
        """These cells stand in what is written."""
        self.written.update(key_of(cell) for cell in cells if cell is not None and cell.text)

    def doubt(self, cell: Cell, message: str) -> None:
        """Written, but not surely right."""
        self.reading.doubts.append(Doubt(cell, message))

    def lose(self, cell: Cell, message: str, *, letters: bool = False) -> None:
        """Not in what is written; said once a cell. `letters` says that letters should stand there."""
        if key_of(cell) not in self.lost:
            self.lost.add(key_of(cell))
            self.reading.doubts.append(Doubt(cell, message, lost=True, letters=letters))

    def lose_all(self, cells: Iterable[Cell]) -> None:
        """Not written, and said by a remark that speaks of them all."""
        self.lost.update(key_of(cell) for cell in cells if cell.text and not cell.spread)

    def close(self, grids: Iterable[Grid]) -> None:
        """Report what no one took, and count."""
        every: dict[Key, Cell] = {}
        for grid in grids:
            every.update((key_of(grid.rows[r][p]), grid.rows[r][p]) for r, p in grid.spots())
        for key, cell in every.items():
            if key not in self.written and key not in self.lost:
                self.lose(cell, f'not read: "{short(cell.text)}"')
        self.lost -= self.written
        self.reading.read += len(every)
        self.reading.written += sum(key in self.written for key in every)
        self.reading.reported += sum(key in self.lost for key in every)


def key_of(cell: Cell) -> Key:
    """Which cell of the file it is: its sheet, line and column."""
    return (cell.name.rpartition("!")[0], cell.line, cell.column)


def short(text: str, most: int = 60) -> str:
    """The text on one line and not longer than a message can bear."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
