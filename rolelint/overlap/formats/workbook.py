"""Figures -> XLSX, a page a table. Needs the extra `rolelint[xlsx]`."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from rolelint.exporting.xlsx import LONGEST
from rolelint.overlap.figures import Figures
from rolelint.overlap.tables import Table, tables
from rolelint.reporting.plain import visible

WIDEST = 60


def render(figures: Figures) -> bytes:
    """The workbook: bold headers that stay in view, texts as text, numbers as numbers."""
    from openpyxl import Workbook  # noqa: PLC0415  # an extra, and slow to import

    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    book.remove(book.worksheets[0])
    for table in tables(figures):
        _fill(book.create_sheet(table.title), table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, row in enumerate((table.header, *table.rows), 1):
        for position, value in enumerate(row, 1):
            _put(page.cell(number, position), value)
    for cell in page[1]:
        cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top")
    page.freeze_panes = "A2"
    for position, head in enumerate(table.header):
        longest = max(len(str(row[position])) for row in (table.header, *table.rows))
        page.column_dimensions[get_column_letter(position + 1)].width = min(
            max(longest, len(head)) + 2, WIDEST
        )


def _put(cell: Any, value: str | int) -> None:
    """Text stays text: `=1+1` is no formula here."""
    if isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = visible(value)[:LONGEST]
        cell.data_type = "s"
