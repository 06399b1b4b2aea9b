"""A text as a row of tokens: what each word stands for, and where the main clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rolelint.words import Stems

Start = tuple[Sequence[Any], frozenset[str] | None]
"""A node of the tree, and the symbols of which one must follow; None where nothing needs to."""

Token = tuple[tuple[Start, ...], tuple[str, ...], int, tuple[Start, ...]]
"""What it opens of the tree that speaks, the symbols it stands for, what it does to the clause, and what it
opens of the tree that silences."""

NONE, COMMA, STOP, OPEN, CLOSE, CARRIER, JOINT, FOREIGN, ENGLISH, MEANS, PURPOSE, TO = range(12)
"""What a token does to the clause; NONE is nothing."""

PLAIN: Token = ((), (), NONE, ())
AIM = "to .."
"""The symbol of verbs that make `to` begin a purpose clause."""
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
LABEL = ":"
LABEL_ENDS = frozenset(":–—")
"""What stands after a label ("Field marketing: …"), and the symbol it stands for."""
MOST = 250
"""So many words of a text are read; what people call a task is shorter."""
_REMEMBERED = 100_000


class Reader:
    """Turns texts into tokens; every chunk between spaces is looked at once."""

    def __init__(self, data: Mapping[str, Any], stems: Stems) -> None:
        self._symbols: Mapping[str, Sequence[str]] = data["symbols"]
        self._marks: Mapping[str, int] = data["marks"]
        self._aims = frozenset(data["aims"])
        self._dropped = frozenset(data["dropped"])
        self._speaking = Opening(data["speaking"][0])
        self._silencing = Opening(data["silencing"][0])
        self._stems = stems
        self._chunks: dict[str, tuple[Token, ...]] = {}

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order."""
        chunks = self._chunks
        found: list[Token] = []
        for chunk in text.split():
            known = chunks.get(chunk)
            found += self._look_at(chunk) if known is None else known
        return found[:MOST] if len(found) > MOST else found

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
            return ((), (LABEL,) if word in LABEL_ENDS else (), mark, ())
        word = word.replace("’", "'").removesuffix("'s").replace("'", "").replace("-", "")
        stem = self._stems.stem(word)
        symbols = tuple(self._symbols.get(stem, ())) + ((AIM,) if word in self._aims else ())
        mark = self._marks.get(word, NONE if word.isascii() else FOREIGN)
        if not symbols and not mark:
            return PLAIN
        return (self._speaking.of(symbols), symbols, mark, self._silencing.of(symbols))


class Opening:
    """What symbols open of one tree; looked up once a symbol."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self._root = root
        self._starts: dict[str, Start] = {}

    def of(self, symbols: Iterable[str]) -> tuple[Start, ...]:
        """The nodes that any of the symbols opens."""
        return tuple(self._start(symbol) for symbol in symbols if symbol in self._root)

    def _start(self, symbol: str) -> Start:
        if symbol not in self._starts:
            edges, gaps, accepted = node = self._root[symbol]
            needed = None if accepted else frozenset(edges).union(*(wide for _, wide in gaps))
            self._starts[symbol] = (node, needed)
        return self._starts[symbol]


class Clauses:
    """How far each token of a text stands from its main clause, and where gaps end.

    A level of 0 is the main clause, 1 what names means or examples or stands in brackets, 2 a purpose.
    """

    __slots__ = ("english", "foreign", "levels", "stops")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.levels = [0] * len(tokens)
        self.stops: set[int] = set()
        self.foreign = self.english = 0
        level = depth = shown = done = 0
        aim = 2
        for at, (_, _, mark, _) in enumerate(tokens):
            if mark < STOP:
                continue
            if mark in (CARRIER, JOINT):
                aim = min(aim, 1 if mark == CARRIER else 0)
                continue
            if mark in (FOREIGN, ENGLISH):
                self.foreign += mark == FOREIGN
                self.english += mark == ENGLISH
                continue
            level, depth, aim, stops = _after(tokens, at, level, depth, aim)
            if stops:
                self.stops.add(at)
            if shown:
                self.levels[done:at] = [shown] * (at - done)
            shown, done = level + (depth > 0), at
        if shown:
            self.levels[done:] = [shown] * (len(tokens) - done)

    def is_foreign(self) -> bool:
        """Whether more words are of another language than of English, of those that tell."""
        return self.foreign > self.english


def _after(tokens: Sequence[Token], at: int, level: int, depth: int, aim: int) -> tuple[int, int, int, bool]:
    """Level, depth of brackets, level of a purpose clause, and whether a gap ends, from this token on."""
    mark = tokens[at][2]
    if mark == STOP:
        return 0, depth, 2, True
    if mark in (OPEN, CLOSE):
        return level, max(0, depth + (1 if mark == OPEN else -1)), aim, True
    if mark == TO and not (aim and _aims(tokens, at)):
        return level, depth, aim, False
    return max(level, {MEANS: 1, PURPOSE: 2}.get(mark, aim)), depth, aim, True


def _aims(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb follows `to`, or a word nobody knows and then a verb ("to quickly sell")."""
    after = [token[1] for token in tokens[at + 1 : at + 3]]
    return any(AIM in symbols for symbols in after[:1]) or (
        len(after) == 2 and not after[0] and AIM in after[1]
    )
