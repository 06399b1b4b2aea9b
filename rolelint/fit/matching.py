"""Finding the patterns of a tree in a row of tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from rolelint.fit import packing
from rolelint.fit.packing import ALWAYS, Node, piece
from rolelint.fit.reading import AIMED, COMMA, TAIL, Clauses, Token
from rolelint.records import NamedTuple
from rolelint.words import Learnt

FOR, GREY, RULE_VETO, SIDE_VETO, ELSEWHERE, MASK, DOUBT = range(7)
"""What a pattern does: speak for a side, name a grey area, silence a rule or side, tell other work, mask, or
cast doubt on a sign beside it."""

SPEAKING = frozenset({FOR, GREY})
"""The rest only matters where one of these was found."""

STRONG, MEDIUM, WEAK = 3, 2, 1
PURPOSED = 2
"""The level of a purpose clause."""

_HELD = attrgetter("held")
Raw = list[tuple[int, int, int]]
"""Numbers of patterns with the tokens where they begin and end."""

Hit = tuple[int, int, int, int]
"""The number of a pattern, the tokens where it begins and ends (exclusive), and the level of its clause."""


class Pattern(NamedTuple):
    """One pattern of a rule: what it does, for whom, how strongly, and when not."""

    does: int
    of: str
    """The rule of evidence, the area, the rule or function that is silenced, or whose work it is."""
    strength: int
    said: str
    unless: frozenset[str]
    first: int
    """0 where it may begin anywhere, else one more than the words that may stand before it in the clause."""
    last: bool


class Match(NamedTuple):
    """A pattern found from one token to another (exclusive), and how strong it is at its level of clause."""

    pattern: Pattern
    start: int
    end: int
    strength: int
    level: int


Open = list[tuple[int, str]]
"""Tokens, each with a symbol that opens a tree there."""

Starts = tuple[tuple[str, int], ...]
"""The symbols of a token that open a tree, and the bits of which one must follow each."""


class Opening:
    """A tree of patterns, taken apart as far as the texts open it."""

    def __init__(self, tree: Mapping[str, int], pieces: memoryview) -> None:
        self._tree = tree
        self._needed: Mapping[str, tuple[int, int]] = Learnt(lambda symbol: piece(pieces, tree[symbol]))
        self.nodes: Mapping[str, Node] = Learnt(lambda symbol: piece(pieces, self._needed[symbol][1]))
        """What follows each symbol that opens the tree."""
        self._starts: Mapping[Token, Starts] = Learnt(self._of)

    def at(self, at: int, token: Token, holds: int) -> Open:
        """What a token opens where so much follows."""
        return [(at, symbol) for symbol, needed in self._starts[token] if needed & holds]

    def _of(self, token: Token) -> Starts:
        return tuple([(symbol, self._needed[symbol][0]) for symbol in token.symbols if symbol in self._tree])


class Matcher:
    """Finds the patterns of the trees: those that speak, that silence them, and that cast doubt on them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        pieces = memoryview(data["pieces"])
        self._written: Sequence[bytes] = data["patterns"]
        self._names: Sequence[str] = data["names"]
        self._speaking = Opening(data["speaking"], pieces)
        self._silencing = Opening(data["silencing"], pieces)
        self._doubting = Opening(data["doubting"], pieces)
        self._doubtful = frozenset(data["doubting"])
        self._patterns: Mapping[int, Pattern] = Learnt(self._pattern)

    def _pattern(self, number: int) -> Pattern:
        does, of, strength, said, unless, *tied = packing.unpack(self._written[number])
        return Pattern(does, self._names[of], strength, said, frozenset(unless), *tied)

    def opened(self, tokens: Sequence[Token]) -> tuple[Open, int]:
        """Where patterns that speak may begin, and what the text holds, as bits.

        From the end on: then what is held so far is what follows, and a word that must follow is there.
        """
        starts: Open = []
        holds = ALWAYS
        at = len(tokens)
        for token in reversed(tokens):
            at -= 1
            if token.speaks & holds:
                starts[:0] = self._speaking.at(at, token, holds)
            holds |= token.holds
        return starts, holds

    def speaking(self, tokens: Sequence[Token], clauses: Clauses, starts: Open) -> list[Hit]:
        """The patterns that speak and hold where they stand, in order of place."""
        return self._found(tokens, clauses, starts, self._speaking.nodes)

    def silencing(self, tokens: Sequence[Token], clauses: Clauses, holds: int) -> list[Hit]:
        """The same of those that silence, in a text that holds so much."""
        starts: Open = []
        for at, token in enumerate(tokens):
            if token.silences & holds:
                starts += self._silencing.at(at, token, holds)
        return self._found(tokens, clauses, starts, self._silencing.nodes) if starts else []

    def doubting(self, tokens: Sequence[Token], clauses: Clauses, holds: int) -> list[Hit]:
        """Those that cast doubt, none of them in a purpose, in a text that holds so much."""
        starts: Open = []
        for at, token in enumerate(tokens):
            if not token.held.isdisjoint(self._doubtful):
                starts += self._doubting.at(at, token, holds)
        found = self._found(tokens, clauses, starts, self._doubting.nodes) if starts else []
        return [hit for hit in found if hit[3] < PURPOSED]

    def matches(self, hits: Iterable[Hit]) -> list[Match]:
        """Hits with their patterns, each as strong as its clause lets it be."""
        found = []
        for number, start, end, level in hits:
            pattern = self._patterns[number]
            found.append(Match(pattern, start, end, max(0, pattern.strength - level), level))
        return found

    def _found(
        self, tokens: Sequence[Token], clauses: Clauses, starts: Open, nodes: Mapping[str, Node]
    ) -> list[Hit]:
        """What the starts lead to, where it holds."""
        raw: Raw = []
        stops = clauses.stops
        for at, symbol in starts:
            _follow(nodes[symbol], at + 1, at, tokens, stops, raw)
        return [
            (number, start, end, clauses.levels[start])
            for number, start, end in raw
            if _stands(self._patterns[number], start, end, tokens, stops)
        ]


def _follow(
    node: Node, at: int, start: int, tokens: Sequence[Token], stops: Collection[int], raw: Raw
) -> None:
    """Collect (pattern, start, end) for all that this node leads to from token `at` on."""
    edges, gaps, accepted = node
    for number in accepted:
        raw.append((number, start, at))
    if edges and at < len(tokens) and not tokens[at].held.isdisjoint(edges):
        _step(edges, at, start, tokens, stops, raw)
    for width, wide in gaps:
        for here in _within(width, wide, at, tokens, stops):
            _step(wide, here, start, tokens, stops, raw)


def _step(
    edges: Mapping[str, Any],
    at: int,
    start: int,
    tokens: Sequence[Token],
    stops: Collection[int],
    raw: Raw,
) -> None:
    for symbol in tokens[at].symbols:
        if symbol in edges:
            _follow(edges[symbol], at + 1, start, tokens, stops, raw)


def _within(
    width: int, wide: Mapping[str, Any], at: int, tokens: Sequence[Token], stops: Collection[int]
) -> Iterator[int]:
    """The tokens that go on after a gap of so many words; commas do not count, and a new clause ends it.

    Only what begins a purpose does not end a gap of a width below 0.
    """
    left = abs(width)
    for here in range(at, len(tokens)):
        token = tokens[here]
        if left < 0 or (here in stops and (width > 0 or token.mark not in AIMED)):
            return
        if token.mark != COMMA:
            left -= 1
            if not token.held.isdisjoint(wide):
                yield here


def _stands(pattern: Pattern, start: int, end: int, tokens: Sequence[Token], stops: Collection[int]) -> bool:
    """Whether a pattern stands where it is tied to, and no word takes its force."""
    if pattern.first and not _begins(start, pattern.first, stops):
        return False
    if pattern.last and not _ends(tokens, end, stops):
        return False
    return not pattern.unless or all(map(pattern.unless.isdisjoint, map(_HELD, tokens)))


def _begins(start: int, within: int, stops: Collection[int]) -> bool:
    """Whether fewer than so many words stand before it in the clause."""
    return any(at == 0 or at - 1 in stops for at in range(start, max(-1, start - within), -1))


def _ends(tokens: Sequence[Token], end: int, stops: Collection[int]) -> bool:
    """Whether only words that say what is done ("creation", "review") follow in the clause."""
    return all(TAIL in tokens[at].symbols for at in _rest(tokens, end, stops))


def _rest(tokens: Sequence[Token], end: int, stops: Collection[int]) -> range:
    at = end
    while at < len(tokens) and at not in stops:
        at += 1
    return range(end, at)
