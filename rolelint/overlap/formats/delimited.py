"""Figures -> CSV: one table below the other, each under its title. What a spreadsheet would run is text."""

from __future__ import annotations

import csv
import io

from rolelint.exporting.delimited import harmless
from rolelint.overlap.figures import Figures
from rolelint.overlap.tables import tables
from rolelint.reporting.plain import visible


def render(figures: Figures) -> str:
    """The text, with `\\n` line ends and an empty line before each further table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, table in enumerate(tables(figures)):
        if number:
            writer.writerow([])
        writer.writerow([table.title])
        writer.writerow(table.header)
        writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def _cell(value: str | int) -> str | int:
    return harmless(visible(value)) if isinstance(value, str) else value
