"""One line of a matrix, taken apart: how far in it stands, its key and its value."""

from __future__ import annotations

import re
from typing import Any

from rolelint.source.scalars import NUMERIC, WORDS, number

BLANK, WHOLE, PLAIN, NOTHING, BRACKETS, BLOCK, ODD = range(7)
"""What a line holds: at most a comment; a scalar that ends there, or that may go on below; a key or a dash
alone; brackets; the head of a text of several lines; or what belongs to the line above or to a parser."""

Taken = tuple[int, int, str | None, int, int, Any]
"""The place; the column of the key; the key, None where there is none; the kind of the value, its column, and
itself. The place is twice the column in which the line begins, and one more where it begins with a dash."""

QUOTED = r'"[^"\\]*+"|' + r"'(?:[^']|'')*+'"
FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`"
"""What a plain scalar can begin with, but for the end of the class."""
_MORE = r"[^:#]*+(?:(?::(?![ ]|$)|(?<![ ])#)[^:#]*+)*+"
_LINE = (
    r"([ ]*+)(-(?:[ ]++|$))?"
    rf"(?:({FIRST}<.]{_MORE}|{QUOTED})(:(?:[ ]++|$)))?"
    rf"(?:((?:{FIRST}]|-(?=[^ -])){_MORE}|{QUOTED})[ ]*+|([\[{{][^#]*+)|([|>]-?)[ ]*+)?"
    r"((?:^|(?<=[ ]))#.*)?"
)
_LONGEST_KEY = 1000
"""The parser gives up on keys that are a little longer."""
_SHORT = 24
"""Longer texts hardly ever come twice, so they are not shared."""
_LONG = 60
"""Nor do lines of so many characters, so they are not kept."""


class Odd(Exception):
    """Something that only a parser can read."""


class TakenLines(dict[str, Taken]):
    """Lines as they are taken apart, each once for all that are equal; so are the short texts in them."""

    def __init__(self, *, comments: bool) -> None:
        """With `comments`, a `#` in a text must not be taken for the sign of one."""
        super().__init__()
        self.comments = comments
        self._match = re.compile(_LINE).fullmatch
        self._keys: dict[str, str] = {}
        self._words = dict(WORDS)
        self._keyed: dict[str, tuple[int, int, str | None]] = {}
        self._dashed: dict[str, tuple[int, int, str | None]] = {}

    def take(self, line: str) -> Taken:
        """A line taken apart: mostly a plain text behind a key or dash that has stood in front of others."""
        begun = self._keyed
        before, sign, text = line.partition(": ")
        if not sign:
            begun = self._dashed
            before, _, text = line.partition("- ")
        known = begun.get(before) if text else None
        if known and text[0].isalnum() and text[-1] != " " and ":" not in text and "#" not in text:
            place, column, key = known
            taken = place, column, key, PLAIN, len(before) + 2, self._plain(text)
        elif not text and line[-1:] == ":":
            taken = self._key_alone(line)
        else:
            taken = self._taken(line)
            if taken[3] == PLAIN and taken[4] == len(before) + 2:
                begun[before] = taken[:3]
        if len(line) < _LONG:
            self[line] = taken
        return taken

    def _key_alone(self, line: str) -> Taken:
        """A line that ends in a colon; mostly it holds a word."""
        key = line.strip(" ")[:-1]
        column = len(line) - len(key) - 1
        words = key.replace(".", "").replace("-", "").replace(" ", "") if not key.isalnum() else key
        if not words.isalnum() or not key[0].isalnum() or key[-1] == " " or len(line) > _LONG:
            return self._taken(line)
        return 2 * column, column, self._keys.setdefault(key, key), NOTHING, len(line), None

    def _taken(self, line: str) -> Taken:
        match = self._match(line)
        if match is None:
            return 2 * (len(line) - len(line.lstrip(" "))), 0, None, ODD, 0, None
        indent, dash, key, colon, scalar, brackets, block, comment = match.groups()
        at = column = len(indent)
        place = 2 * column
        if dash:
            place += 1
            at = column = column + len(dash)
        if key is not None:
            at += len(key) + len(colon)
            key = self.key(key)
        elif not dash:
            return place, 0, None, ODD if scalar or brackets or block else BLANK, 0, None
        if scalar:
            kind = WHOLE if comment or scalar[0] in "\"'" else PLAIN
            return place, column, key, kind, at, self.value(scalar)
        if brackets or block:
            return place, column, key, BRACKETS if brackets else BLOCK, at, brackets or block
        return place, column, key, NOTHING, match.start(4 if colon else 2) + 1, None

    def key(self, written: str) -> str:
        """A key as it is meant."""
        key = self._unquoted(written) if written[0] in "\"'" else written.rstrip(" ")
        if len(key) > _LONGEST_KEY:
            raise Odd
        return self._keys.setdefault(key, key)

    def value(self, written: str) -> Any:
        """The value of a scalar."""
        return self._unquoted(written) if written[0] in "\"'" else self._plain(written.rstrip(" "))

    def _plain(self, text: str) -> Any:
        if text[0] in NUMERIC:
            return number(text)
        return text if len(text) >= _SHORT else self._words.setdefault(text, text)

    def _unquoted(self, written: str) -> str:
        if self.comments and "#" in written:
            raise Odd
        return written[1:-1] if written[0] == '"' else written[1:-1].replace("''", "'")
