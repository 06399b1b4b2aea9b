"""CSV, TSV and their kin -> a grid."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from rolelint.importing.decode import text_of
from rolelint.importing.grid import Cell, Grid, Page

DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 200
"""Lines looked at to find the delimiter."""


def read(content: bytes, delimiter: str | None = None) -> Page:
    """The one table of the text. Lines that Excel writes first (`sep=;`) are obeyed."""
    text = text_of(content)
    said, text_lines = _told(text.split("\n"))
    delimiter = delimiter or said or delimiter_of(text_lines)
    rows = list(_rows(text_lines, delimiter, first=2 if said else 1))
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    return Page(grids=[Grid(rows)] if rows else [])


def _told(lines: list[str]) -> tuple[str | None, list[str]]:
    first = lines[0].strip().strip('"') if lines else ""
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], lines[1:]
    return None, lines


def delimiter_of(lines: list[str]) -> str:
    """The delimiter that gives most lines the same number of columns, more than one; else the comma.

    `csv.Sniffer` guesses from single characters and takes letters of words for delimiters.
    """
    sample = "\n".join(lines[:SAMPLE])
    return max(DELIMITERS, key=lambda each: (_evenness(sample, each), -DELIMITERS.index(each)))


def _evenness(sample: str, delimiter: str) -> float:
    lines = sample.split("\n")
    rows = list(_numbered(lines, delimiter))
    if rows and _ends_in_quotes(lines[rows[-1][0] :], delimiter):
        rows.pop()  # what a quote swallows is no row: `,";"` opens none, but for the wrong delimiter it does
    widths = [len(row) for _, row in rows if any(row)]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    common = max(set(wide), key=lambda width: (wide.count(width), width))
    return wide.count(common) / len(widths) + min(common, 9) / 100


def _ends_in_quotes(lines: list[str], delimiter: str) -> bool:
    """Whether a quote is still open where the lines end."""
    try:
        deque(csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True), maxlen=0)
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _numbered(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows, each with how many lines were read before it. A row that cannot be parsed is empty."""
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(
        (line + "\n" for line in lines), delimiter=delimiter, skipinitialspace=delimiter != "\t"
    )
    before = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = []
        yield before, row
        before = reader.line_num


def _rows(lines: list[str], delimiter: str, first: int) -> Iterator[list[Cell]]:
    if _unclosed(lines, delimiter):
        yield from (list(_plain(line, delimiter, first + n)) for n, line in enumerate(lines))
        return
    for before, row in _numbered(lines, delimiter):
        if not any(row):
            yield []
            continue
        yield list(_placed(row, lines, before, first, delimiter))


def _unclosed(lines: list[str], delimiter: str) -> bool:
    """Whether a quote that nobody closes swallows the rest of the file."""
    before, row = deque(_numbered(lines, delimiter), maxlen=1)[0]
    return len(lines) - before > 50 and any(text.count("\n") > 40 for text in row)


def _plain(line: str, delimiter: str, number: int) -> Iterator[Cell]:
    column = 1
    for piece in line.split(delimiter):
        yield _cell(piece, number, column, line)
        column += len(piece) + 1


def _placed(row: list[str], lines: list[str], before: int, first: int, delimiter: str) -> Iterator[Cell]:
    """The cells of a row, found again in its lines from left to right."""
    number, column = before, 0
    for value in row:
        line = lines[number] if number < len(lines) else ""
        rest = line[column:]
        start = column + len(rest) - len(rest.lstrip(" "))
        if line[start : start + 1] == '"' and value != line[start : start + len(value)]:
            yield _cell(value, first + number, start + 2, line)
            number, column = _closed(lines, number, start + 1)
        else:
            yield _cell(value, first + number, start + 1, line)
            column = start + len(value)
        line = lines[number] if number < len(lines) else ""
        after = line.find(delimiter, column)
        column = after + 1 if after >= 0 else len(line)


def _closed(lines: list[str], number: int, column: int) -> tuple[int, int]:
    """Line and column after the quote that ends the quoted text begun before `column`."""
    while number < len(lines):
        line = lines[number]
        end = line.find('"', column)
        if end < 0:
            number, column = number + 1, 0
        elif line[end + 1 : end + 2] == '"':
            column = end + 2
        else:
            return number, end + 1
    return len(lines) - 1, len(lines[-1])


def _cell(value: str, line: int, column: int, shown: str) -> Cell:
    text = value.strip()
    if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@"):
        text = text[1:]  # so marked lest a spreadsheet runs it
    column += len(value) - len(value.lstrip()) if "\n" not in value else 0
    shown_length = max(len(text.split("\n")[0]), 1)
    return Cell(text, line, column, column + shown_length, shown)
