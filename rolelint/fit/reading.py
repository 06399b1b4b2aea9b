"""A text as a row of tokens: what each word stands for, and where the main clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from rolelint.fit import packing
from rolelint.fit.packing import MARKED, STRANGE
from rolelint.words import Learnt, Stems, chunks

NONE, COMMA, STOP, OPEN, CLOSE, CARRIER, JOINT, FOREIGN, ENGLISH, MEANS, PURPOSE, TO = range(12)
"""What a token does to the clause; NONE is nothing."""


class Token:
    """A word or mark of a text; one object wherever it stands.

    `symbols` are what it stands for, `mark` what it does to the clause, and `holds` has the bits of its
    symbols. `speaks` has those of which one must follow for a pattern that speaks to begin here, `silences`
    the same for patterns that silence.
    """

    __slots__ = ("held", "holds", "mark", "silences", "speaks", "symbols")

    def __init__(
        self,
        symbols: tuple[str, ...] = (),
        mark: int = NONE,
        holds: int = 0,
        speaks: int = 0,
        silences: int = 0,
    ) -> None:
        self.symbols = symbols
        self.held = frozenset(symbols)
        self.mark = mark
        self.holds = holds | (MARKED if mark >= STOP else 0) | (STRANGE if mark == FOREIGN else 0)
        self.speaks = speaks
        self.silences = silences


PLAIN = Token()
FULL_STOP = Token(mark=STOP)
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


class Reader:
    """Turns texts into tokens; every chunk between spaces is looked at once."""

    def __init__(self, data: Mapping[str, Any], stems: Stems) -> None:
        self._known: Mapping[str, bytes] = data["words"]
        self._marks: Mapping[str, int] = data["marks"]
        self._aims = frozenset(data["aims"])
        self._dropped = frozenset(data["dropped"])
        self._stems = stems
        self._words = Learnt(self._word)
        self._tokens = Learnt(self._chunk).__getitem__

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order."""
        found = list(chain.from_iterable(map(self._tokens, chunks(text))))
        if found and found[-1] is FULL_STOP:
            found.pop()  # the end of the text says as much
        return found[:MOST] if len(found) > MOST else found

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where each token stands in the text: half-open ranges of characters."""
        return [
            (chunk.start() + start, chunk.start() + end)
            for chunk in re.finditer(r"\S+", text)
            for _, start, end in self._parts(chunk[0])
        ]

    def _chunk(self, chunk: str) -> tuple[Token, ...]:
        if chunk.isalpha():
            token = self._words[chunk.lower()]
            return () if token is None else (token,)
        return tuple([token for token, _, _ in self._parts(chunk)])

    def _parts(self, chunk: str) -> Iterator[tuple[Token, int, int]]:
        for found in _PART.finditer(chunk):
            part, start, end = found[0], *found.span()
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
        if word in LABEL_ENDS:
            return Token((LABEL,), mark, holds=self._of(LABEL)[0])
        if mark:
            return FULL_STOP if mark == STOP else Token(mark=mark)
        if not word.isalpha():
            word = word.replace("’", "'").removesuffix("'s").replace("'", "").replace("-", "")
        holds, speaks, silences, symbols = self._of(self._stems.stem(word))
        mark = self._marks.get(word, NONE if word.isascii() else FOREIGN)
        if word in self._aims:
            symbols += (AIM,)
        return Token(symbols, mark, holds, speaks, silences) if symbols or mark else PLAIN

    def _of(self, stem: str) -> tuple[int, int, int, tuple[str, ...]]:
        known = self._known.get(stem)
        return (0, 0, 0, ()) if known is None else packing.unpack(known)


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


ONE_CLAUSE = Clauses([PLAIN] * MOST)
"""That of texts in which no token does anything to a clause."""


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
