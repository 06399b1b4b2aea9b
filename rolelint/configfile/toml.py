"""About where keys and values stand in TOML, whose reader gives no places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADING = re.compile(rf"(?m)^[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"(?m)^[ \t]*({_DOTTED})[ \t]*=")
_ONE = re.compile(_NAME)
_SAID = re.compile(r"\(at line (\d+), column (\d+)\)")

Keys = tuple[str, ...]


class Toml:
    """One TOML text. `place` finds keys and list items by the steps to them."""

    def __init__(self, text: str, data: Any) -> None:
        self._text = text
        self._data = data
        self._keys = dict(_keys(text))

    def place(self, steps: tuple[str | int, ...]) -> tuple[int, int]:
        """Line and column, from 1: of the key, of the text in a list, or of what is nearest above them."""
        names = [str(step) for step in steps]
        known = next((n for n in range(len(names), 0, -1) if tuple(names[:n]) in self._keys), 0)
        offset = self._keys.get(tuple(names[:known]), 0)
        for number in range(known, len(steps)):
            offset = self._further(offset, steps[: number + 1])
        return self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset)

    def _further(self, offset: int, steps: tuple[str | int, ...]) -> int:
        """Where the next step is written behind an offset: a key of an inline table, or an item."""
        word = steps[-1]
        if isinstance(word, int):
            word = str(_value(self._data, steps))
        found = re.compile(rf"""["']{re.escape(word)}["']|(?<![\w-]){re.escape(word)}(?![\w-])""")
        match = found.search(self._text, offset + 1)
        return match.start() if match else offset


def _keys(text: str) -> Iterator[tuple[Keys, int]]:
    """Every table and key that begins a line, with its offset; the innermost name of a dotted one."""
    marks = [(match.start(1), match[1], True) for match in _HEADING.finditer(text)]
    marks += [(match.start(1), match[1], False) for match in _KEY.finditer(text)]
    table: Keys = ()
    for offset, dotted, heads in sorted(marks):
        names = [(name[0].strip("\"'"), name.start()) for name in _ONE.finditer(dotted)]
        whole = (*(() if heads else table), *(name for name, _ in names))
        yield whole, offset + names[-1][1]
        table = whole if heads else table


def _value(data: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        data = data[step]
    return data


def fault(error: ValueError, text: bytes) -> tuple[int, int, str]:
    """Line, column and words of what the TOML reader complains of; without a place, the last line."""
    said = str(error)
    match = _SAID.search(said)
    if match is None:
        return max(1, len(text.splitlines())), 1, said
    return int(match[1]), int(match[2]), said[: match.start()].strip()
