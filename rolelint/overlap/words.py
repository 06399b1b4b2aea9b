"""Figures in words that several formats share."""

from __future__ import annotations

from collections.abc import Sequence

from rolelint.overlap.figures import Column, Figures, Row


def figure(number: int | None) -> str:
    """A figure, or a dash where nobody looked."""
    return "–" if number is None else f"{number:,}"


def figure_list(figures: Figures) -> list[tuple[str, int | None, int | None]]:
    """The four figures: what it is, now, and before (None where nothing is compared)."""
    was = figures.trend
    return [
        ("tasks", figures.tasks, was and was.tasks),
        ("overlaps", figures.overlaps, was and was.overlaps),
        ("wrong function", figures.wrong, was and was.wrong),
        ("unowned", figures.unowned, was and was.unowned),
    ]


def holders(row: Row, columns: Sequence[Column]) -> str:
    """Who holds what in a row: `A/R vp-sales, C pmm`."""
    return ", ".join(f"{cell.letters} {columns[cell.column].name}" for cell in row.cells) or "nobody"
