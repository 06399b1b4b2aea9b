"""Figures -> the tables of a workbook: overlaps, findings, load, gaps."""

from __future__ import annotations

from rolelint.exporting.sheet import one_line
from rolelint.overlap.figures import Figures, Overlap
from rolelint.overlap.words import holders
from rolelint.records import NamedTuple


class Table(NamedTuple):
    """A title, a header, and rows of texts and numbers as long as the header."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def tables(figures: Figures) -> tuple[Table, ...]:
    """All tables, also those without rows."""
    return _figures(figures), _overlaps(figures), _findings(figures), _load(figures), _gaps(figures)


def _figures(figures: Figures) -> Table:
    four = {
        "tasks": figures.tasks,
        "overlaps": figures.overlaps,
        "wrong function": figures.wrong,
        "unowned": figures.unowned,
    }
    rows = [(name, "" if number is None else number) for name, number in four.items()]
    said: list[tuple[str | int, ...]] = [("in one sentence", figures.headline), *rows]
    return Table("Summary", ("figure", "value"), tuple(said))


def _overlaps(figures: Figures) -> Table:
    header = ("rank", "points", "between", "owners", "task", "where", "who holds what", "why", "settle by")
    rows = [
        (rank, overlap.points, *_sides(overlap, figures), *_of_row(row, figures), overlap.why, _ways(overlap))
        for rank, overlap in enumerate(figures.claims, 1)
        for row in overlap.rows
    ]
    return Table("Overlaps", header, tuple(rows))


def _sides(overlap: Overlap, figures: Figures) -> tuple[str, str]:
    return (
        ", ".join(figures.map.groups[group] for group in overlap.groups),
        ", ".join(figures.columns[column].name for column in overlap.owners),
    )


def _of_row(number: int, figures: Figures) -> tuple[str, str, str]:
    row = figures.rows[number]
    return one_line(row.name), f"{row.spot.file}:{row.spot.line}", holders(row, figures.columns)


def _ways(overlap: Overlap) -> str:
    return " / ".join(choice.words for choice in overlap.choices)


def _findings(figures: Figures) -> Table:
    header = ("severity", "rule", "about", "where", "what", "what to do", "tasks")
    rows = [
        (
            note.severity,
            note.rule,
            note.topic,
            f"{note.spot.file}:{note.spot.line}",
            one_line(note.message),
            one_line(note.help),
            "; ".join(one_line(figures.rows[row].name) for row in note.rows),
        )
        for note in figures.notes
    ]
    return Table("Findings", header, tuple(rows))


def _load(figures: Figures) -> Table:
    header = ("party", "function", "accountable", "responsible", "consulted", "informed", "other")
    return Table("Load", header, tuple(tuple(column) for column in figures.columns))


def _gaps(figures: Figures) -> Table:
    rows = [("unowned task", one_line(figures.rows[row].name), "") for row in figures.gaps.unowned]
    rows += [("area without a task", name, function) for name, function in figures.gaps.areas]
    return Table("Gaps", ("gap", "name", "function"), tuple(rows))
