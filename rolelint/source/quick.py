"""The plain YAML that most matrices are written in, read line by line: several times as fast as any parser.

Keys, values and list items on lines of their own, texts of several lines, and brackets that close on the
same line. All else, and whatever is not sound, is left to the parser: `tests/test_source_quick.py` holds both
to the same answer.
"""

from __future__ import annotations

from array import array
from itertools import islice
from typing import Any

from rolelint.patterns import later
from rolelint.source.brackets import in_brackets
from rolelint.source.comments import MARKER
from rolelint.source.decode import Decoded
from rolelint.source.faults import DEEPEST
from rolelint.source.lines import Lines
from rolelint.source.parsed import Parsed, Root
from rolelint.source.taken import BLANK, BLOCK, BRACKETS, NOTHING, PLAIN, Odd, TakenLines
from rolelint.source.tree import Tree

_PLAIN = b"\n" + bytes(range(0x20, 0x7F))
_BLOCK = 2**15
"""So many characters are looked at at a time: memory for more is had of the system anew, page by page."""
_FOLDED = later(r"\n(\n*)")


def parsed(decoded: Decoded) -> Parsed | None:
    """The one document of a text that is plain; None where the parser must look."""
    text = decoded.text
    ending = "\r\n" if "\r" in text else "\n"
    if not _is_plain(text, ending):
        return None
    try:
        reader = _Reader(text, ending)
        root = reader.root()
    except Odd:
        return None
    return Parsed(Lines(text), [root], Tree(reader.marks), list(decoded.faults), [], len(text) + 1)


def _is_plain(text: str, ending: str) -> bool:
    """Whether a text has one kind of line ends, and else only characters that mean themselves."""
    if text.isascii() and ending == "\n":
        blocks = range(0, len(text), _BLOCK)
        return not any(text[at : at + _BLOCK].encode().translate(None, _PLAIN) for at in blocks)
    return text.replace(ending, "").isprintable()


class _Reader:
    """Reads the lines of a text.

    `_open` holds the lists and mappings that are open, the innermost last: each with the place in which its
    entries begin (as `Taken` has it) and its cell.
    """

    def __init__(self, text: str, ending: str) -> None:
        self.marks = array("Q" if len(text) >= 2**32 else "I")
        self._text, self._ending = text, ending
        self._lines = iter(text.split(ending))
        self._taken = TakenLines(comments=MARKER in text)
        self._top: list[Any] = [None]
        self._open: list[tuple[Any, int, int]] = [(self._top, -2, 0)]
        self._offset = 0

    def root(self) -> Root:
        """The document; raises Odd where the parser must look."""
        if self._text.startswith("---" + self._ending):
            self._offset = len(next(self._lines) + self._ending)
        waiting = self._all()
        if len(self._open) == 1:
            raise Odd
        if waiting:
            self.marks.append(waiting)
        while len(self._open) > 1:
            self._close()
        root = Root(0, 0)
        root.data, root.complete = self._top[0], True
        return root

    def _all(self) -> int:
        """Read all lines; the offset of the value that the last key or dash lacks, 0 where it has one.

        This sees every line of the file, so it does without calls for most of them.
        """
        mark, width = self.marks.append, len(self._ending)
        known, take = self._taken.get, self._taken.take
        opened = self._open
        into, here, _ = opened[0]
        offset, waiting, before = self._offset, -1, BLANK
        slot: Any = 0
        for line in self._lines:
            begin = offset
            offset += len(line) + width
            place, column, key, kind, at, value = known(line) or take(line)
            if kind == BLANK:
                before = kind
                continue
            if place != here or waiting or (here & 1 and key is not None):
                if before == PLAIN and place > here | 1:
                    _go_on(into, line)
                    continue
                self._move(place, waiting, slot, begin, column if key is not None else 0)
                into, here, _ = opened[-1]
                waiting = 0
            before = kind
            if key is not None:
                if key in into:
                    raise Odd
                mark(begin + column)
            if kind <= PLAIN:
                mark(begin + at)
            elif kind == NOTHING:
                waiting, slot = begin + at, len(into) if key is None else key
            else:
                self._offset = offset
                value = self._special(kind, value, begin + at, here >> 1)
                offset = self._offset
            if key is None:
                into.append(value)
            else:
                into[key] = value
        return waiting

    def _move(self, place: int, waiting: int, slot: Any, begin: int, column: int) -> None:
        """Open and close lists and mappings, so that the last open is the one to which a line belongs.

        `slot` is the key or index of the value that is `waiting`, `column` that of a key in the line, or 0.
        """
        opened, marks = self._open, self.marks
        into, here, cell = opened[-1]
        if place > here:
            if not waiting:
                raise Odd
            into[slot] = into = [] if place & 1 else {}
            self._begin(into, place, begin)
        else:
            if waiting:
                marks.append(waiting)
            while place < here:  # as `_close`
                marks[cell + 1] = len(marks)
                opened.pop()
                into, here, cell = opened[-1]
            if place != here:
                raise Odd
        if place & 1 and column:
            item: dict[str, Any] = {}
            into.append(item)
            self._begin(item, 2 * column, begin)

    def _begin(self, value: Any, place: int, begin: int) -> None:
        """Open a list or mapping whose entries begin in this place; its first line begins at an offset."""
        if len(self._open) > DEEPEST:
            raise Odd
        marks = self.marks
        self._open.append((value, place, len(marks)))
        marks.append(begin + (place >> 1))
        marks.append(0)

    def _close(self) -> None:
        _, _, cell = self._open.pop()
        self.marks[cell + 1] = len(self.marks)

    def _special(self, kind: int, value: str, offset: int, column: int) -> Any:
        if kind == BRACKETS:
            return in_brackets(value, offset, self.marks, self._taken)
        if kind == BLOCK:
            self.marks.append(offset)
            return self._block(value, column)
        raise Odd

    def _block(self, head: str, column: int) -> str:
        """A text of several lines, as they stand (`|`) or as paragraphs (`>`), further in than a column."""
        text, ending, begin = self._text, self._ending, self._offset
        first = begin
        while text.startswith(" ", first):
            first += 1
        margin = text[begin:first]
        if len(margin) <= column or text.startswith(ending, first):
            raise Odd
        end = begin
        while text.startswith((margin, ending), end):
            end = text.find(ending, end) + len(ending)
            if end < begin:  # the last line does not end
                raise Odd
        if text.startswith(" ", end) and not text[end : text.find(ending, end)].strip(" "):
            raise Odd
        lines = [line[len(margin) :] for line in islice(self._lines, text.count(ending, begin, end))]
        self._offset = end
        value = "\n".join(lines).rstrip("\n")
        if self._taken.comments and "#" in value:
            raise Odd
        if head[0] == ">":
            if any(line[:1] == " " for line in lines):
                raise Odd
            value = _FOLDED.sub(lambda breaks: breaks[1] or " ", value)
        return value if head[1:] else value + "\n"


def _last(into: Any) -> Any:
    """The key or index of what was added last."""
    return next(reversed(into)) if into.__class__ is dict else -1


def _go_on(into: Any, line: str) -> None:
    """One more line of a scalar in no quotes."""
    more, last = line.strip(" "), _last(into)
    begun = into[last]
    if not isinstance(begun, str) or ": " in more or more[-1] == ":" or " #" in more:
        raise Odd
    into[last] = f"{begun} {more}"
