"""Tables as MediaWiki writes them (`{| … |}`) -> grids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rolelint.importing.grid import Cell, Grid
from rolelint.importing.markup import plain

ATTRIBUTES = re.compile(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w%#-]+)\s*)+\|(?!\|)")
"""`style="…" |` before a cell's text."""

LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
QUOTES = re.compile(r"'{2,5}")


def table(lines: Sequence[str], start: int) -> tuple[Grid, int]:
    """The table that opens at this line (from 0), and the line after the one that closes it."""
    grid = Grid([[]], line=start + 1)
    number = start + 1
    while number < len(lines):
        line = lines[number].lstrip()
        number += 1
        if line.startswith("|}"):
            break
        if line.startswith("|+"):
            grid.heading = _plain(line[2:])
        elif line.startswith("|-"):
            grid.rows.append([])
        elif line[:1] in ("|", "!"):
            grid.rows[-1] += _cells(lines[number - 1], number)
    grid.rows = [row for row in grid.rows if row]
    return grid, number


def _cells(line: str, number: int) -> Iterator[Cell]:
    first = len(line) - len(line.lstrip())
    between = re.compile(r"\|\||!!" if line[first] == "!" else r"\|\|")
    at = first + 1
    for found in [*between.finditer(line, at), None]:
        yield _cell(line, at, found.start() if found else len(line), number, head=line[first] == "!")
        at = found.end() if found else at


def _cell(line: str, start: int, end: int, number: int, *, head: bool) -> Cell:
    attributes = ATTRIBUTES.match(line, start, end)
    start = attributes.end() if attributes else start
    raw = line[start:end]
    column = start + len(raw) - len(raw.lstrip()) + 1
    bold = head or raw.strip().startswith("'''")
    return Cell(_plain(raw), number, column, column + max(len(raw.strip()), 1), line, bold=bold)


def _plain(text: str) -> str:
    return plain(QUOTES.sub("", LINK.sub(r"\1", text)))
