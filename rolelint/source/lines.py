"""Offsets of a text -> lines and columns as an editor shows them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import accumulate, repeat

_BREAK = r"\r\n|\r|\n"
_BLOCK = 1024
"""Line ends are counted in blocks of so many characters: most runs ask for few places of a text."""


class Lines:
    """A text, cut into lines only where somebody asks for one.

    Only LF, CR LF and CR end a line. YAML parsers also count NEL and U+2028; editors do not.
    """

    __slots__ = ("_before", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: array[int] | None = None
        self._before: list[int] | None = None

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of the character at an offset; past the end: the end."""
        offset = min(max(offset, 0), len(self.text))
        before = self._counted()
        if not before:
            starts = self._cut()
            line = bisect_right(starts, offset)
            return line, offset - starts[line - 1] + 1
        block = offset // _BLOCK
        line = before[block] + self.text.count("\n", block * _BLOCK, offset) + 1
        return line, offset - self.text.rfind("\n", 0, offset)

    def around(self, offset: int, column: int) -> str:
        """The line in which an offset stands, in that column, without its end."""
        if not self._counted():
            return self.line(self.at(offset)[0])
        end = self.text.find("\n", offset)
        return self.text[offset - column + 1 : end if end >= 0 else None]

    def line(self, number: int) -> str:
        """The line of that number, from 1, without its end; "" where there is none."""
        starts = self._cut()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def offset(self, number: int) -> int:
        """The offset at which the line of that number begins; the end of the text where there is none."""
        starts = self._cut()
        return starts[number - 1] if 1 <= number <= len(starts) else len(self.text)

    def _counted(self) -> list[int]:
        """How many lines end before each block; nothing where some end with CR."""
        if self._before is None:
            text, blocks = self.text, range(0, len(self.text) + _BLOCK, _BLOCK)
            ends = map(text.count, repeat("\n"), blocks, blocks[1:])
            self._before = [] if "\r" in text else list(accumulate(ends, initial=0))
        return self._before

    def _cut(self) -> array[int]:
        if self._starts is None:
            self._starts = array("Q", [0, *(match.end() for match in re.finditer(_BREAK, self.text))])
        return self._starts
