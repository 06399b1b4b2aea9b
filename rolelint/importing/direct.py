"""A table as a document to lint as it stands: findings fall on the cells of the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rolelint.finding import Place, Problem, Route, Step
from rolelint.importing.decode import text_of
from rolelint.importing.grid import Cell
from rolelint.importing.model import Matrix, Reading, Row
from rolelint.importing.reader import Options, read
from rolelint.organisation.schemes import SCHEMES

Steps = tuple[Step, ...]

UNREAD = "unread"
LETTERS = "write R, A, C or I there, or a legend below the table that says what it means"
SHOWN = 5
"""Unsure cells told of one file; the rest are counted."""


@dataclass(slots=True)
class TableDocument:
    """The same interface as a document of `rolelint.source`; `data` is in the matrix format's own words."""

    file: str
    number: int
    data: object
    cells: dict[Steps, Cell] = field(default_factory=dict)
    lines: Sequence[str] = ()
    comments: tuple[object, ...] = ()

    def place(self, route: Route) -> Place:
        """The cell that a route leads to, or the nearest one above it."""
        steps = route.steps
        while steps and steps not in self.cells:
            steps = steps[:-1]
        cell = self.cells.get(steps)
        if cell is None:
            return Place(self.file, 1, 1, 1, 2, self.line(1))
        if cell.name:
            text = " ".join(cell.text.split())
            return Place(self.file, cell.line, cell.column, cell.line, cell.end, text, cell.name)
        start = cell.shown.find(cell.text, cell.column - 1) + 1
        start, end = (start, start + len(cell.text)) if start else (cell.column, cell.end)
        if route.span and steps == route.steps:
            start, end = start + route.span[0], start + route.span[1]
        return Place(self.file, cell.line, start, cell.line, max(end, start + 1), cell.shown)

    def line(self, number: int) -> str:
        """A line of the source text; empty for a spreadsheet."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(slots=True)
class Direct:
    """What `rolelint.source.read` gives too: documents and problems; and the reading they rest on."""

    documents: list[TableDocument]
    problems: list[Problem]
    reading: Reading

    def notes(self) -> list[str]:
        """What was taken for granted or left out, and is no fault; the first few cells with their place."""
        file = self.reading.file
        told = [f"{file}: {remark}" for remark in self.reading.remarks]
        unsure = [doubt for doubt in self.reading.doubts if not doubt.letters]
        told += [f"{file}:{doubt.place()}: {doubt.message}" for doubt in unsure[:SHOWN]]
        if len(unsure) > SHOWN:
            told.append(f"{file}: {len(unsure) - SHOWN} more of the kind; `rolelint import` lists them all")
        return told


def documents(file: str, content: bytes, first: int = 0, options: Options | None = None) -> Direct:
    """The matrices of a table file as one document. Refused where it cannot be read."""
    reading = read(file, content, options)
    if not reading.matrices:
        return Direct([], [], reading)
    made = TableDocument(file, first, {}, lines=() if content[:2] == b"PK" else text_of(content).split("\n"))
    made.data = _data(reading, made.cells)
    return Direct([made], list(_problems(made, reading)), reading)


def _problems(made: TableDocument, reading: Reading) -> Iterator[Problem]:
    """Cells where letters should stand and none that is known does; they have steps of their own."""
    for number, doubt in enumerate(each for each in reading.doubts if each.letters):
        made.cells[UNREAD, number] = doubt.cell
        yield Problem("letters-unknown", doubt.message, Route(made.number, (UNREAD, number)), help=LETTERS)


def _data(reading: Reading, cells: dict[Steps, Cell]) -> dict[str, object]:
    data: dict[str, object] = {}
    scheme = _scheme(reading.matrices)
    if scheme is not None:
        data["scheme"] = scheme
    tasks: list[object] = []
    data["tasks"] = tasks
    for name, rows in _groups(reading.matrices):
        at: Steps = ("tasks", len(tasks))
        if name:
            cells[at] = cells[(*at, "group")] = rows[0].cell
            tasks.append(
                {"group": name, "tasks": [_task(row, (*at, "tasks", n), cells) for n, row in enumerate(rows)]}
            )
        else:
            tasks += [
                _task(row, ("tasks", at[1] + n), cells)
                for n, row in enumerate(rows)
                if isinstance(at[1], int)
            ]
    return data


def _scheme(matrices: Sequence[Matrix]) -> object:
    """The one scheme of all matrices, where it is not RACI; duties are written as words in any case."""
    names = {matrix.scheme for matrix in matrices}
    name = next(iter(names))
    return name if len(names) == 1 and name in SCHEMES and name != "RACI" else None


def _groups(matrices: Sequence[Matrix]) -> Iterator[tuple[str, list[Row]]]:
    """Neighbouring rows of one section (or, of several tables, one title)."""
    for matrix in matrices:
        rows: list[Row] = []
        name = ""
        for row in matrix.rows:
            own = row.section or (matrix.title if len(matrices) > 1 else "")
            if rows and own != name:
                yield name, rows
                rows = []
            name = own
            rows.append(row)
        if rows:
            yield name, rows


def _task(row: Row, steps: Steps, cells: dict[Steps, Cell]) -> dict[str, object]:
    task: dict[str, object] = {"name": row.name}
    cells[steps] = cells[(*steps, "name")] = row.cell
    for key, value in row.extra.items():
        task[key] = value
        cells[(*steps, key)] = row.extra_cells.get(key, row.cell)
    for duty in dict.fromkeys(given.duty for given in row.given):
        given = [each for each in row.given if each.duty == duty]
        task[duty] = [each.party for each in given]
        cells[(*steps, duty)] = given[0].cell
        for number, each in enumerate(given):
            cells[(*steps, duty, number)] = each.cell
    if row.area:
        task["area"] = dict(row.area)
    return task
