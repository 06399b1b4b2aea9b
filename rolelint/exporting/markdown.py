"""A sheet -> a Markdown table."""

from __future__ import annotations

import re
import unicodedata

from rolelint.exporting.sheet import Sheet

SPECIAL = re.compile(r"([\\`*_{}\[\]|<>~&#])")


def render(sheet: Sheet) -> str:
    """The text; columns are padded so that it reads well as it stands."""
    rows = [[SPECIAL.sub(r"\\\1", text) for text in row] for row in (sheet.header, *sheet.rows)]
    widths = [max(3, *(_width(row[p]) for row in rows)) for p in range(len(sheet.header))]
    lettered = range(sheet.letters, sheet.letters + sheet.parties)
    rule = [":" + "-" * (w - 2) + ":" if p in lettered else "-" * w for p, w in enumerate(widths)]
    lines = [_line(row, widths) for row in (rows[0], rule, *rows[1:])]
    if sheet.legend:
        lines += ["", sheet.legend]
    return "\n".join(lines) + "\n"


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join(padded) + " |"


def _width(text: str) -> int:
    """Columns in a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
