"""Lists and mappings in brackets that close on the same line: `[sales, marketing]`, `{region: emea}`."""

from __future__ import annotations

from array import array
from typing import Any

from rolelint.patterns import later
from rolelint.source.taken import FIRST, QUOTED, Odd, TakenLines

_SCALAR = later(rf"({QUOTED}|{FIRST}<][^:,\[\]{{}}#?]*+)(:[ ]++)?+[ ]*+")
_WORDS = later(r"\[([^\W_][\w.-]*+(?:,?[ ][^\W_][\w.-]*+)*+)\]")
"""A list of plain texts, which most brackets hold."""
_DEEPEST = 20
"""Brackets inside one another; more are left to the parser, which says when they are too many."""


def in_brackets(text: str, offset: int, marks: array[int], taken: TakenLines) -> Any:
    """The data of a text that stands at an offset, from one bracket to its other half."""
    words = _WORDS.fullmatch(text)
    if words:
        return _listed(words[1].split(", "), offset, marks, taken)
    value, end = _Brackets(text, offset, marks, taken).opened(0, 0)
    if end < len(text):
        raise Odd
    return value


def _listed(words: list[str], offset: int, marks: array[int], taken: TakenLines) -> list[Any]:
    """A list of plain words, the first of which stands behind a bracket."""
    marks.extend((offset, len(marks) + 2 + len(words)))
    found = []
    for word in words:
        found.append(taken.value(word))
        marks.append(offset + 1)
        offset += len(word) + 2
    return found


class _Brackets:
    """One such text. Each part is read from a place in it on, and gives the place behind it."""

    def __init__(self, text: str, offset: int, marks: array[int], taken: TakenLines) -> None:
        self._text = text
        self._offset = offset
        self._marks = marks
        self._taken = taken

    def opened(self, at: int, depth: int) -> tuple[Any, int]:
        """The list or mapping whose bracket stands here."""
        value: Any = [] if self._text[at] == "[" else {}
        closing = "]" if self._text[at] == "[" else "}"
        cell = len(self._marks)
        self._marks.extend((self._offset + at, 0))
        at = self._next(at + 1)
        while not self._text.startswith(closing, at):
            if closing == "]":
                item, at = self._node(at, depth)
                value.append(item)
            else:
                key, at = self._scalar(at, is_key=True)
                if key in value:
                    raise Odd
                value[key], at = self._node(at, depth)
            if self._text.startswith(",", at):
                at = self._next(at + 1)
            elif not self._text.startswith(closing, at):
                raise Odd
        self._marks[cell + 1] = len(self._marks)
        return value, self._next(at + 1)

    def _node(self, at: int, depth: int) -> tuple[Any, int]:
        if not self._text.startswith(("[", "{"), at):
            return self._scalar(at, is_key=False)
        if depth == _DEEPEST:
            raise Odd
        return self.opened(at, depth + 1)

    def _scalar(self, at: int, *, is_key: bool) -> tuple[Any, int]:
        match = _SCALAR.match(self._text, at)
        if match is None or bool(match[2]) is not is_key:
            raise Odd
        self._marks.append(self._offset + at)
        if is_key:
            return self._taken.key(match[1]), match.end()
        return self._taken.value(match[1]), match.end()

    def _next(self, at: int) -> int:
        """The place of what stands behind blanks."""
        while self._text.startswith(" ", at):
            at += 1
        return at
