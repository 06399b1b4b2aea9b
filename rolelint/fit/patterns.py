"""The language in which rules name phrases, and its compiled form: a tree of plain lists and mappings.

    negotiate .. contract|terms .. {customer} ! supplier|union

Words stand for all their forms; `a|b` is either, `{name}` a class of words, `word?` may be left out and
`(a b|c)` is a choice of phrases. `..` is a gap of up to five words (`..9` of nine) inside a clause, `...`
one of up to ten that may go on into a purpose ("research … to find"). `^` and `$` tie the phrase to the
beginning and the end of the clause; `^ ..2` lets two words stand before it. Words after `!` take the
phrase's force.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, cast

GAP = 5
"""So many words `..` may pass over."""
ONWARD = "..."
FAR_GAP = -10
"""The gap that may pass over so many, and over what begins a purpose: a width below 0."""
WIDEST = 20
MOST_REACHED = 1331
MOST_WAYS = 200
"""A gap is no wider; the gaps of a pattern together reach so many places at most (four plain gaps or three
of `...`); a pattern stands for so many phrases at most. A stranger's pattern must not make a run slow."""

Step = tuple[int, str]
"""Words that may be passed over before it, and the symbol that must stand there."""

_ELEMENT = r"\([^()]*\)\??|\S+"
_NAME = r"\{([\w-]+)\}"


class BadPattern(ValueError):
    """A pattern that cannot be read; says which and why."""


class Classes:
    """The classes of words that patterns name; every pattern's choice `a|b` becomes a class of its own."""

    def __init__(
        self,
        members: Mapping[str, Iterable[str]],
        stem: Callable[[str], str],
        dropped: frozenset[str] = frozenset(),
    ) -> None:
        self._stem = stem
        self.dropped = dropped
        self._said = {name: [str(word) for word in words] for name, words in members.items()}
        self._members: dict[str, tuple[frozenset[str], tuple[tuple[str, ...], ...]]] = {}
        self._choices: dict[frozenset[str], str] = {}
        self.symbols: dict[str, set[str]] = {}
        """Stem -> all symbols that a word of this stem stands for."""

    def symbol(self, said: str) -> list[tuple[str, ...]]:
        """The choices of symbols that one element `word|{class}|…` stands for."""
        stems: set[str] = set()
        phrases: list[tuple[str, ...]] = []
        for part in said.split("|"):
            words, longer = self._of(part)
            stems |= words
            phrases += longer
        choices = [tuple(self._single(frozenset({word}), word) for word in phrase) for phrase in phrases]
        if stems:
            choices.append((self._single(frozenset(stems), said),))
        return choices

    def _single(self, stems: frozenset[str], said: str) -> str:
        if len(stems) == 1:
            symbol = next(iter(stems))
        elif re.fullmatch(_NAME, said):
            symbol = said
        else:
            symbol = self._choices.setdefault(stems, f"|{len(self._choices)}")
        for stem in stems:
            self.symbols.setdefault(stem, set()).add(symbol)
        return symbol

    def _of(self, part: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        """The stems of single words and the phrases of more words that a word or class name stands for."""
        name = re.fullmatch(_NAME, part)
        if name is None:
            return self._words(part)
        if part not in self._members:
            if name[1] not in self._said:
                raise BadPattern(f"no class of words is called {part}")
            self._members[part] = frozenset(), ()  # a class that names itself adds nothing
            stems: set[str] = set()
            phrases: list[tuple[str, ...]] = []
            for member in self._said[name[1]]:
                words, longer = self._of(member)
                stems |= words
                phrases += longer
            self._members[part] = frozenset(stems), tuple(phrases)
        return self._members[part]

    def _words(self, part: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        words = tuple(self._stem(w) for w in part.replace("-", " ").split() if w not in self.dropped)
        if len(words) == 1:
            return frozenset(words), ()
        return frozenset(), (words,) if words else ()


class Tree:
    """Patterns by their symbols, so that a reading follows all of them at once.

    A node is `[next, gaps, accepted]`: symbol -> node, `[words, symbol -> node]` for every width of gap, and
    the numbers of the patterns that end here.
    """

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self.root: list[Any] = _node()

    def add(self, pattern: str, number: int) -> tuple[int, bool]:
        """Put a pattern under a number; says how it is tied.

        To the beginning: 0 for not at all, else one more than the words that may stand before it.
        """
        first, last = 0, False
        for sequence in sequences(pattern, self._classes):
            tied, last = sequence[0] == (0, "^"), sequence[-1] == (0, "$")
            steps = sequence[tied : len(sequence) - last]
            if tied and steps:
                if steps[0][0] < 0:
                    raise BadPattern(f'"{pattern}": `{ONWARD}` has no place after `^`')
                first = steps[0][0] + 1
                steps[0] = (0, steps[0][1])
            self._insert(steps, number, pattern)
        return first, last

    def _insert(self, steps: list[Step], number: int, pattern: str) -> None:
        node = self.root
        if not steps or steps[0][0]:
            raise BadPattern(f'"{pattern}" must begin with a word')
        for gap, symbol in steps:
            node = _edges(node, gap).setdefault(symbol, _node())
        if number not in node[2]:
            node[2].append(number)


def sequences(pattern: str, classes: Classes) -> Iterator[list[Step]]:
    """All sequences of steps that a pattern stands for, `^` and `$` among them."""
    choices: list[list[tuple[Step, ...]]] = []
    gap, reached = 0, 1
    for element in re.findall(_ELEMENT, pattern):
        if element.startswith(".."):
            gap = _width(element)
            reached *= abs(gap) + 1
            continue
        if element.strip("?") not in classes.dropped:
            choices.append(_choices(element, gap, classes))
            gap = 0
    if gap or not choices:
        raise BadPattern(f'"{pattern}" must end with a word')
    if reached > MOST_REACHED:
        raise BadPattern(f'"{pattern}" has too many or too wide gaps')
    from math import prod  # noqa: PLC0415  # only where rules are compiled

    if prod(map(len, choices)) > MOST_WAYS:
        raise BadPattern(f'"{pattern}" stands for too many phrases: write fewer `|` and `?`')
    for chosen in product(*choices):
        yield [step for part in chosen for step in part]


def _width(element: str) -> int:
    said = element[2:]
    if not said:
        return GAP
    if element == ONWARD:
        return FAR_GAP
    if not said.isdecimal() or not 0 < int(said[:4]) <= WIDEST:
        raise BadPattern(f'"{element}": a gap is written `..` or `..9`, of {WIDEST} words at most')
    return int(said)


def _choices(element: str, gap: int, classes: Classes) -> list[tuple[Step, ...]]:
    if element in ("^", "$"):
        return [((gap, element),)]
    optional = element.endswith("?")
    element = element.removesuffix("?")
    if element.startswith("("):
        if ".." in element:
            raise BadPattern(f'"{element}": a gap has no place inside brackets')
        phrases = [_kept(phrase, classes.dropped) for phrase in element[1:-1].split("|")]
        single = "|".join(phrase[0] for phrase in phrases if len(phrase) == 1)
        longer = [choice for p in phrases if len(p) > 1 for choice in _phrase(p, gap, classes)]
        found = [*longer, *(_after(gap, symbols) for symbols in classes.symbol(single) if single)]
    else:
        found = [_after(gap, symbols) for symbols in classes.symbol(element)]
    return [*found, ()] if optional else found


def _kept(phrase: str, dropped: frozenset[str]) -> list[str]:
    return [word for word in phrase.split() if word.strip("?") not in dropped]


def _phrase(words: list[str], gap: int, classes: Classes) -> Iterator[tuple[Step, ...]]:
    for chosen in product(*map(classes.symbol, words)):
        yield _after(gap, [symbol for symbols in chosen for symbol in symbols])


def _after(gap: int, symbols: Iterable[str]) -> tuple[Step, ...]:
    return tuple((0 if number else gap, symbol) for number, symbol in enumerate(symbols))


def _node() -> list[Any]:
    return [{}, [], []]


def _edges(node: list[Any], gap: int) -> dict[str, Any]:
    """The mapping from symbol to node for what follows after a gap of so many words at most."""
    edges: dict[str, Any] = node[0]
    if gap:
        for width, wide in node[1]:
            if width == gap:
                return cast(dict[str, Any], wide)
        node[1].append([gap, edges := {}])
    return edges
