"""XLSX -> grids, one a sheet, with merged cells spread out. Needs the extra `rolelint[xlsx]`."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rolelint.importing.decode import clean
from rolelint.importing.faults import Refused
from rolelint.importing.grid import Cell, Grid, Page
from rolelint.importing.unpacking import has_formulas, unpacked

EMPTY = Cell("", 0, 0, 0)
WIDEST = 500
"""Columns of a sheet that are looked at."""

_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML has no room for."""
MISSING = "reading .xlsx needs openpyxl: pip install 'rolelint[xlsx]', or save the sheet as CSV"


def read(content: bytes, sheet: str | None = None) -> Page:
    """All sheets, or the one named. Hidden sheets are read and marked; hidden rows and columns too."""
    book = _opened(content)
    names = [each.title for each in book.worksheets]
    if sheet is not None and sheet not in names:
        raise Refused(f'no sheet is called "{sheet}"; there are: {", ".join(names)}')
    page = Page()
    formulas = _opened(content, values=False) if has_formulas(content) else None
    for each in book.worksheets:
        if sheet is None or each.title == sheet:
            grid = _grid(each, page)
            if formulas is not None:
                page.dropped += _unvalued(each, formulas[each.title])
            if any(cell.text for row in grid.rows for cell in row):
                page.grids.append(grid)
    return page


def _unvalued(sheet: Any, formulas: Any) -> Iterator[str]:
    """Formulas whose value was never worked out, as no spreadsheet has saved the file since."""
    places = [
        cell.coordinate
        for at, cell in formulas._cells.items()
        if cell.data_type == "f" and (at not in sheet._cells or sheet._cells[at].value is None)
    ]
    if places:
        said = f"{', '.join(places[:5])}{' …' if len(places) > 5 else ''}"
        what = "what formulas without a stored value would show (open and save the file, then they have one)"
        yield f'the sheet "{clean(sheet.title)}", {said}: {what}'


def _opened(content: bytes, *, values: bool = True) -> Any:
    try:
        import openpyxl  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as error:
        raise Refused(MISSING) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(unpacked(content)), data_only=values, keep_links=False)
    except Refused:
        raise
    except Exception as error:  # openpyxl lets every kind of error out of a broken file
        raise Refused(f"this is no workbook that can be read ({type(error).__name__})") from error


def _grid(sheet: Any, page: Page) -> Grid:
    rows = list(_rows(sheet, _merges(sheet)))
    far = sum(cell.value is not None for (_, column), cell in sheet._cells.items() if column > WIDEST)
    if far:
        what = f"what stands right of column {WIDEST} ({far} of the cells)"
        page.dropped.append(f'the sheet "{clean(sheet.title)}": {what}')
    while rows and not rows[-1]:
        rows.pop()
    return Grid(rows, heading="", hidden=sheet.sheet_state != "visible", sheet=clean(sheet.title))


def _rows(sheet: Any, covered: dict[tuple[int, int], Any]) -> Iterator[list[Cell]]:
    """The rows that hold something; an empty one stands for all between two of them."""
    held: dict[int, int] = {}
    for row, column in sheet._cells:  # iter_rows would make every cell up to the last one
        held[row] = max(held.get(row, 0), min(column, WIDEST))
    before = 0
    for number in sorted(held):
        cells = (_cell(sheet, number, column, covered) for column in range(1, held[number] + 1))
        row = list(cells)
        while row and not row[-1].text:
            row.pop()
        if row and before and number > before + 1:
            yield []
        if row:
            before = number
            yield row


def _merges(sheet: Any) -> dict[tuple[int, int], Any]:
    """Every place that a merge covers -> the cell that holds its text."""
    covered: dict[tuple[int, int], Any] = {}
    for area in sheet.merged_cells.ranges:
        origin = sheet.cell(area.min_row, area.min_col)
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                covered[row, column] = origin
    return covered


def _cell(sheet: Any, row: int, column: int, covered: dict[tuple[int, int], Any]) -> Cell:
    merged = (row, column) in covered
    origin = covered.get((row, column)) or sheet._cells.get((row, column))
    if origin is None or origin.value is None:
        return EMPTY
    spread = (origin.row, origin.column) != (row, column)
    return replace(_made(sheet, origin), merged=merged, spread=spread)


def _made(sheet: Any, cell: Any) -> Cell:
    text = _text(cell.value)
    bold = bool(text and cell.font and cell.font.b)
    name = f"{clean(sheet.title)}!{cell.coordinate}"
    return Cell(text, cell.row, cell.column, cell.column + 1, bold=bold, name=name)


def _text(value: Any) -> str:
    """A value as it would be read aloud: whole numbers without `.0`, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def sheets(content: bytes) -> Iterator[str]:
    """The names of the sheets."""
    yield from (clean(each.title) for each in _opened(content).worksheets)
