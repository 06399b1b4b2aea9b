"""A sheet -> CSV."""

from __future__ import annotations

import csv
import io

from rolelint.exporting.sheet import Sheet


def render(sheet: Sheet) -> str:
    """The text, with `\\n` line ends; the legend stands below an empty line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in (sheet.header, *sheet.rows):
        writer.writerow([harmless(text) for text in row])
    if sheet.legend:
        writer.writerow([])
        writer.writerow([sheet.legend])
    return out.getvalue()


def harmless(text: str) -> str:
    """A text that a spreadsheet would run as a formula, marked as text."""
    return "'" + text if len(text) > 1 and text[0] in "=+-@\t" else text
