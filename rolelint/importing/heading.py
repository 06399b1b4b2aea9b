"""The rows above the tasks: the parties' names, the groups over them, the title."""

from __future__ import annotations

from dataclasses import replace

from rolelint.importing.assigning import one_line
from rolelint.importing.block import Layout
from rolelint.importing.grid import Cell
from rolelint.importing.ledger import Ledger, short
from rolelint.importing.model import Matrix
from rolelint.words import fold


def parties_of(layout: Layout, matrix: Matrix, ledger: Ledger) -> dict[int, Cell]:
    """Position -> the cell that heads it, by the name its party gets. Title and groups go to the matrix."""
    top = layout.rows[layout.header]
    ledger.use(*top)
    shift = 1 if layout.shifted else 0
    cells = {p: top[p - shift] for p in layout.columns if 0 <= p - shift < len(top) and top[p - shift].text}
    groups: dict[int, str] = {}
    for row in layout.rows[: layout.header]:
        groups |= _above(row, cells, matrix, ledger)
    _say(layout, top, ledger)
    if layout.kind == "grid":
        cells = _told_apart(cells, groups, ledger)
    if len(set(groups.values())) > 1:
        matrix.spans = {one_line(cells[p].text): group for p, group in groups.items()}
    return cells


def _above(row: list[Cell], cells: dict[int, Cell], matrix: Matrix, ledger: Ledger) -> dict[int, str]:
    """A row over the header: a lone text is the title, others are groups of parties."""
    filled = [cell for cell in row if cell.text and not cell.spread]
    if len(filled) == 1 and not (filled[0].merged and row[0] is not filled[0]):
        matrix.title = matrix.title or one_line(filled[0].text)
        ledger.use(filled[0])
        return {}
    found = {p: one_line(row[p].text) for p in cells if p < len(row) and row[p].text}
    ledger.use(*(row[p] for p in found))
    first = min(cells, default=0)
    for position, cell in enumerate(row):
        if any(cell.text == other.text for other in cells.values()) or (position < first and not cell.spread):
            ledger.use(cell)
    return _carried(found, row, cells)


def _carried(found: dict[int, str], row: list[Cell], cells: dict[int, Cell]) -> dict[int, str]:
    """A group stands over the parties to its right too, where a file has no merged cells (CSV)."""
    if len(set(found.values())) < 2 or any(cell.merged for cell in row):
        return found
    carried: dict[int, str] = {}
    group = ""
    for position in cells:
        group = found.get(position, group)
        if group:
            carried[position] = group
    return carried


def _say(layout: Layout, top: list[Cell], ledger: Ledger) -> None:
    if layout.shifted:
        ledger.doubt(top[0], "the header lacks its corner; the names were moved one column to the right")
    if layout.unsure:
        ledger.doubt(top[0], layout.unsure)


def _told_apart(cells: dict[int, Cell], groups: dict[int, str], ledger: Ledger) -> dict[int, Cell]:
    """Parties of one name: told apart by the groups above them, else taken as one."""
    found: dict[int, Cell] = {}
    seen: dict[str, int] = {}
    for position, cell in cells.items():
        first = seen.setdefault(fold(cell.text), position)
        found[position] = cell
        if first == position:
            continue
        own, other = groups.get(position, ""), groups.get(first, "")
        if own and own != other:
            found[position] = replace(cell, text=f"{own} {cell.text}")
            if other:
                found[first] = replace(cells[first], text=f"{other} {cells[first].text}")
        else:
            ledger.doubt(cell, f'"{short(cell.text)}" heads two columns; they were taken as one party')
    return found
