"""Comments that speak to rolelint."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rolelint.patterns import later
from rolelint.records import NamedTuple
from rolelint.source.lines import Lines

MARKER = "rolelint:"
_HASH = later(r"(?:\A|(?<=[ \t\r\n]))#")


class Comment(NamedTuple):
    """A comment that contains `rolelint:`; line and column from 1, the text from its `#` on."""

    line: int
    column: int
    text: str


def found(lines: Lines, spans: Sequence[tuple[int, int]], end: int) -> Iterator[tuple[int, Comment]]:
    """Each such comment before `end`, with its offset; `spans` are the scalars with a `#`, in order."""
    text = lines.text
    at = text.find(MARKER)
    while 0 <= at < end:
        number, column = lines.at(at)
        start = at - column + 1
        line = lines.line(number)
        hashes = (match.start() for match in _HASH.finditer(text, start, start + line.rfind(MARKER)))
        first = next((offset for offset in hashes if not _is_inside(offset, spans)), None)
        if first is not None:
            yield first, Comment(number, first - start + 1, line[first - start :])
        at = text.find(MARKER, start + len(line))


def _is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (offset, offset)) - 1
    return at >= 0 and spans[at][0] < offset < spans[at][1]
