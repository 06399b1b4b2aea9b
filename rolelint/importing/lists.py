"""Matrices without a table: a line a task (`Task — Role A/R; Role C`), bullets of one role, owner lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rolelint.importing.assigning import Context
from rolelint.importing.grid import Cell, Line
from rolelint.importing.headers import header_duty
from rolelint.importing.legend import ENTRY
from rolelint.importing.marks import GLUED, marks_of
from rolelint.importing.markup import plain
from rolelint.importing.model import OWNER, Given, Matrix, Reading, Row
from rolelint.importing.schemes import letter_of, named, scheme_for
from rolelint.importing.vocabulary import plain_fold
from rolelint.words import fold

DASH = re.compile(r"\s+[—–-]+\s+|:\s+")
PART = re.compile(r"(.*\S)\s+((?:[RACIS](?:\s*[/,&+]\s*)?){1,4})(?:\s*\(([^()]*)\))?")
BRACKETED = re.compile(r"(.*\S)\s*\(((?:[RACIS](?:\s*[/,&+]\s*)?){1,4})\)()")
OWNED = re.compile(
    r"(?:owned by|owner|owners|dri|responsible|verantwortlich|responsable)\b\s*:?\s*(.+)", re.IGNORECASE
)
NAMED = re.compile(r"([^\W\d_][\w ]{2,30}?|[RACI])\s*:\s*(\S.*)")


def read_lists(lines: list[Line], reading: Reading, context: Context) -> None:
    """The first of the three forms that the lines have; nothing where they have none."""
    reading.read += 0
    for form in (_inline, _one_role, _owner_lines, _owned_lists):
        matrix = form(lines, context)
        if matrix is not None and matrix.rows:
            reading.matrices.append(matrix)
            used = [cell for row in matrix.rows for cell in (row.cell, *(given.cell for given in row.given))]
            count = len({(cell.line, cell.column) for cell in used})
            reading.read += count
            reading.written += count
            return


def _cell(line: Line, text: str, start: int = 0) -> Cell:
    at = line.shown.find(text, start) if text else -1
    column = at + 1 if at >= 0 else line.column
    return Cell(text, line.line, column, column + max(len(text), 1), line.shown)


@dataclass(slots=True)
class _Part:
    party: str
    letters: tuple[str, ...]
    note: str


def _inline(lines: list[Line], context: Context) -> Matrix | None:
    """`- Bake the bread — Baker A/R; Shop C; Owner I`."""
    matrix = Matrix("", grid=True)
    for line in lines:
        pieces = DASH.split(line.text.strip("-*• "), maxsplit=1)
        if len(pieces) != 2 or (";" not in pieces[1] and "," not in pieces[1]):
            continue
        parts = [_part(text) for text in re.split(r"\s*;\s*|,\s+", plain(pieces[1]))]
        if sum(part is not None for part in parts) * 2 > len(parts):
            matrix.rows.append(_inline_row(line, plain(pieces[0]), [p for p in parts if p], parts, context))
    return _with_scheme(matrix, lines, context) if len(matrix.rows) > 1 else None


def _part(text: str) -> _Part | None:
    match = BRACKETED.fullmatch(text.strip(" .")) or PART.fullmatch(text.strip(" ."))
    marks = marks_of(match.group(2), GLUED) if match else None
    if match is None or marks is None:
        return None
    return _Part(match.group(1).strip(), marks.letters, (match.group(3) or "").strip())


def _inline_row(
    line: Line, name: str, parts: list[_Part], every: list[_Part | None], context: Context
) -> Row:
    row = Row(name, _cell(line, name))
    at = line.shown.find(name) + len(name)
    for part in parts:
        cell = _cell(line, part.party, at)
        at = cell.end - 1
        row.given += [Given(part.party, letter, letter, cell) for letter in part.letters]
        if part.note:
            row.notes.append(f"{part.party}: {part.note}")
    if len(parts) < len(every):
        message = "a part of this line was not understood"
        row.doubts.append(message)
        context.ledger.doubt(row.cell, message)
    return row


def _with_scheme(matrix: Matrix, lines: list[Line], context: Context) -> Matrix:
    """Give the letters, kept as they are so far, their duties."""
    used = frozenset(given.mark for row in matrix.rows for given in row.given)
    scheme = scheme_for(used, context.legend.letters, [line.text for line in lines if line.level])
    matrix.scheme, matrix.letters = scheme.name, scheme.letters
    for row in matrix.rows:
        row.given = [g._replace(duty=scheme.letters[g.mark]) for g in row.given if g.mark in scheme.letters]
    return matrix


def _one_role(lines: list[Line], context: Context) -> Matrix | None:
    """Bullets `Task: **A / R**` of the one role that the page's title names."""
    party = _role_of_title(lines)
    matrix = Matrix("", grid=True)
    section = ""
    for line in lines:
        section = line.text if line.level > 1 else section
        name, colon, letters = plain(line.text).rpartition(":")
        marks = (
            marks_of(letters.strip(), GLUED) if colon and line.item and not ENTRY.match(line.text) else None
        )
        if marks and marks.letters and len(name.strip()) > 1:
            row = Row(name.strip(), _cell(line, name.strip()))
            cell = _cell(line, letters.strip(), row.cell.end)
            row.given += [Given(party, letter, letter, cell) for letter in marks.letters]
            matrix.rows.append(row)
    if len(matrix.rows) < 2 or not party:
        return None
    context.ledger.doubt(
        matrix.rows[0].cell, f'all letters were taken for those of "{party}", whom the title names'
    )
    return _with_scheme(matrix, lines, context)


def _role_of_title(lines: list[Line]) -> str:
    """The role in a title such as `RACI – Treasurer`; of a masculine and a feminine form the first."""
    title = next((line.text for line in lines if line.level == 1), "")
    name = re.sub(r"\b(?:RACI|RASCI|matrix|matrice|matriz|role)\b", "", title, flags=re.IGNORECASE).strip(
        " –—-:|"
    )
    first, _, second = (part.strip() for part in name.partition("/"))
    shared = min(len(first), len(second)) * 2 // 3
    if second and " " not in first and plain_fold(first)[:shared] == plain_fold(second)[:shared]:
        return first
    return name


def _owner_lines(lines: list[Line], context: Context) -> Matrix | None:
    """A heading a task, with a line `Responsible: X` below it."""
    matrix = Matrix("", grid=False)
    current: Row | None = None
    for line in lines:
        text = plain(line.text)
        if line.level:
            current = Row(text.rstrip(": "), _cell(line, text.rstrip(": ")))
            continue
        match = NAMED.fullmatch(text)
        duty = header_duty(match.group(1), frozenset()) if match else None
        if match and duty and current is not None:
            if current not in matrix.rows:
                matrix.rows.append(current)
            cell = _cell(line, match.group(2), line.column)
            meaning = duty[1] or named("RACI").letters[duty[0]]
            current.given += [Given(n.text, "", meaning, cell) for n in context.names.of(match.group(2))]
    return _known(matrix) if len(matrix.rows) > 1 else None


def _owned_lists(lines: list[Line], context: Context) -> Matrix | None:
    """A heading an owner (`Owned by X`), with its tasks as bullets."""
    matrix = Matrix("", grid=False)
    owner: tuple[str, Cell] | None = None
    for line in lines:
        text = plain(line.text)
        if line.level:
            match = OWNED.fullmatch(text)
            owner = (match.group(1), _cell(line, match.group(1))) if match else None
        elif owner and line.item and text:
            row = Row(text, _cell(line, text), given=[Given(owner[0], "", OWNER, owner[1])])
            matrix.rows.append(row)
    return _known(matrix) if matrix.rows else None


def _known(matrix: Matrix) -> Matrix:
    seen: dict[str, Row] = {}
    for row in matrix.rows:
        seen.setdefault(fold(row.name), row)
    matrix.letters = scheme_for(frozenset(), {}, []).letters
    for row in matrix.rows:
        row.given = [g._replace(mark=letter_of(g.duty, matrix.letters)) for g in row.given]
    return matrix
