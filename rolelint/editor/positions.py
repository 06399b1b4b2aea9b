"""Lines and columns of findings (from 1, in characters) <-> positions of the protocol (from 0, in units)."""

from __future__ import annotations

from rolelint.finding import Place
from rolelint.records import NamedTuple


class Position(NamedTuple):
    """A line and a character from 0; the character counts units of the encoding the client wants."""

    line: int
    character: int


Range = tuple[Position, Position]
"""From the first position up to the second, which is not part of it."""


class Units:
    """Counts characters as a client does: in UTF-16 units, unless it asked for another encoding."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self._encoding = {"utf-8": "utf-8", "utf-32": "utf-32-le"}.get(encoding, "utf-16-le")
        self._size = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}[self._encoding]

    def position(self, text: str, line: int, column: int) -> Position:
        """Of a line and column; `text` is that line."""
        before = text[: column - 1].encode(self._encoding, "surrogatepass")
        return Position(line - 1, len(before) // self._size)

    def column(self, text: str, character: int) -> int:
        """The column of a position; `text` is its line. Within a character, that character's."""
        raw = text.encode(self._encoding, "surrogatepass")[: character * self._size]
        return len(raw.decode(self._encoding, "ignore")) + 1

    def range(self, place: Place, last_line: str) -> Range:
        """Of a place; `last_line` is the text of the line in which it ends."""
        return (
            self.position(place.text, place.line, place.column),
            self.position(last_line, place.end_line, place.end_column),
        )


def holds(place: Place, line: int, column: int) -> bool:
    """Whether a line and column lie in a place, its end counted in."""
    return (place.line, place.column) <= (line, column) <= (place.end_line, place.end_column)
