"""The cells of one row of a table -> who has what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rolelint.importing.block import EMPTY, Layout
from rolelint.importing.grid import Cell
from rolelint.importing.heads import heads_of
from rolelint.importing.ledger import Ledger, short
from rolelint.importing.legend import Legend
from rolelint.importing.marks import Marks, marks_of
from rolelint.importing.model import OWNER, Given, Row
from rolelint.importing.names import Names
from rolelint.importing.schemes import Scheme, letter_of
from rolelint.importing.vocabulary import is_nobody


@dataclass(slots=True)
class Context:
    """What the tables of one file share."""

    ledger: Ledger
    legend: Legend
    names: Names
    footnotes: dict[str, str] = field(default_factory=dict)
    default_party: str = ""


class Assigner:
    """Reads the letters and names of a layout's rows. `parties` are the header's cells by position."""

    def __init__(self, layout: Layout, scheme: Scheme, context: Context, parties: Mapping[int, Cell]) -> None:
        self.layout, self.scheme, self.context, self.parties = layout, scheme, context, parties
        self.ledger = context.ledger
        self.row = Row("", EMPTY)
        self.heads = heads_of(layout) if layout.kind in ("names", "owners") else {}

    def assign(self, made: Row, row: list[Cell]) -> None:
        """Add to the task what the row gives its parties."""
        self.row = made
        for position in self.layout.columns:
            cell = at(row, position)
            if not cell.text or (cell.spread and cell.merged and self._seen(cell)):
                continue
            if is_nobody(cell.text):
                self.ledger.use(cell)
            elif self.layout.kind in ("names", "owners"):
                self._names(cell, position)
            elif self.layout.kind == "long":
                self._letters(cell, at(row, self.layout.party).text, position)
                self.ledger.use(at(row, self.layout.party))
            else:
                self._letters(cell, self.parties[position].text if position in self.parties else "", position)

    def _seen(self, cell: Cell) -> bool:
        """Whether a merged cell of names was taken already; letters count for each row and column."""
        return self.layout.kind in ("names", "owners") and any(
            given.cell.line == cell.line and given.cell.column == cell.column for given in self.row.given
        )  # fmt: skip

    def _letters(self, cell: Cell, party: str, position: int) -> None:
        marks = marks_of(cell.text, self.layout.known)
        party = one_line(party)
        if marks is None:
            self._not_understood(cell, party)
        elif not party:
            self.ledger.lose(
                cell, f'column {position + 1} has letters ("{short(cell.text)}") but no name above'
            )
        else:
            self._take(cell, party, marks)

    def _not_understood(self, cell: Cell, party: str) -> None:
        what = f'"{short(cell.text)}" of {short(party) or "a column without a name"} is no letter'
        self.ledger.lose(cell, what, letters=True)
        self.row.doubts.append(what)

    def _take(self, cell: Cell, party: str, marks: Marks) -> None:
        before = len(self.row.given)
        for letter in marks.letters:
            duty = self.scheme.letters.get(letter)
            if duty is None:
                self._strange(cell, party, letter)
            else:
                self._give(party, letter, duty, cell)
        for duty in marks.duties:
            self._give(party, letter_of(duty, self.scheme.letters), duty, cell)
        if len(self.row.given) > before or any(g.party == party for g in self.row.given):
            self.ledger.use(cell)
        self._said(cell, party, marks)

    def _give(self, party: str, letter: str, duty: str, cell: Cell) -> None:
        if not any(given.party == party and given.duty == duty for given in self.row.given):
            self.row.given.append(Given(party, letter, duty, cell))

    def _strange(self, cell: Cell, party: str, letter: str) -> None:
        words = self.context.legend.strange.get(letter)
        means = f' ("{short(words)}")' if words else ""
        who = f"the letter {letter}{means} of {short(party)}"
        message = f"{who} is not known"
        self.ledger.lose(cell, message, letters=True)
        self.row.doubts.append(message)

    def _said(self, cell: Cell, party: str, marks: Marks) -> None:
        if marks.note:
            self.row.notes.append(f"{party}: {one_line(marks.note)}")
        if marks.footnote:
            words = self.context.footnotes.get(marks.footnote, "")
            self.row.notes.append(f"{party}: marked {marks.footnote}" + (f" {words}" if words else ""))
        if marks.unsure:
            self._doubt(cell, f"{short(party)}: {marks.unsure}")

    def _names(self, cell: Cell, position: int) -> None:
        letter, duty = self.heads[position]
        letter = letter or letter_of(duty, self.scheme.letters)
        duty = duty or self.scheme.letters.get(letter, "")
        if not duty:
            self._strange(cell, short(cell.text), letter)
            return
        for name in self.context.names.of(cell.text):
            self.row.given.append(
                Given(name.text, letter if duty != OWNER else "", duty, piece_of(cell, name.text))
            )
            if name.doubt and name.doubt not in self.row.doubts:
                self._doubt(cell, name.doubt)
        self.ledger.use(cell)

    def _doubt(self, cell: Cell, message: str) -> None:
        self.ledger.doubt(cell, message)
        self.row.doubts.append(message)


def at(row: list[Cell], position: int) -> Cell:
    """The cell of a row that may be short."""
    return row[position] if 0 <= position < len(row) else EMPTY


def piece_of(cell: Cell, name: str) -> Cell:
    """The part of a cell of the source text where one of its names stands."""
    at = -1 if cell.name else cell.shown.find(name, cell.column - 1)
    if at < 0 or name == cell.text:
        return cell
    return replace(cell, text=name, column=at + 1, end=at + 1 + len(name))


def one_line(text: str) -> str:
    """The text with its white space single."""
    return " ".join(text.split())
