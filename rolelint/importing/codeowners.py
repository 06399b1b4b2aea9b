"""CODEOWNERS: `pattern @owner …` lines. Each pattern is a task; its owners own it."""

from __future__ import annotations

import re

from rolelint.importing.decode import text_of
from rolelint.importing.grid import Cell
from rolelint.importing.model import OWNER, Doubt, Given, Matrix, Reading, Row
from rolelint.importing.schemes import named

SECTION = re.compile(r"\^?\[([^\[\]]+)\](?:\[\d+\])?(.*)")


def read(content: bytes, reading: Reading) -> None:
    """Add the lines of the file as one matrix; a line without an owner is a task nobody owns."""
    matrix = Matrix("", grid=False, letters=named("RACI").letters)
    section, default = "", ""
    for number, line in enumerate(text_of(content).split("\n"), 1):
        text = re.sub(r"(?:^|\s)#.*", "", line).strip()
        heading = SECTION.fullmatch(text)
        if heading:
            section, default = heading.group(1).strip(), heading.group(2).strip()
        elif text:
            matrix.rows.append(_row(text, line, number, section, default, reading))
    if matrix.rows:
        reading.matrices.append(matrix)


def _row(text: str, line: str, number: int, section: str, default: str, reading: Reading) -> Row:
    pattern, *owners = re.split(r"(?<!\\)\s+", text)
    row = Row(pattern, _cell(pattern, line, number, 0), section=section)
    at = row.cell.end - 1
    for owner in owners or default.split():
        cell = _cell(owner, line, number, at)
        at = cell.end - 1
        row.given.append(Given(owner, "", OWNER, cell))
    if len(owners) > 1:
        row.doubts.append("several owners: which one answers?")
        reading.doubts.append(Doubt(row.cell, f"{pattern}: several owners: which one answers?"))
    reading.read += 1 + len(owners)
    reading.written += 1 + len(owners)
    return row


def _cell(text: str, line: str, number: int, start: int) -> Cell:
    column = max(line.find(text, start), 0) + 1
    return Cell(text, number, column, column + len(text), line)
