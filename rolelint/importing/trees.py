"""YAML and JSON as plain data with places: what the shapes of `shapes` are looked for in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from rolelint.finding import Place, Route, Step
from rolelint.importing.decode import clean
from rolelint.importing.grid import Cell
from rolelint.importing.model import Doubt, Reading

Steps = tuple[Step, ...]


class Placed(Protocol):
    """A document as `rolelint.source` gives it."""

    number: int
    data: object

    def place(self, route: Route) -> Place: ...


@dataclass(slots=True)
class Tree:
    """One document, and which of its values were used."""

    document: Placed
    reading: Reading
    used: set[Steps] = field(default_factory=set)
    stop: int = 64

    def cell(self, steps: Steps, text: str, *, key: bool = False) -> Cell:
        """The cell that stands for a value (or a key), with its place."""
        place = self.document.place(Route(self.document.number, steps, key))
        end = place.end_column if place.end_line == place.line else place.column + 1
        return Cell(text, place.line, place.column, end, place.text)

    def take(self, steps: Steps) -> None:
        """The value at these steps stands in what is written."""
        self.used.add(steps)

    def close(self) -> None:
        """Count every value, and say which parts of the document were not read."""
        left: dict[str, list[Steps]] = {}
        total = 0
        for steps in leaves(self.document.data):
            total += 1
            if not any(steps[:n] in self.used for n in range(len(steps), 0, -1)):
                left.setdefault(_part(steps), []).append(steps)
        lost = sum(len(each) for each in left.values())
        self.reading.read += total
        self.reading.written += total - lost
        self.reading.reported += lost
        for part, each in left.items():
            count = f" ({len(each)} values)" if len(each) > 1 else ""
            cell = self.cell(each[0], part)
            self.reading.doubts.append(Doubt(cell, f"`{part}` was not read{count}", lost=True))


def leaves(data: object, steps: Steps = ()) -> Iterator[Steps]:
    """The steps of every value that is neither a mapping nor a list, nor empty."""
    stack: list[tuple[object, Steps]] = [(data, steps)]
    while stack:
        node, at = stack.pop()
        if isinstance(node, dict):
            stack += [(value, (*at, key)) for key, value in reversed(node.items())]
        elif isinstance(node, list):
            stack += [(value, (*at, n)) for n, value in reversed(list(enumerate(node)))]
        elif node is not None and node != "":
            yield at


def _part(steps: Steps) -> str:
    """A value's steps without positions in lists: `ownership.repo`; deep ones are cut."""
    names = [str(step) for step in steps if isinstance(step, str)]
    return ".".join([names[0], names[-1]] if len(names) > 1 else names) or "the text"


def text_of(value: object) -> str:
    """A scalar's text on one line; empty for what is none."""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(clean(joined(str(value))).split())


def joined(text: str) -> str:
    """Halves of a character that JSON wrote as two escapes put together again."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
