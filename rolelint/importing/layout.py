"""Which way round a table is: where its header stands, and what each column holds."""

from __future__ import annotations

from collections.abc import Callable

from rolelint.importing.block import Layout, Rows, column, turned
from rolelint.importing.direction import which_way
from rolelint.importing.grid import Cell
from rolelint.importing.headers import header_duty, is_plain_task_header, is_task_header
from rolelint.importing.lettered import is_mark_row_cell, letter_columns, nothing
from rolelint.importing.marks import marks_of
from rolelint.importing.vocabulary import (
    LONG_LETTERS,
    PARTIES,
    TASKS,
    is_nobody,
    tokens,
)

HEADER_SEARCH = 12
"""Rows looked at for a header."""
EITHER = frozenset({"name", "names", "title", "group", "nom", "nombre", "nome", "naam"})
"""What may head a column of people and of tasks alike."""

SAMPLE = 400
"""Rows that the layout is judged by."""


def layout_of(rows: Rows, known: frozenset[str], *, owners: bool = True) -> Layout | None:
    """The layout, or None where the rows are no matrix. `known` letters may stand together without a sign."""
    seen = rows[:SAMPLE]
    found = _seen_layout(seen, known, owners=owners)
    if found is None or len(rows) <= SAMPLE:
        return found
    found.rows = turned(rows) if found.turned else rows
    return found


def _seen_layout(rows: Rows, known: frozenset[str], *, owners: bool) -> Layout | None:
    across, grid = turned(rows), _grid(rows, known)
    for attempt in (_names, _long):
        straight = attempt(rows, known)
        if straight and not _inside(straight, grid):
            return straight
    found = which_way(grid, _grid(across, known))
    if found:
        return found
    sideways = _names(across, known)
    if sideways and sideways.kind == "names" and sideways.header < 2 and not _of_people(sideways):
        sideways.turned = True
        return sideways
    return _owners(rows, known) if owners else None


def _of_people(found: Layout) -> bool:
    """Whether the only row is headed `Name` or `Role`: who holds the roles of a project, and no task."""
    below = [row[0].text for row in found.rows[found.header + 1 :] if row]
    return len(below) == 1 and (PARTIES | EITHER).issuperset(tokens(below[0]))


def _inside(found: Layout, grid: Layout | None) -> bool:
    """Whether what looks like a header of duties is a task called `A` of a grid that has a header above."""
    return (
        grid is not None
        and grid.header < found.header
        and any(is_plain_task_header(cell.text) for cell in grid.rows[grid.header])
    )


def _best(rows: Rows, score: Callable[[int], int]) -> tuple[int, int]:
    """The first row that scores highest, and its score."""
    best = (0, 0)
    for header in range(min(HEADER_SEARCH, len(rows) - 1)):
        scored = score(header)
        if scored > best[1]:
            best = (header, scored)
    return best


def _grid(rows: Rows, known: frozenset[str]) -> Layout | None:
    if len(rows) < 2:
        return None

    def score(header: int) -> int:
        columns = letter_columns(rows, header, known)
        named = sum(bool(rows[header][p].text) and not _wide(rows[header], p) for p in columns)
        wrong = 4 if _mostly_marks(rows[header], known) else 0
        wrong += 2 if _another_header(rows, header, columns, known) else 0
        return max(4 * named + len(columns) - wrong, 1) if named else 0

    header, found = _best(rows, score)
    if not found:
        return None
    columns = letter_columns(rows, header, known)
    if not _is_party_grid(rows, header, columns, known):
        return None
    columns, shifted = _shifted(rows, header, columns)
    return Layout("grid", rows, header, columns, shifted=shifted, known=known)


def _another_header(rows: Rows, header: int, columns: list[int], known: frozenset[str]) -> bool:
    """Whether the next row names the columns too: then this one only stands over it."""
    below = [rows[header + 1][p].text for p in columns if p < len(rows[header + 1])]
    names = [text for text in below if text and not is_nobody(text) and marks_of(text, known) is None]
    return len(names) * 2 > len(columns)


def _wide(row: list[Cell], position: int) -> bool:
    """Whether a merge spreads the cell over its neighbours: a group above the parties, not a party."""
    text = row[position].text
    return row[position].merged and any(
        0 <= p < len(row) and row[p].text == text and row[p].line == row[position].line
        and row[p].merged and (row[p].spread or row[position].spread)
        for p in (position - 1, position + 1)
    )  # fmt: skip


def _mostly_marks(row: list[Cell], known: frozenset[str]) -> bool:
    filled = [cell for cell in row[1:] if cell.text]
    return sum(is_mark_row_cell(cell, known) for cell in filled) * 2 > len(filled)


def _is_party_grid(rows: Rows, header: int, columns: list[int], known: frozenset[str]) -> bool:
    """Letters that are duties; where there is only one letter, the header must be beyond doubt."""
    used: set[str] = set()
    number = 0
    for position in columns:
        for cell in column(rows, position, header + 1):
            marks = marks_of(cell.text, known)
            number += marks is not None
            used |= set(marks.letters) | {duty[:1].upper() for duty in marks.duties} if marks else set()
    sure = number > 1 or any(is_plain_task_header(cell.text) for cell in rows[header])
    return sure and bool(used & set("RADPCI"))


def _shifted(rows: Rows, header: int, columns: list[int]) -> tuple[list[int], bool]:
    """A header that lacks its corner stands one place too far left; the last column then has no name."""
    top = rows[header]
    last = columns[-1]
    corner = top[0].text if top else ""
    nameless = last >= len(top) or not top[last].text
    if nameless and columns[0] == 1 and corner and not is_task_header(corner) and len(columns) > 1:
        return columns, True
    first_missing = len(top) == last and columns[0] == 1 and corner and not is_task_header(corner)
    return columns, bool(first_missing)


def _names(rows: Rows, known: frozenset[str]) -> Layout | None:
    def duties(header: int) -> list[int]:
        return [
            p for p, c in enumerate(rows[header]) if c.text and not c.spread and header_duty(c.text, known)
        ]

    def score(header: int) -> int:
        found = duties(header)
        distinct = {header_duty(rows[header][p].text, known) for p in found}
        return len(distinct) if len(distinct) > 1 and _hold_names(rows, header, found, known) else 0

    if len(rows) < 2:
        return None
    header, found = _best(rows, score)
    if not found:
        return None
    columns = duties(header)
    first = {tuple(tokens(cell.text)) for cell in rows[header][: columns[0]]}
    reverse = _corner_is_party([word for words in first for word in words]) or _for_whom(
        rows[header], columns
    )
    return Layout("reverse" if reverse else "names", rows, header, columns, known=known)


def _hold_names(rows: Rows, header: int, columns: list[int], known: frozenset[str]) -> bool:
    """Below duties stand names: not letters, not numbers, and something at all."""
    below = [c.text for p in columns for c in column(rows, p, header + 1) if not nothing(c.text)]
    marks = sum(marks_of(text, known) is not None for text in below)
    numbers = sum(text.replace("%", "").replace(".", "").strip().isdigit() for text in below)
    others = [p for p in range(len(rows[header])) if p not in columns]
    return bool(below) and bool(others) and marks * 2 < len(below) and numbers * 2 < len(below)


def counts_only(rows: Rows, known: frozenset[str]) -> bool:
    """Whether duties stand over numbers: a summary of another table."""
    if len(rows) < 2:
        return False
    columns = [p for p, cell in enumerate(rows[0]) if header_duty(cell.text, known)]
    below = [c.text for p in columns for c in column(rows, p, 1)]
    return (
        len(columns) > 1
        and bool(below)
        and all(text.strip(" %").replace(".", "").isdigit() for text in below)
    )


def _for_whom(top: list[Cell], columns: list[int]) -> bool:
    """`Name | Responsible for | Accountable for`: the cells below hold tasks."""
    return all(set(tokens(top[p].text)) & {"for", "fur", "voor"} for p in columns)


def _corner_is_party(words: list[str]) -> bool:
    words = [word for word in words if word not in EITHER]
    kinds = ["task" if word in TASKS else "party" for word in words if word in TASKS or word in PARTIES]
    return bool(kinds) and kinds[0] == "party"


def _long(rows: Rows, known: frozenset[str]) -> Layout | None:
    """A row for each letter: task, party, letter."""
    if len(rows) < 3:
        return None
    for header in range(min(HEADER_SEARCH, len(rows) - 1)):
        letters = letter_columns(rows, header, known)
        if len(letters) != 1 or not set(tokens(rows[header][letters[0]].text)) & LONG_LETTERS:
            continue
        others = [p for p, c in enumerate(rows[header]) if c.text and p != letters[0]]
        parties = [p for p in others if set(tokens(rows[header][p].text)) & PARTIES]
        parties = [p for p in parties if not is_task_header(rows[header][p].text)] or parties
        if parties and len(others) > 1:
            return Layout("long", rows, header, letters, party=parties[0], known=known)
    return None


def _owners(rows: Rows, known: frozenset[str]) -> Layout | None:
    """One duty over names, beside a column that says it holds tasks."""
    for header in range(min(3, len(rows) - 1)):
        cells = rows[header]
        duties = [p for p, c in enumerate(cells) if len(c.text) > 1 and header_duty(c.text, known)]
        tasks = [p for p, c in enumerate(cells) if is_task_header(c.text) and p not in duties]
        tasks += [p for p, c in enumerate(cells[:1]) if EITHER.issuperset(tokens(c.text)) and c.text]
        if len(duties) == 1 and tasks and _hold_names(rows, header, duties, known):
            return Layout("owners", rows, header, duties, known=known)
    return None
