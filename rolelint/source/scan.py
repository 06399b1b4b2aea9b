"""Where a scalar stands, character by character: its value held against the source text.

The value is known, so the source needs no parsing: both are walked side by side. Where they do not go
together (they always should), the answer is None and the caller shows less.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolelint.patterns import later
from rolelint.records import NamedTuple
from rolelint.source.scalars import WORDS, Scalar

_ENDS = "\r\n\x85\u2028\u2029"
_BREAK = later(f"\r\n|[{_ENDS}]")
_TO_END = later(f"[^{_ENDS}]*")
_BLANKS = later("[ \t]*")
_WHITE = later(f"[ \t{_ENDS}]*")
_PROPERTY = later(r"!<[^>\s]*>|![^\s,\[\]{}]*|&[\w-]+")
_MARKS = ("!", "&")
_WORD = later(r"[-+.~\w]*", re.ASCII)
_INDICATOR = later(r"[|>][-+0-9]*")
_NEW_LINES = later(r"\n*")
_ALIAS = later(r"\*[\w-]*", re.ASCII)
_QUOTED = later(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^']|'')*'", re.DOTALL)
_CODES = {"x": 2, "u": 4, "U": 8}
_ESCAPES = dict(zip('0abt\tnvfre "\\/N_LP', '\0\a\b\t\t\n\v\f\r\x1b "\\/\x85\xa0\u2028\u2029', strict=True))


class Extent(NamedTuple):
    """Where a scalar begins and ends, quotes included, and where each character of its value does."""

    begin: int
    end: int
    begins: Sequence[int]
    ends: Sequence[int]


class _Mismatch(Exception):
    """Value and source do not go together."""


def extent(text: str, at: int, value: Scalar) -> Extent | None:
    """Where the scalar with this value stands whose text, or tag, or anchor, begins at an offset."""
    if isinstance(value, str) and value[:1].isalnum() and text.startswith(value, at):  # nearly always
        end = at + len(value)
        return Extent(at, end, range(at, end), range(at + 1, end + 1))
    begin, after = content(text, at)
    if value in (None, "") and not _is_written(text, begin, value):
        return Extent(at, after, [], []) if after > at else _nothing(text, at)
    return _walked(text, begin, value) if isinstance(value, str) else _word(text, begin)


def alias(text: str, at: int) -> Extent:
    """Where an alias stands."""
    return Extent(at, _end(_ALIAS, text, at), [], [])


def content(text: str, at: int) -> tuple[int, int]:
    """The offset behind tag and anchor and what parts them from the node, and where the last of them ends."""
    after = at
    while text[at : at + 1] in _MARKS and (match := _PROPERTY.match(text, at)):
        after = match.end()
        at = gap(text, after)
    return at, after


def gap(text: str, at: int) -> int:
    """The offset behind blanks, line ends and comments."""
    while True:
        at = _end(_WHITE, text, at)
        if text[at : at + 1] != "#":
            return at
        at = _end(_TO_END, text, at)


def line_end(text: str, at: int) -> int:
    """The end of the text in the line of an offset, without the blanks after it."""
    return at + len(text[at : _end(_TO_END, text, at)].rstrip())


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _is_written(text: str, at: int, value: Scalar) -> bool:
    """Whether there is a text for an empty value: quotes, a block, or a word for nothing."""
    return text[at : at + 1] in ("'", '"', "|", ">") or (
        value is None and at < (end := _end(_WORD, text, at)) and WORDS.get(text[at:end], "") is None
    )


def _nothing(text: str, at: int) -> Extent:
    """No text at all: the end of what stands before, for the parsers do not agree on more."""
    while at and text[at - 1] in " \t" + _ENDS:
        at -= 1
    return Extent(at, at, [], [])


def _word(text: str, at: int) -> Extent:
    """A number, a truth value or nothing: the run of its characters, or what is in quotes."""
    end = _end(_QUOTED, text, at)
    end = end if end > at else _end(_WORD, text, at)
    return Extent(at, end, range(at, end), range(at + 1, end + 1))


def _walked(text: str, at: int, value: str) -> Extent | None:
    style = text[at : at + 1]
    quoted = style in ('"', "'")
    if style not in "|>" and _is_as_written(text, at + quoted, value, style if quoted else ""):
        begin, end = at + quoted, at + quoted + len(value)
        return Extent(at, end + quoted, range(begin, end), range(begin + 1, end + 1))
    walk = _Walk(text, at, value)
    try:
        if style in ("|", ">"):
            walk.block()
        elif quoted:
            walk.at = at + 1
            walk.flow(style)
            walk.end = walk.at + 1
        else:
            walk.flow("")
            walk.end = walk.at
    except (_Mismatch, ValueError):
        return None
    return Extent(at, walk.end, walk.begins, walk.ends)


def _is_as_written(text: str, at: int, value: str, quote: str) -> bool:
    """Whether the source is the value, character by character, which is by far the most frequent."""
    if not text.startswith(value, at):
        return False
    return not quote or (quote not in value and "\\" not in value and text.startswith(quote, at + len(value)))


class _Walk:
    """One walk along source and value: `at` is how far it got in the source, `begins` holds what was met."""

    def __init__(self, text: str, at: int, value: str) -> None:
        self.text = text
        self.at = at
        self.end = at
        self.value = value
        self.begins: list[int] = []
        self.ends: list[int] = []

    def take(self, character: str, end: int) -> None:
        """The source from `at` to `end` means this character, which must be next in the value."""
        if self.left(1) != character:
            raise _Mismatch
        self.begins.append(self.at)
        self.ends.append(end)
        self.at = end

    def run(self, end: int) -> None:
        """The source up to `end` stands for itself."""
        if self.left(end - self.at) != self.text[self.at : end]:
            raise _Mismatch
        self.begins.extend(range(self.at, end))
        self.ends.extend(range(self.at + 1, end + 1))
        self.at = self.end = end

    def left(self, length: int) -> str:
        """So many characters of the value that were not met yet."""
        return self.value[len(self.begins) : len(self.begins) + length]

    def flow(self, quote: str) -> None:
        """A plain scalar (no quote), or what is inside quotes."""
        text, length = self.text, len(self.value)
        while len(self.begins) < length or (quote and not text.startswith(quote, self.at)):
            character = text[self.at : self.at + 1]
            if character in " \t" + _ENDS:
                self._blank()
            elif character == "\\" and quote == '"':
                self._escape()
            elif character == "'" and quote == "'":
                self.take(character, self.at + 2)
            else:
                self.take(character, self.at + 1)

    def _blank(self) -> None:
        """Blanks that stand for themselves, or line ends with all white space around them."""
        end = _end(_BLANKS, self.text, self.at)
        after, breaks = self._breaks(end)
        if breaks:
            self._fold(" " if breaks == 1 else "\n" * (breaks - 1), after)
        elif end > self.at:
            self.run(end)
        else:
            raise _Mismatch  # the source ends before the value does

    def _fold(self, meaning: str, after: int) -> None:
        """White space up to `after` that means these characters; only the first of them has width."""
        for character in meaning:
            self.take(character, after)
        self.at = after

    def _breaks(self, at: int) -> tuple[int, int]:
        """The offset behind line ends and the blanks after each, and how many they are."""
        count = 0
        while match := _BREAK.match(self.text, at):
            at = _end(_BLANKS, self.text, match.end())
            count += 1
        return at, count

    def _escape(self) -> None:
        """A backslash in double quotes and what belongs to it."""
        text, at = self.text, self.at
        letter = text[at + 1 : at + 2]
        if letter in _CODES:
            end = at + 2 + _CODES[letter]
            self.take(chr(int(text[at + 2 : end], 16)), end)
        elif letter in _ESCAPES:
            self.take(_ESCAPES[letter], at + 2)
        else:  # the line goes on without a blank
            after, breaks = self._breaks(at + 1)
            self._fold("\n" * (breaks - 1), after)

    def block(self) -> None:
        """A literal or folded block, from its indicator on."""
        start = self.at
        self.end = _end(_INDICATOR, self.text, start)
        self.at = _end(_TO_END, self.text, start)
        if not self.value:
            return
        indent = self._indent()
        lead = re.compile(f" {{0,{indent}}}")
        ends = self._line_ends(lead)
        self.at = ends[0][1] if ends else self.at
        self._lines(ends[1:], folds=False)
        while len(self.begins) < len(self.value):
            self.at += indent
            self.run(_end(_TO_END, self.text, self.at))
            self._lines(self._line_ends(lead), folds=True)

    def _indent(self) -> int:
        """How far a block is indented: what the source has more than the value in the first line of text."""
        first = _end(_WHITE, self.text, self.at)
        start = max(self.text.rfind(end, self.at, first) for end in _ENDS) + 1
        lead = self.value.lstrip("\n")
        indent = first - start - (len(lead) - len(lead.lstrip(" \t")))
        if indent < 0 or not start:
            raise _Mismatch
        return indent

    def _line_ends(self, lead: re.Pattern[str]) -> list[tuple[int, int]]:
        """The line ends from here to the next line of text: where each begins and ends."""
        ends = []
        at = self.at
        while match := _BREAK.match(self.text, at):
            ends.append(match.span())
            at = _end(lead, self.text, match.end())
        return ends

    def _lines(self, ends: list[tuple[int, int]], *, folds: bool) -> None:
        """What line ends mean: new lines; in a fold a blank, or nothing for the first and new lines after."""
        read = len(self.begins)
        lines = _end(_NEW_LINES, self.value, read) - read
        goes_on = read + lines < len(self.value)
        if goes_on and folds and ends and lines == len(ends) - 1:
            if not lines:
                self.take(" ", ends[0][1])
            self.at = ends[0][1]
            ends = ends[1:]
        if lines > len(ends) or (goes_on and lines < len(ends)):
            raise _Mismatch
        for begin, end in ends[:lines]:
            self.at = begin
            self.take("\n", end)
        self.at = ends[-1][1] if ends else self.at
