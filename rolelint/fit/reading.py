"""A text as a row of tokens: what each word stands for, and where the main clause ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any, TypeVar

from rolelint.words import Stems

Start = tuple[Sequence[Any], int]
"""A node of the tree, and the symbols of which one must follow, as bits; ALWAYS where nothing needs to."""

ALWAYS, OF_ANOTHER_LANGUAGE = 1, 2
"""Bits that no symbol has: one that every text holds, and that of words which tell another language."""

NONE, COMMA, STOP, OPEN, CLOSE, CARRIER, JOINT, FOREIGN, ENGLISH, MEANS, PURPOSE, TO = range(12)
"""What a token does to the clause; NONE is nothing."""


Asked = TypeVar("Asked")
Said = TypeVar("Said")


class Token:
    """A word or mark of a text; one object wherever it stands.

    `symbols` are what it stands for and `mark` what it does to the clause. `speaking` and `silencing` are
    what it opens of either tree, `needs` the bits of which one must follow for anything of the speaking tree
    to be found, and `holds` its own: most words are passed over with one look at two numbers.
    """

    __slots__ = ("held", "holds", "mark", "needs", "silencing", "speaking", "symbols")

    def __init__(
        self,
        symbols: tuple[str, ...] = (),
        mark: int = NONE,
        holds: int = 0,
        speaking: tuple[Start, ...] = (),
        silencing: tuple[Start, ...] = (),
    ) -> None:
        self.symbols = symbols
        self.held = frozenset(symbols)
        self.mark = mark
        self.holds = holds
        self.speaking = speaking
        self.silencing = silencing
        self.needs = joined(needed for _, needed in speaking)


def joined(bits: Iterable[int]) -> int:
    """All these bits in one number."""
    return reduce(or_, bits, 0)


PLAIN = Token()
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
        self._bits = Bits()
        self._speaking = Opening(data["speaking"][0], self._bits)
        self._silencing = Opening(data["silencing"][0], self._bits)
        self._stems = stems
        self._words = Remembered(self._word)
        self._chunks = Remembered(self._chunk)

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order."""
        found = list(chain.from_iterable(map(self._chunks.__getitem__, text.split())))
        return found[:MOST] if len(found) > MOST else found

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where each token stands in the text: half-open ranges of characters."""
        return [
            (chunk.start() + start, chunk.start() + end)
            for chunk in re.finditer(r"\S+", text)
            for _, start, end in self._parts(chunk[0])
        ]

    def _chunk(self, chunk: str) -> tuple[Token, ...]:
        return tuple([token for token, _, _ in self._parts(chunk)])

    def _parts(self, chunk: str) -> Iterator[tuple[Token, int, int]]:
        if chunk.isalpha():
            parts = [(chunk, 0, len(chunk))]
        else:
            parts = [(part[0], part.start(), part.end()) for part in _PART.finditer(chunk)]
        for part, start, end in parts:
            if part == "." and end < len(chunk):
                continue
            token = self._words[part.lower()]
            if token is not None:
                yield token, start, end

    def _word(self, word: str) -> Token | None:
        """The token of a word in lower case, or of a mark; None where it is passed over."""
        if word in self._dropped:
            return None
        mark = COMMA if word in JOINS else _PUNCTUATION.get(word, NONE)
        if mark:
            symbols: tuple[str, ...] = (LABEL,) if word in LABEL_ENDS else ()
            return Token(symbols, mark, self._bits.of(symbols))
        if not word.isalpha():
            word = word.replace("’", "'").removesuffix("'s").replace("'", "").replace("-", "")
        symbols = tuple(self._symbols.get(self._stems.stem(word), ()))
        if word in self._aims:
            symbols += (AIM,)
        mark = self._marks.get(word, NONE if word.isascii() else FOREIGN)
        if not symbols and not mark:
            return PLAIN
        holds = self._bits.of(symbols) | (OF_ANOTHER_LANGUAGE if mark == FOREIGN else 0)
        return Token(symbols, mark, holds, self._speaking.of(symbols), self._silencing.of(symbols))


class Remembered(dict[Asked, Said]):
    """What a function says, asked once of each."""

    def __init__(self, ask: Callable[[Asked], Said]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, asked: Asked) -> Said:
        if len(self) > _REMEMBERED:
            self.clear()
        said = self[asked] = self._ask(asked)
        return said


class Bits(dict[str, int]):
    """A bit of its own for every symbol that is met."""

    def __missing__(self, symbol: str) -> int:
        bit = self[symbol] = 1 << (len(self) + OF_ANOTHER_LANGUAGE)
        return bit

    def of(self, symbols: Iterable[str]) -> int:
        """The bits of all these symbols."""
        return joined(map(self.__getitem__, symbols))


class Opening:
    """What symbols open of one tree; looked up once a symbol."""

    def __init__(self, root: Mapping[str, Any], bits: Bits) -> None:
        self._root = root
        self._bits = bits
        self._starts: dict[str, Start] = {}

    def of(self, symbols: Iterable[str]) -> tuple[Start, ...]:
        """The nodes that any of the symbols opens."""
        root = self._root
        return tuple([self._start(symbol) for symbol in symbols if symbol in root])

    def _start(self, symbol: str) -> Start:
        start = self._starts.get(symbol)
        if start is None:
            edges, gaps, accepted = node = self._root[symbol]
            start = self._starts[symbol] = (node, ALWAYS if accepted else self._needed(edges, gaps))
        return start

    def _needed(self, edges: Iterable[str], gaps: Iterable[tuple[int, Iterable[str]]]) -> int:
        return joined([self._bits.of(edges), *(self._bits.of(wide) for _, wide in gaps)])


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
        for at, token in enumerate(tokens):
            mark = token.mark
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
    mark = tokens[at].mark
    if mark == STOP:
        return 0, depth, 2, True
    if mark in (OPEN, CLOSE):
        return level, max(0, depth + (1 if mark == OPEN else -1)), aim, True
    if mark == TO and not (aim and _aims(tokens, at)):
        return level, depth, aim, False
    return max(level, {MEANS: 1, PURPOSE: 2}.get(mark, aim)), depth, aim, True


def _aims(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb follows `to`, or a word nobody knows and then a verb ("to quickly sell")."""
    after = [token.symbols for token in tokens[at + 1 : at + 3]]
    return any(AIM in symbols for symbols in after[:1]) or (
        len(after) == 2 and not after[0] and AIM in after[1]
    )
