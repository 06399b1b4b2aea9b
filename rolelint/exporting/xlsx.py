"""A sheet -> XLSX. Needs the extra `rolelint[xlsx]`."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from rolelint.exporting.sheet import Sheet

ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook would take for the beginning of an escaped character."""
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""


def render(sheet: Sheet) -> bytes:
    """The workbook: a bold header that stays in view, all cells as text. ImportError without openpyxl."""
    from openpyxl import Workbook  # noqa: PLC0415  # an extra, and slow to import
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    page: Any = book.active
    page.title = "Matrix"
    lines = [sheet.header, *sheet.rows, *([(), (sheet.legend,)] if sheet.legend else [])]
    for number, row in enumerate(lines, 1):
        for position, text in enumerate(row, 1):
            _put(page.cell(number, position), text)
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = page.cell(2, sheet.letters + 1)
    _widths(page, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Any, text: str) -> None:
    """Text stays text: `=1+1` is no formula here."""
    if text:
        cell.value = ESCAPE.sub("_x005F_", ILLEGAL.sub("\ufffd", text))[:LONGEST]
        cell.data_type = "s"


def _widths(page: Any, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for position in range(len(sheet.header)):
        longest = max([len(row[position]) for row in sheet.rows] or [0])
        page.column_dimensions[get_column_letter(position + 1)].width = min(max(longest + 2, 8), 60)
