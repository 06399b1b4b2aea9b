"""A block of rows whose layout is known -> a matrix, each cell accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolelint.importing.assigning import Assigner, Context, at, one_line
from rolelint.importing.block import EMPTY, Layout
from rolelint.importing.columns import Columns, columns_of
from rolelint.importing.grid import Cell
from rolelint.importing.headers import is_task_header
from rolelint.importing.heading import parties_of
from rolelint.importing.ledger import short
from rolelint.importing.marks import marks_of
from rolelint.importing.model import Matrix, Row
from rolelint.importing.names import pieces
from rolelint.importing.schemes import Scheme
from rolelint.importing.vocabulary import LEGENDS, TOTALS, blank_line, is_nobody, tokens
from rolelint.words import fold

FOOTNOTE = re.compile(
    r"\s*(?:[*†‡§#¹²³⁰⁴-⁹]|\(?\d\)|(?:notes?|hinweis|remarque|nota|source|quelle)\b\s*:?)", re.IGNORECASE
)
NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3}){0,4})[.)]?\s")


PLACEHOLDER = re.compile(
    r"\W*(?:task|activity|deliverable|decision|step|action|item|aufgabe|aktivität|tâche|activité|tarea|tarefa)"
    r"(?: name)?\s*(?:#?\d{1,3}|[a-z]|…|\.\.\.)?\W*", re.IGNORECASE,
)  # fmt: skip
"""What a template calls a row that nobody has filled in."""


class Builder:
    """Reads one layout from top to bottom."""

    def __init__(self, layout: Layout, scheme: Scheme, context: Context, title: str) -> None:
        self.layout, self.scheme, self.context = layout, scheme, context
        self.columns: Columns = columns_of(layout)
        self.matrix = Matrix(
            title, grid=layout.kind in ("grid", "long"), scheme=scheme.name, letters=scheme.letters
        )
        self.section = ""
        self.row: Row | None = None
        self.long: dict[tuple[str, str], Row] = {}
        self.loud = self._loud_sections()
        self.ledger = context.ledger
        self.parties = parties_of(layout, self.matrix, self.ledger)
        self.assigner = Assigner(layout, scheme, context, self.parties)

    def build(self) -> Matrix:
        """The matrix. Every cell of the block is used, doubted or lost on the way."""
        for number in range(self.layout.header + 1, len(self.layout.rows)):
            self._row(number, self.layout.rows[number])
        label = set(tokens(at(self.layout.rows[self.layout.header], self.columns.section).text))
        self.matrix.labelled = bool(label & {"section", "group"})
        return self.matrix

    # The rows

    def _row(self, number: int, row: list[Cell]) -> None:
        filled = [cell for cell in row if cell.text and not cell.spread]
        if not filled:
            return
        if self._is_header_again(row):
            self._header_again(row)
        elif self._is_total(row):
            for cell in filled:
                self.ledger.lose(cell, "a row of totals is not read")
        elif self._is_alone(row):
            self._alone(number, row)
        else:
            self._task(row)

    def _is_header_again(self, row: list[Cell]) -> bool:
        top = self.layout.rows[self.layout.header]
        own = {at(row, p).text for p in self.parties}
        same = all(at(row, p).text == at(top, p).text for p in self.parties)
        corner = at(row, self.columns.task).text == at(top, self.columns.task).text
        return same and (corner or not all(marks_of(text, self.layout.known) for text in own))

    def _header_again(self, row: list[Cell]) -> None:
        """The same names once more; another corner is the title of what follows."""
        corner = at(row, self.columns.task)
        top = at(self.layout.rows[self.layout.header], self.columns.task)
        if corner.text not in ("", top.text) and not is_task_header(corner.text):
            self.section = one_line(corner.text)
        self.ledger.use(*row)

    def _is_total(self, row: list[Cell]) -> bool:
        first = next((cell.text for cell in row if cell.text), "")
        rest = [cell.text for cell in row if cell.text][1:]
        digits = sum(any(c.isdigit() for c in text) for text in rest)
        held = [at(row, p).text for p in self.layout.columns if at(row, p).text]
        if self.layout.kind == "grid" and len(held) > 1 and all(text.isdigit() for text in held):
            return True
        return bool(set(tokens(first)[:1]) & TOTALS and rest and digits * 2 >= len(rest))

    def _is_alone(self, row: list[Cell]) -> bool:
        """Whether one text stands alone in its row, numbers before it aside."""
        texts = {cell.text for p, cell in enumerate(row) if cell.text and p != self.columns.identifier}
        if len(texts) != 1:
            return False
        held = any(at(row, p).text and not at(row, p).spread for p in self.layout.columns)
        return not held or all(cell.merged or cell.spread for cell in row if cell.text in texts)

    def _loud_sections(self) -> bool:
        """Whether lone rows are set off (bold, merged or cut short): then one that is not is a task."""
        rows = self.layout.rows[self.layout.header + 1 :]
        lone = [c for row in rows for c in [c for c in row if c.text and not c.spread] if self._is_alone(row)]
        others = [at(row, self.columns.task) for row in rows if not self._is_alone(row)]
        if any(cell.bold for cell in others) and all(cell.bold for cell in others if cell.text):
            return any(cell.merged for cell in lone)
        return any(cell.bold or cell.merged for cell in lone)

    def _alone(self, number: int, row: list[Cell]) -> None:
        code = at(row, self.columns.identifier)
        cell = next((c for c in row if c.text and not c.spread and c is not code), code)
        self.ledger.use(code)
        text = cell.text
        if set(tokens(text)) <= LEGENDS or (FOOTNOTE.match(text) and len(text) > 2):
            self.matrix.notes.append(one_line(text))
            self.ledger.use(cell)
        elif blank_line(text) or PLACEHOLDER.fullmatch(text):
            self.ledger.lose(cell, f'a line to write on: "{short(text)}"')
        elif self._is_section(number, cell):
            self.section = one_line(text if code is cell or code.spread else f"{code.text} {text}")
            self.ledger.use(cell)
        else:
            self._new_row(cell)
            self._beside(row)
            self._doubt(cell, "nobody has a letter here: a task that nobody owns, or a heading?")

    def _is_section(self, number: int, cell: Cell) -> bool:
        if self.loud:
            return cell.bold or cell.merged
        if len(self.layout.rows) > number + 1 and (self.section or self.row is None or self._heads(number)):
            following = self.layout.rows[number + 1]
            if any(c.text for c in following) and not self._is_alone(following):
                return not self._numbered_like_tasks(cell)
        return cell.bold or cell.merged or cell.text.rstrip().endswith(":")

    def _heads(self, number: int) -> bool:
        """Whether a row that is not the first is set off by its capitals, or numbered above the next one."""
        row, following = self.layout.rows[number], self.layout.rows[number + 1]
        position = self.columns.task if self.columns.identifier < 0 else self.columns.identifier
        own, next_one = (
            NUMBER.match(at(row, position).text + " "),
            NUMBER.match(at(following, position).text + " "),
        )
        if own and next_one:
            return next_one.group(1).startswith(own.group(1) + ".")
        name = at(row, self.columns.task).text
        return name.isupper() and not at(following, self.columns.task).text.isupper()

    def _numbered_like_tasks(self, cell: Cell) -> bool:
        """`2.3 Something` among `2.2 …` and `2.4 …` is a task, though no letter stands beside it."""
        own = NUMBER.match(cell.text + " ")
        last = NUMBER.match(self.row.name + " ") if self.row else None
        return bool(own and last and own.group(1).count(".") == last.group(1).count(".") > 0)

    def _task(self, row: list[Cell]) -> None:
        name = at(row, self.columns.task)
        self._label(row)
        if name.spread and self.row is not None and self.row.cell.line == name.line:
            pass
        elif name.text and not blank_line(name.text):
            self._new_row(name)
        elif self.row is None or name.text:
            self._lose_row(row, "letters beside no task")
            return
        else:
            self.context.ledger.doubt(
                next(c for c in row if c.text), "no task here; taken as part of the one above"
            )
        self._beside(row)
        assert self.row is not None
        self.assigner.assign(self.row, row)

    def _lose_row(self, row: list[Cell], why: str) -> None:
        for cell in row:
            if cell.text and not cell.spread:
                self.ledger.lose(cell, f'{why}: "{short(cell.text)}"')

    def _label(self, row: list[Cell]) -> None:
        cell = at(row, self.columns.section)
        if cell.text and not is_nobody(cell.text):
            self.section = one_line(cell.text)
        self.ledger.use(cell)

    def _new_row(self, cell: Cell) -> None:
        again = self.layout.kind == "long" and self.long.get((self.section, fold(cell.text)))
        self.row = again or Row(one_line(cell.text), cell, section=self.section)
        if not again:
            self.matrix.rows.append(self.row)
            self.long[self.section, fold(cell.text)] = self.row
        self.ledger.use(cell)
        mark = re.search(r"(?<=\w)([*†‡§¹²³⁴-⁹]{1,3})$", cell.text)
        if mark and mark.group(1) in self.context.footnotes:
            self.row.notes.append(f"{mark.group(1)} {self.context.footnotes[mark.group(1)]}")

    def _doubt(self, cell: Cell, message: str) -> None:
        self.ledger.doubt(cell, message)
        if self.row is not None:
            self.row.doubts.append(message)

    def _beside(self, row: list[Cell]) -> None:
        """The columns that are neither task nor letters."""
        columns, made = self.columns, self.row
        assert made is not None
        for key, position in (
            ("id", columns.identifier),
            ("description", columns.description),
            ("metric", columns.metric),
        ):
            cell = at(row, position)
            if cell.text and not cell.spread and not is_nobody(cell.text):
                made.extra[key] = one_line(cell.text)
                made.extra_cells[key] = cell
            self.ledger.use(cell)
        for position, area in columns.areas.items():
            cell = at(row, position)
            if cell.text and not is_nobody(cell.text):
                made.area[area] = one_line(cell.text)
            self.ledger.use(cell)
        self._notes(row, made)

    def _notes(self, row: list[Cell], made: Row) -> None:
        top = self.layout.rows[self.layout.header]
        for position in self.columns.notes:
            cell, head = at(row, position), at(top, position).text
            if cell.text and not cell.spread and not is_nobody(cell.text):
                made.notes.append(f"{one_line(head)}: {one_line(cell.text)}" if head else one_line(cell.text))
            self.ledger.use(cell)


def reverse_rows(layout: Layout) -> Iterator[tuple[Cell, str, Cell, str]]:
    """Of roles in rows and duties over tasks: the party's cell, the duty's header, the cell, a task."""
    top = layout.rows[layout.header]
    for row in layout.rows[layout.header + 1 :]:
        party = next((cell for cell in row[: layout.columns[0]] if cell.text), EMPTY)
        for position in layout.columns:
            if position < len(row) and row[position].text:
                for piece in pieces(row[position].text):
                    yield party, top[position].text, row[position], piece
