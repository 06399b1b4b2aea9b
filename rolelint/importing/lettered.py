"""Which columns of a block hold letters."""

from __future__ import annotations

from rolelint.importing.block import Rows, column
from rolelint.importing.grid import Cell
from rolelint.importing.headers import is_plain_task_header
from rolelint.importing.marks import marks_of
from rolelint.importing.vocabulary import DESCRIPTIONS, blank_line, is_nobody, tokens

SHARE = 0.6
"""The part of a column's cells that must be letters for it to be a party's column."""


def letter_columns(rows: Rows, header: int, known: frozenset[str]) -> list[int]:
    """The columns below a header row whose cells are letters; the first column names what they are about."""
    found = []
    tasks = [position for position, cell in enumerate(rows[header]) if is_plain_task_header(cell.text)]
    named = bool(tasks)
    for position, cell in enumerate(rows[header]):
        if named and (position == tasks[0] or _describes(cell.text)):
            continue
        below = [c.text for c in column(rows, position, header + 1) if not _uncounted(c.text)]
        marked = sum(marks_of(text, known) is not None for text in below)
        if (
            position
            and below
            and marked / len(below) >= SHARE
            and (named or not is_mark_row_cell(cell, known))
        ):
            found.append(position)
    return _with_checked(rows, header, found) if found else found


def _describes(header: str) -> bool:
    """Whether a column holds descriptions, though a short one may look like a letter."""
    words = tokens(header)
    return bool(words) and DESCRIPTIONS.issuperset(words)


def _with_checked(rows: Rows, header: int, found: list[int]) -> list[int]:
    """And the columns beside them that hold nothing but check marks: a party's, though not understood."""
    checked = []
    for position in range(found[0] + 1, len(rows[header])):
        texts = {c.text for c in column(rows, position, header + 1) if not is_nobody(c.text)}
        if position not in found and texts and rows[header][position].text and all(map(is_check, texts)):
            checked.append(position)
    return sorted(found + checked)


def is_check(text: str) -> bool:
    """Whether a cell holds a check mark and no letter of any scheme: `x`, `✓`, `●`."""
    return text.lower() == "x" or not any(character.isalnum() for character in text)


def _uncounted(text: str) -> bool:
    """What says nothing of its column: no letter at all, or the number of a row of totals."""
    return is_nobody(text) or text.isdigit() or is_check(text)


def is_mark_row_cell(cell: Cell, known: frozenset[str]) -> bool:
    """Whether a would-be header cell is itself a letter of a task (`A`, `A/R`): then this is no header."""
    if is_nobody(cell.text):
        return bool(cell.text)
    marks = marks_of(cell.text, known)
    return bool(marks and marks.letters and (len(cell.text) == 1 or "/" in cell.text or "," in cell.text))


def nothing(text: str) -> bool:
    """No name, or only a line to write one on."""
    return is_nobody(text) or blank_line(text.split("(", maxsplit=1)[0])
