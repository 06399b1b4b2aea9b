"""What of a name is compared: tokens with weights, and the words that tell two tasks apart.

All words are data of the packs (`wording:` in `<pack>/pack.yaml`); this module knows none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from rolelint.patterns import later
from rolelint.records import NamedTuple, maker
from rolelint.similar.join import Record
from rolelint.similar.making import made
from rolelint.similar.order import Order
from rolelint.similar.share import share
from rolelint.similar.vocabulary import Tokens, Vocabulary
from rolelint.words import Learnt, fold, words

LIGHT, ORDINARY = 1, 3
DESCRIBED = 60
"""Of a description so many words are compared; the small ones do not count."""
_LEAST = 200
"""A threshold below so many thousandths would call nearly everything alike."""
_NONE: frozenset[int] = frozenset()
_NOTHING: Tokens = ()
_NUMBERING = later(r"[a-z]?\d+(?:\.\d+){0,5}[.):_]\s*(?=[^\W\d])")


class Text(NamedTuple):
    """What stands in one row: its name, what it says more, and where (any value that names the place)."""

    name: str
    description: str | None = None
    heading: str | None = None
    place: object = None


class Reading(NamedTuple):
    """A name as it is compared.

    `words` are its tokens in order, without those that tell tasks apart; `said` has those as well. `common`
    says that they are too common to say what work it is.
    """

    record: Record
    words: tuple[int, ...]
    said: tuple[int, ...]
    common: bool


_record, _reading = maker(Record), maker(Reading)


class Wording:
    """What the words of all packs make of names and descriptions. One object serves one organisation."""

    def __init__(self, packs: Iterable[Mapping[str, Any]] = ()) -> None:
        words = made(packs)
        self.threshold = share(words["threshold"], _LEAST)
        self._vocabulary = vocabulary = Vocabulary(words)
        self.tokens, self._tells = vocabulary.tokens, vocabulary.tells
        self._light, self._places = frozenset(words["light"]), frozenset(words["places"])
        self._common, self._starts = frozenset(words["common"]), frozenset(words["starts"])
        self._stages: Mapping[int, int] = words["stages"]
        self._acts = frozenset(self._stages)
        self._headed = Learnt(lambda heading: self._places.intersection(self.tokens(heading)))
        self._kinds: dict[object, int] = {}
        meaning = Learnt(vocabulary.learn).__getitem__
        self._order = Order(meaning, words["ways"], vocabulary.ignored)

    @property
    def weights(self) -> Sequence[int]:
        """The weight of every token met so far."""
        weights = [ORDINARY] * len(self._vocabulary.ids)
        for token in self._light:
            weights[token] = LIGHT
        return weights

    def read(self, text: Text) -> Reading:
        """What of a row's name is compared."""
        name, _, heading, place = text
        if not name[:2].isalpha():
            name = _unnumbered(name)
        kept = said = tuple(self.tokens(name))
        told, started = _NONE, _NOTHING
        if not self._tells.isdisjoint(said):
            told, kept = self._told(said)
        if not self._starts.isdisjoint(said):
            started = tuple(after for before, after in pairwise(said) if before in self._starts)
        if heading:
            told |= self._headed[heading]
        common, kind = self._common.issuperset(kept), 0
        if told or started or common:
            what = (told, started, place if common else None)
            kind = self._kinds.setdefault(what, len(self._kinds) + 1)
        stages = 0 if self._acts.isdisjoint(kept) else self._stages_of(kept)
        return _reading((_record((frozenset(kept), kind, stages, _NONE)), kept, said, common))

    def read_more(self, text: Text, reading: Reading) -> Record:
        """The same row with what it says more; its name still tells which rows it can be compared with.

        The name asks to be said by the other row, or says all that the other is called: what is described
        alike but goes by another name (two tools, two shops) is not one work.
        """
        tokens = self._vocabulary.first_tokens(text.description or "", DESCRIBED)
        named, kind, stages, _ = reading.record
        tokens.update(named)
        name = named if self._light.isdisjoint(named) else named - self._light or named
        return _record((frozenset(tokens), kind, stages, name))

    def stages_of(self, tokens: Iterable[int]) -> int:
        """What the tokens, the light ones aside, say is done to a thing, as a set of bits."""
        return self._stages_of(self._heavy(tokens))

    def same_words(self, one: str, other: str) -> bool:
        """Whether two names have the same words, whatever their order, case and inflection."""
        return self.stems(_unnumbered(one)) == self.stems(_unnumbered(other))

    def overlap(self, one: str, other: str) -> float:
        """The part, by weight, of all that two texts say which both say; 0 where both say nothing."""
        first, second = frozenset(self.tokens(one)), frozenset(self.tokens(other))
        both, either = self._weight(first & second), self._weight(first | second)
        return both / either if either else 0.0

    def _weight(self, tokens: frozenset[int]) -> int:
        light = len(tokens & self._light)
        return LIGHT * light + ORDINARY * (len(tokens) - light)

    def alike(self, one: Record, other: Record) -> bool:
        """Whether two names, or names with descriptions, are alike: what the join finds, for two of them."""
        if one.kind != other.kind or (one.stages and other.stages and not one.stages & other.stages):
            return False
        first, second = one.tokens, other.tokens
        named = second.issuperset(one.name) or first.issuperset(other.name)
        both = self._weight(first & second)
        part, whole = self.threshold
        return named and both > 0 and both * whole >= part * self._weight(first | second)

    def opposed(self, one: str, other: str) -> bool:
        """Whether two names of much the same words mean different work by the order of them."""
        return self._order.opposed(words(fold(one)), words(fold(other)))

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's words, without those that say nothing unless it has no others."""
        said, ignored = words(fold(text)), self._vocabulary.ignored
        stem = self._vocabulary.stem
        return frozenset([stem(word) for word in said if word not in ignored]) or frozenset(said)

    def _heavy(self, tokens: Iterable[int]) -> tuple[int, ...]:
        return tuple([token for token in tokens if token not in self._light])

    def _told(self, said: Tokens) -> tuple[frozenset[int], Tokens]:
        """What tells tasks apart, and the other words; a name of such words alone has them as its words."""
        told = frozenset(self._tells.intersection(said))
        kept = tuple([token for token in said if token not in told])
        return (told, kept) if kept else (_NONE, said)

    def _stages_of(self, tokens: Iterable[int]) -> int:
        bits = 0
        for token in tokens:
            bits |= self._stages.get(token, 0)
        return bits


def _unnumbered(name: str) -> str:
    """The name without the number of its row ("3.1. Pricing", "A2_merge")."""
    if not (name[:1].isspace() or name[:1].isdecimal() or name[1:2].isdecimal()):
        return name
    folded = fold(name)
    start = _NUMBERING.match(folded)
    return folded[start.end() :] if start else folded
