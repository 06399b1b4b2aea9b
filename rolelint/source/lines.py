"""Offsets of a text -> lines and columns as an editor shows them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, count
from operator import add

_BREAK = r"\r\n|\r|\n"


class Lines:
    """A text, cut into lines only when somebody asks for one.

    Only LF, CR LF and CR end a line. YAML parsers also count NEL and U+2028; editors do not.
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: array[int] | None = None

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of the character at an offset; past the end: the end."""
        starts = self._cut()
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

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

    def _cut(self) -> array[int]:
        if self._starts is None:
            if "\r" in self.text:
                ends: Iterable[int] = (match.end() for match in re.finditer(_BREAK, self.text))
            else:  # several times as fast
                ends = map(add, accumulate(map(len, self.text.split("\n")[:-1])), count(1))
            self._starts = array("Q", [0, *ends])
        return self._starts
