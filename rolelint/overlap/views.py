"""What the page shows of the figures, cut to what a screen can hold. What is cut is always said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rolelint.exporting.sheet import LETTERS
from rolelint.overlap.figures import Column, Cue, Figures, Lean, Note, Pair, Row
from rolelint.overlap.words import holders
from rolelint.records import NamedTuple

LONGEST = 240
"""Characters of a name that are shown; the rest unfolds."""
OPEN = 5
"""So many overlaps stand open; the others unfold."""
CLAIMS, NOTES, PANEL, UNOWNED = 200, 2500, 40, 300
"""So many overlaps, findings, rows of a pair and unowned tasks are listed at most."""
CELLS = 20_000
"""A matrix of more cells than this is shown `PAGE` rows at a time."""
PAGE = 100
LISTED = 10
"""A row of such a list counts as so many cells."""
MOST_COLUMNS = 120
"""With more columns than this nobody can read a grid: it is a list of who holds what."""
WIDE = 14
"""With more columns than this a printed matrix is a list of who holds what."""
SHORTEST = 4
"""So much evidence, at least, fills a bar: one word must not look like a landslide."""
_GRAVE = {"error": 0, "warning": 1, "info": 2}


class Section(NamedTuple):
    """Rows under one heading of the file; numbers of rows."""

    name: str
    rows: tuple[int, ...]


class Spoken(NamedTuple):
    """A rule, its title, and the numbers of the findings that it made."""

    rule: str
    title: str
    notes: tuple[int, ...]


class Views:
    """The figures as the page needs them."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        grave = sorted(range(len(figures.notes)), key=lambda n: (_GRAVE[figures.notes[n].severity], n))
        self.listed = frozenset(grave[:NOTES])
        self.notes_left = max(0, len(grave) - NOTES)
        self.claims = figures.claims[:CLAIMS]
        self.claims_left = len(figures.claims) - len(self.claims)
        self.unowned = figures.gaps.unowned[:UNOWNED]
        self.unowned_left = len(figures.gaps.unowned) - len(self.unowned)
        self.wide = len(figures.columns) > WIDE
        self.grid = len(figures.columns) <= MOST_COLUMNS
        self.paged = len(figures.rows) * (len(figures.columns) if self.grid else LISTED) > CELLS
        self.page = PAGE if self.paged else 0
        self.open = OPEN
        self.panel = PANEL
        self.busiest = max((c.accountable + c.responsible for c in figures.columns), default=0) or 1
        counted = (len(r) for d in figures.dimensions for lean in d.leans for r in (lean.first, lean.second))
        self.longest_lean = max(SHORTEST, *counted)

    def sections(self) -> list[Section]:
        """The rows under their headings, in the order of the files; several files are headings as well."""
        rows = self._figures.rows
        several = len({row.spot.file for row in rows}) > 1

        def heading(number: int) -> str:
            row = rows[number]
            return " · ".join(filter(None, (row.spot.file if several else "", row.section)))

        return [Section(name, tuple(numbers)) for name, numbers in groupby(range(len(rows)), key=heading)]

    def cells(self, row: Row) -> Iterator[str]:
        """The cells of a row as markup: `<td class=A>A/R`; made of letters of ours alone."""
        if not self.grid:
            return
        hot = self._hot(row)
        at = 0
        for column, letters in row.cells:
            yield "<td>" * (column - at)
            marked = " hot" if column in hot else ""
            look = f'"{letters[0]}{marked}"' if marked else letters[0]
            yield f"<td class={look}>{letters}"
            at = column + 1
        yield "<td>" * (len(self._figures.columns) - at)

    def legend(self) -> list[tuple[str, str]]:
        """The letters that occur beside R, A, C and I, with their duties."""
        seen = {
            letter for row in self._figures.rows for cell in row.cells for letter in cell.letters.split("/")
        }
        return [(letter, duty) for duty, letter in LETTERS.items() if letter in seen and letter not in "RACI"]

    def holding(self, row: Row) -> str:
        """The columns that hold anything in a row: `0 4 11`."""
        return " ".join(str(cell.column) for cell in row.cells)

    def _hot(self, row: Row) -> frozenset[int]:
        """The columns to mark: the owners, where the row is claimed twice or with the wrong function."""
        notes = (self._figures.notes[number] for number in row.notes)
        marked = any(note.topic in ("overlap", "wrong function") for note in notes)
        return frozenset(row.owners) if marked else frozenset()

    def gravest(self, row: Row) -> str:
        """The severity of the gravest finding on a row, or nothing."""
        severities = [self._figures.notes[number].severity for number in row.notes]
        return min(severities, key=_GRAVE.__getitem__, default="")

    def marks(self, row: Row) -> list[int]:
        """The findings on a row that are listed on the page."""
        return [number for number in row.notes if number in self.listed]

    def who(self, row: Row) -> str:
        """Who holds what in a row."""
        return holders(row, self._figures.columns)

    def doers(self, row: Row) -> str:
        """Who answers for a row and who does it."""
        kept = tuple(cell for cell in row.cells if {"A", "R"} & set(cell.letters.split("/")))
        return holders(row._replace(cells=kept), self._figures.columns)

    @property
    def evidence(self) -> bool:
        """Whether there is evidence along any of the distinctions."""
        return any(self.leaning(dimension.leans) for dimension in self._figures.dimensions)

    def held(self, row: Row, letter: str) -> str:
        """The parties that hold a letter in a row."""
        names = [self._figures.columns[c].name for c, letters in row.cells if letter in letters.split("/")]
        return ", ".join(names) or "–"

    def spoken(self) -> list[Spoken]:
        """The listed findings by rule: the gravest rules first."""
        by_rule: dict[str, list[int]] = {}
        for number in sorted(self.listed):
            by_rule.setdefault(self._figures.notes[number].rule, []).append(number)
        titles = self._figures.titles
        made = [Spoken(rule, titles.get(rule, rule), tuple(numbers)) for rule, numbers in by_rule.items()]
        return sorted(made, key=lambda s: (_GRAVE[self._figures.notes[s.notes[0]].severity], s.rule))

    def rules(self) -> list[tuple[str, str]]:
        """The rules that speak of rows, with their titles."""
        return [(s.rule, s.title) for s in self.spoken() if any(self._figures.notes[n].rows for n in s.notes)]

    def functions(self) -> list[str]:
        """The functions of the columns, each once."""
        return list(dict.fromkeys(column.function for column in self._figures.columns if column.function))

    def cut(self, text: str) -> str:
        """A name that fits; the whole of it stands in the title."""
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

    def pairs(self) -> list[Pair]:
        """The pairs with anything between them, the hottest first."""
        return list(self._figures.map.pairs)

    def by_dimension(self, cues: Iterable[Cue]) -> list[tuple[str, list[Cue]]]:
        """Evidence under its dimension, each phrase once a function."""
        found: dict[str, dict[tuple[str, str], Cue]] = {}
        for cue in cues:
            found.setdefault(cue.dimension, {}).setdefault((cue.function, cue.phrase), cue)
        return [(dimension, list(each.values())) for dimension, each in found.items()]

    def share(self, number: int, whole: int) -> str:
        """A part of a whole in hundredths, for the width of a bar."""
        return f"{100 * number / whole:.1f}"

    def leaning(self, leans: Sequence[Lean]) -> list[Lean]:
        """The owners with any evidence."""
        return [lean for lean in leans if lean.first or lean.second]

    def busy(self) -> list[Column]:
        """The parties that answer for work or do it, the busiest first."""
        held = [column for column in self._figures.columns if column.accountable or column.responsible]
        return sorted(held, key=lambda column: (-column.accountable - column.responsible, column.name))

    def note(self, number: int) -> Note:
        """A finding by its number."""
        return self._figures.notes[number]
