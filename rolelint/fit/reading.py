"""A text as a row of tokens: what each word stands for, and where the main clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from rolelint.fit import packing
from rolelint.fit.packing import FINISHED, MARKED, STRANGE
from rolelint.words import Learnt, Stems, chunks

NONE, COMMA, STOP, OPEN, CLOSE, CARRIER, JOINT, FOREIGN, ENGLISH, MEANS, PURPOSE, TO = range(12)
BEGIN, BOUND, ASKS = 12, 13, 14
"""What a token does to the clause; NONE is nothing."""
AIMED = frozenset({TO, PURPOSE})
"""What a purpose begins with."""


DONE = ".. done"
"""The symbol of participles that may stand behind what was done something with: "Offer sent"."""


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
        if DONE in symbols:
            self.holds |= FINISHED
        self.speaks = speaks
        self.silences = silences


PLAIN = Token()
FULL_STOP = Token(mark=STOP)
POINT = Token(mark=COMMA)
"""A comma that is written, which ends a clause that stands before the main one."""
AIM = "to .."
"""The symbol of verbs that make `to` begin a purpose clause."""
TAIL = "{tail}"
"""The class of words that may follow what a name is about ("creation", "review")."""
FAR = 5
"""Such a participle is one of the first words, so many at most."""

# Signs beyond Latin-1 stand apart: in a class they take as long to compile as all the rest.
_PART = re.compile(r"[^\W\d_]-[^\W_]+|[^\W_]+(?:(?:'|’)[^\W_]+)*|[,;:()\[\].!?|]|–|—|…")
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
SMALL = frozenset({COMMA, STOP, OPEN, CLOSE, ENGLISH, TO, BEGIN, BOUND})
"""Marks of what is no word of its own weight."""
MOST = 250
"""So many words of a text are read; what people call a task is shorter."""


class Reader:
    """Turns texts into tokens; every chunk between spaces is looked at once."""

    def __init__(self, data: Mapping[str, Any], stems: Stems) -> None:
        self._known: Mapping[str, int] = data["words"]
        self._pieces = memoryview(data["pieces"])
        self._marks: Mapping[str, int] = data["marks"]
        self._aims = frozenset(data["aims"])
        self._done = frozenset(data["done"])
        self._dropped = frozenset(data["dropped"])
        self._also: Mapping[str, str] = data["also"]
        """Words that are another word's form as well ("analyses") -> its stem."""
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
            return FULL_STOP if mark == STOP else POINT if word == "," else Token(mark=mark)
        if not word.isalpha():
            word = word.replace("’", "'").removesuffix("'s").replace("'", "").replace("-", "")
        holds, speaks, silences, symbols = self._of(self._stems.stem(word))
        if word in self._also:
            other = self._of(self._also[word])
            holds, speaks, silences = holds | other[0], speaks | other[1], silences | other[2]
            symbols += tuple(symbol for symbol in other[3] if symbol not in symbols)
        mark = self._marks.get(word, NONE if word.isascii() else FOREIGN)
        if word in self._aims:
            symbols += (AIM,)
        if word in self._done:
            symbols += (DONE,)
        return Token(symbols, mark, holds, speaks, silences) if symbols or mark else PLAIN

    def _of(self, stem: str) -> tuple[int, int, int, tuple[str, ...]]:
        known = self._known.get(stem)
        return (0, 0, 0, ()) if known is None else packing.piece(self._pieces, known)


def turned(tokens: Sequence[Token]) -> int:
    """Which token says what was done, where a text begins with what it was done with; 0 where none does.

    "Offer sent" is "Send offer". Only marks that end the name may follow.
    """
    for at, token in enumerate(tokens[:FAR]):
        if DONE in token.held and at:
            return at if at + 1 == len(tokens) or tokens[at + 1].mark in (STOP, OPEN) else 0
        if token.mark >= STOP:
            return 0
    return 0


def turn(row: Sequence[Any], at: int) -> list[Any]:
    """Tokens, or what there is one of for each, with the one that says what was done in front."""
    return [row[at], *row[:at], *row[at + 1 :]]


class _Where:
    """Where a reading stands: level, depth of brackets, and the level that a purpose has here."""

    __slots__ = ("aim", "before", "begun", "depth", "level", "outer")

    def __init__(self) -> None:
        self.aim, self.begun = 2, -1
        self.level = self.depth = self.outer = 0
        self.before = False
        """Whether this clause stands before the main one ("When they call, offer …")."""

    def stops(self, tokens: Sequence[Token], at: int) -> bool:
        """Go past a mark; whether a gap ends there."""
        mark = tokens[at].mark
        if mark == COMMA:
            return self._main(tokens, at)
        if mark == STOP:
            self.level, self.aim, self.before = 0, 2, False
        elif mark in (OPEN, CLOSE):
            self._bracket(mark)
        elif self._begins(tokens, at, mark):
            self.begun = at
        elif mark in (ENGLISH, BOUND) or (mark == TO and not (self.aim and _aims(tokens, at))):
            return False
        elif not (mark == ASKS and at and AIM in tokens[at - 1].symbols):  # not "determine which"
            self.before = self.before or at == 0 or tokens[at - 1].mark == STOP
            self.level = max(self.level, {MEANS: 1, ASKS: 1, PURPOSE: 2}.get(mark, self.aim))
        return True

    def _main(self, tokens: Sequence[Token], at: int) -> bool:
        """At the comma after a clause that stands before the main one: whether the main one begins."""
        if self.level > 1 and not _aims(tokens, at):
            return False
        self.level, self.before = 0, False
        return True

    def _bracket(self, mark: int) -> None:
        if mark == OPEN and not self.depth:
            self.outer = self.level
        closes = mark == CLOSE and self.depth == 1
        self.depth = max(0, self.depth + (1 if mark == OPEN else -1))
        if closes:
            self.level = self.outer

    def _begins(self, tokens: Sequence[Token], at: int, mark: int) -> bool:
        """Whether what is done begins after it: "must", "has to", "responsible for", "duties such as"."""
        if mark == TO and at == 0:
            return _is_all(tokens)
        if mark == BEGIN or (self.begun == at - 1 >= 0 and mark in (ENGLISH, BOUND, TO)):
            return True
        if mark == MEANS:
            last = at - 2 if tokens[at - 1] is POINT else at - 1
            return last >= 0 and tokens[last].mark == BOUND
        return mark == BOUND and at + 1 < len(tokens) and tokens[at + 1].mark == TO


class Clauses:
    """How far each token of a text stands from its main clause, and where gaps end.

    A level of 0 is the main clause, 1 what names means or examples or stands in brackets, 2 a purpose.
    """

    __slots__ = ("english", "foreign", "levels", "stops")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.levels = [0] * len(tokens)
        self.stops: set[int] = set()
        self.foreign = self.english = 0
        where = _Where()
        shown = done = 0
        for at, token in enumerate(tokens):
            mark = token.mark
            if mark < STOP and not (where.before and token is POINT):
                continue
            if mark in (CARRIER, JOINT):
                where.aim = min(where.aim, 1 if mark == CARRIER else 0)
                continue
            if mark == FOREIGN:
                self.foreign += 1
                continue
            self.english += mark in (ENGLISH, BEGIN, BOUND)
            if where.stops(tokens, at):
                self.stops.add(at)
            if shown:
                self.levels[done:at] = [shown] * (at - done)
            shown, done = where.level + (where.depth > 0), at
        if shown:
            self.levels[done:] = [shown] * (len(tokens) - done)

    def is_foreign(self) -> bool:
        """Whether more words are of another language than of English, of those that tell."""
        return self.foreign > self.english

    def words(self, tokens: Sequence[Token], level: int) -> int:
        """How many words stand as near to the main clause as this or nearer; small ones do not count."""
        return sum(self.levels[at] <= level and token.mark not in SMALL for at, token in enumerate(tokens))


ONE_CLAUSE = Clauses([PLAIN] * MOST)
"""That of texts in which no token does anything to a clause."""


def _is_all(tokens: Sequence[Token]) -> bool:
    """Whether "to …" at the beginning is all there is: no main clause follows ("To win orders")."""
    return _aims(tokens, 0) and not any(
        token is POINT and _aims(tokens, at) for at, token in enumerate(tokens)
    )


def _aims(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb follows `to`, or a word nobody knows and then a verb ("to quickly sell")."""
    after = [token.symbols for token in tokens[at + 1 : at + 3]]
    return any(AIM in symbols for symbols in after[:1]) or (
        len(after) == 2 and not after[0] and AIM in after[1]
    )
