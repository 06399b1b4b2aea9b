"""A text as a row of tokens: what each word stands for, and where the main clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rolelint.words import Stems

Token = tuple[tuple[Any, ...], tuple[str, ...], int]
"""The nodes of the tree that it opens, the symbols it stands for, and what it does to the clause."""

NONE, COMMA, STOP, OPEN, CLOSE, MEANS, PURPOSE, TO, CARRIER, FOREIGN, ENGLISH, FOR = range(12)
"""What a token does to the clause; NONE is nothing."""

PLAIN: Token = ((), (), NONE)
AIM = "{aim}"
"""The class of verbs that make `to` begin a purpose clause."""
TAIL = "{tail}"
"""The class of words that may follow what a name is about ("creation", "review")."""

_PART = re.compile(r"[^\W\d_]-[^\W_]+|[^\W_]+(?:['’][^\W_]+)*|[,;:()\[\]–—.!?…|]")
_PUNCTUATION = {
    **dict.fromkeys(",", COMMA),
    **dict.fromkeys(";:–—.!?…|", STOP),
    **dict.fromkeys("([", OPEN),
    **dict.fromkeys(")]", CLOSE),
}
JOINS = frozenset({"and", "or"})
"""They stand between words like a comma: a gap passes them by and phrases without one end at them."""
_REMEMBERED = 100_000


class Reader:
    """Turns texts into tokens; every chunk between spaces is looked at once."""

    def __init__(self, data: Mapping[str, Any], root: Mapping[str, Any], stems: Stems) -> None:
        self._symbols: Mapping[str, Sequence[str]] = data["symbols"]
        self._marks: Mapping[str, int] = data["marks"]
        self._dropped = frozenset(data["dropped"])
        self._root = root
        self._stems = stems
        self._chunks: dict[str, tuple[Token, ...]] = {}

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order."""
        chunks = self._chunks
        found: list[Token] = []
        for chunk in text.split():
            known = chunks.get(chunk)
            found += self._look_at(chunk) if known is None else known
        return found

    def _look_at(self, chunk: str) -> tuple[Token, ...]:
        if len(self._chunks) > _REMEMBERED:
            self._chunks.clear()
        known = self._chunks[chunk] = tuple(token for token, _, _ in self._parts(chunk))
        return known

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where each token stands in the text: half-open ranges of characters."""
        return [
            (chunk.start() + start, chunk.start() + end)
            for chunk in re.finditer(r"\S+", text)
            for _, start, end in self._parts(chunk[0])
        ]

    def _parts(self, chunk: str) -> Iterable[tuple[Token, int, int]]:
        for part in _PART.finditer(chunk):
            word = part[0].lower()
            mark = COMMA if word in JOINS else _PUNCTUATION.get(word, NONE)
            if mark == STOP and part[0] == "." and part.end() < len(chunk):
                continue
            if word not in self._dropped:
                yield self._token(word, mark), part.start(), part.end()

    def _token(self, word: str, mark: int) -> Token:
        if mark:
            return ((), (), mark)
        word = word.replace("’", "'").removesuffix("'s").replace("'", "").replace("-", "")
        stem = self._stems.stem(word)
        symbols = tuple(self._symbols.get(stem, ()))
        mark = self._marks.get(word, NONE if word.isascii() else FOREIGN)
        if not symbols and not mark:
            return PLAIN
        starts = tuple(self._root[symbol] for symbol in symbols if symbol in self._root)
        return (starts, symbols, mark)


class Clauses:
    """How far each token of a text stands from its main clause, and where gaps end.

    A level of 0 is the main clause, 1 what names means or examples or stands in brackets, 2 a purpose.
    """

    __slots__ = ("english", "foreign", "levels", "stops")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.levels: list[int] = []
        self.stops: set[int] = set()
        self.foreign = self.english = 0
        level = 0
        depth = 0
        carried = False
        for at, (_, _, mark) in enumerate(tokens):
            if mark == STOP:
                level, carried = 0, False
                self.stops.add(at)
            elif mark in (OPEN, CLOSE):
                depth = max(0, depth + (1 if mark == OPEN else -1))
                self.stops.add(at)
            elif mark == CARRIER:
                carried = True
            elif mark == FOREIGN:
                self.foreign += 1
            elif mark >= MEANS:
                self.english += 1
                deeper = _deeper(tokens, at, mark, carried)
                if deeper > level:
                    level = deeper
                    self.stops.add(at)
            self.levels.append(level + min(depth, 1))

    def is_foreign(self) -> bool:
        """Whether more words are of another language than of English, of those that tell."""
        return self.foreign > self.english


def _deeper(tokens: Sequence[Token], at: int, mark: int, carried: bool) -> int:
    """The level that begins at this token, 0 where none does."""
    if mark == MEANS:
        return 1
    if mark == PURPOSE:
        return 2
    if mark == TO:
        after = [token[1] for token in tokens[at + 1 : at + 3]]
        if any(AIM in symbols for symbols in after[:1]) or (
            len(after) == 2 and not after[0] and AIM in after[1]
        ):
            return 1 if carried else 2
    return 0
