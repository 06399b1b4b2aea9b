"""What of a name is compared: tokens with weights, and the words that tell two tasks apart.

All words are data of the packs (`wording:` in `<pack>/pack.yaml`); this module knows none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from rolelint.records import NamedTuple
from rolelint.similar.join import Record
from rolelint.similar.order import Order
from rolelint.similar.share import share
from rolelint.words import Stems, fold

LIGHT, ORDINARY = 1, 3
DESCRIBED = 60
"""Of a description so many words are compared; the small ones do not count."""
_REMEMBERED = 300_000
_LEAST = 200
"""A threshold below so many thousandths would call nearly everything alike."""
_NONE: frozenset[int] = frozenset()
_WORD = re.compile(r"[^\W_]+")
_BRITISH = re.compile(r"(?<=[a-z]{2}[iy])s(?=(?:e|ed|er|ers|es|ing|ation|ations)$)")
_NUMBERING = re.compile(r"[a-z]?\d+(?:\.\d+){0,5}[.):_]\s*(?=[^\W\d])")
_LISTS = ("ignored", "same", "light", "stages", "telling", "places", "common", "unstemmed", "starts", "ways")


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


class _Spelled(dict[str, tuple[int, ...]]):
    """What stands between two spaces -> tokens; learnt when it is first asked for."""

    def __init__(self, learn: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[chunk] = tokens = self._learn(chunk)
        return tokens


class Wording:
    """The words of all packs, and the tokens they make. One object serves one organisation."""

    def __init__(self, packs: Iterable[Mapping[str, Any]] = ()) -> None:
        self._data = _merged(packs)
        self.threshold = share(self._data["threshold"], _LEAST)
        self._ids: dict[str, int] = {}
        self._same: dict[str, tuple[int, ...]] = {}
        self._spelled = _Spelled(self._learn_chunk)
        self._kinds: dict[object, int] = {}
        self._stems = Stems(apart=map(fold, self._data["unstemmed"]))
        self._tells: set[int] = set()
        self._ignored = frozenset(map(fold, self._data["ignored"]))
        self._phrases: dict[int, list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
        self._implied: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        self._fold_same()
        self._light, self._places = self._set("light"), self._set("places")
        self._tells |= self._places | self._set("telling")
        self._common = self._set("common") | self._light
        self._starts = self._set("starts")
        self._order = Order(self._learn, map(fold, self._data["ways"]), self._ignored)
        self._stages = self._stage_bits()
        self._implied = self._implications()

    @property
    def weights(self) -> Sequence[int]:
        """The weight of every token met so far."""
        return [LIGHT if token in self._light else ORDINARY for token in range(len(self._ids))]

    def read(self, text: Text) -> Reading:
        """What of a row's name is compared."""
        tokens = self.tokens(_unnumbered(text.name))
        told = _NONE if self._tells.isdisjoint(tokens) else frozenset(self._tells.intersection(tokens))
        words = tuple(tokens) if not told else tuple(token for token in tokens if token not in told)
        if not words:
            words, told = tuple(tokens), _NONE
        if text.heading:
            told |= self._places.intersection(self.tokens(text.heading))
        common = self._common.issuperset(words)
        what = (told, self._started(tokens), text.place if common else None)
        kind = self._kinds.setdefault(what, len(self._kinds))
        record = Record(tuple(sorted(set(words))), kind, self._stages_of(words))
        return Reading(record, words, tuple(tokens), common)

    def read_more(self, text: Text, reading: Reading) -> Record:
        """The same row with what it says more; its name still tells which rows it can be compared with.

        The name asks to be said by the other row, or says all that the other is called: what is described
        alike but goes by another name (two tools, two shops) is not one work.
        """
        more = self.tokens(text.description or "")[:DESCRIBED]
        named, kind, stages, _ = reading.record
        name = tuple(token for token in named if token not in self._light)
        return Record(tuple(sorted({*named, *more})), kind, stages, name or named)

    def tokens(self, text: str) -> list[int]:
        """The tokens of a text in order, synonyms folded, words that say nothing left out."""
        spelled = self._spelled
        chunks = (text.lower() if text.isascii() else fold(text)).split()
        tokens = [token for chunk in chunks for token in spelled[chunk]]
        if not self._phrases.keys().isdisjoint(tokens):
            tokens = self._with_phrases(tokens)
        if not self._implied.keys().isdisjoint(tokens):
            tokens = self._without_implied(tokens)
        return tokens

    def stages_of(self, tokens: Iterable[int]) -> int:
        """What the tokens, the light ones aside, say is done to a thing, as a set of bits."""
        bits = 0
        for token in tokens:
            bits |= 0 if token in self._light else self._stages.get(token, 0)
        return bits

    def same_words(self, one: str, other: str) -> bool:
        """Whether two names have the same words, whatever their order, case and inflection."""
        return self.stems(_unnumbered(one)) == self.stems(_unnumbered(other))

    def overlap(self, one: str, other: str) -> float:
        """The part, by weight, of all that two texts say which both say; 0 where both say nothing."""
        first, second = set(self.tokens(one)), set(self.tokens(other))
        both, either = self._weight(first & second), self._weight(first | second)
        return both / either if either else 0.0

    def _weight(self, tokens: Iterable[int]) -> int:
        return sum(LIGHT if token in self._light else ORDINARY for token in tokens)

    def alike(self, one: Record, other: Record) -> bool:
        """Whether two names, or names with descriptions, are alike: what the join finds, for two of them."""
        if one.kind != other.kind or (one.stages and other.stages and not one.stages & other.stages):
            return False
        first, second = set(one.tokens), set(other.tokens)
        named = second.issuperset(one.name) or first.issuperset(other.name)
        both = self._weight(first & second)
        part, whole = self.threshold
        return named and both > 0 and both * whole >= part * self._weight(first | second)

    def opposed(self, one: str, other: str) -> bool:
        """Whether two names of much the same words mean different work by the order of them."""
        return self._order.opposed(_WORD.findall(fold(one)), _WORD.findall(fold(other)))

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's words, without those that say nothing unless it has no others."""
        words = _WORD.findall(fold(text))
        return frozenset(self._stem(word) for word in words if word not in self._ignored) or frozenset(words)

    def _learn_chunk(self, chunk: str) -> tuple[int, ...]:
        """The tokens of what stands between two spaces, met for the first time."""
        return tuple(token for word in _WORD.findall(chunk) for token in self._learn(word))

    def _learn(self, word: str) -> tuple[int, ...]:
        """The tokens of a word met for the first time."""
        if word in self._ignored:
            return ()
        stem = self._stem(word)
        known = self._same.get(stem)
        if known is None:
            known = (self._ids.setdefault(stem, len(self._ids)),)
            if any(character.isdigit() for character in word):
                self._tells.update(known)
        return known

    def _stem(self, word: str) -> str:
        return self._stems.stem(_BRITISH.sub("z", word))

    def _fold_same(self) -> None:
        """Let every word of a group stand for its first one."""
        for first, *others in self._data["same"]:
            tokens = tuple(self.tokens(first))
            for other in others:
                stems = [self._stem(w) for w in _WORD.findall(fold(other)) if w not in self._ignored]
                if len(stems) == 1:
                    self._same[stems[0]] = tokens
                    self._spelled.clear()
                elif stems:
                    start, *rest = self.tokens(other)
                    self._phrases.setdefault(start, []).append((tuple(rest), tokens))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _with_phrases(self, tokens: list[int]) -> list[int]:
        done: list[int] = []
        at = 0
        while at < len(tokens):
            for rest, tokens_for in self._phrases.get(tokens[at], ()):
                if tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                    done += tokens_for
                    at += len(rest)
                    break
            else:
                done.append(tokens[at])
            at += 1
        return done

    def _without_implied(self, tokens: list[int]) -> list[int]:
        for head in self._implied.keys() & set(tokens):
            whole, dropped = self._implied[head]
            if whole.issubset(tokens):
                tokens = [token for token in tokens if token not in dropped]
        return tokens

    def _implications(self) -> dict[int, tuple[frozenset[int], frozenset[int]]]:
        found = {}
        for noun, words in self._data["implied"].items():
            whole = self.tokens(noun)
            found[whole[-1]] = (frozenset(whole), frozenset(t for word in words for t in self.tokens(word)))
        return found

    def _set(self, name: str) -> frozenset[int]:
        return frozenset(token for word in self._data[name] for token in self.tokens(word))

    def _stages_of(self, words: Sequence[int]) -> int:
        bits = 0
        if not self._stages.keys().isdisjoint(words):
            for token in words:
                bits |= self._stages.get(token, 0)
        return bits

    def _stage_bits(self) -> dict[int, int]:
        return {
            token: 1 << number
            for number, words in enumerate(self._data["stages"])
            for word in words
            for token in self.tokens(word)
        }

    def _started(self, tokens: Sequence[int]) -> tuple[int, ...]:
        """What follows a word like "from": a handover from sales is not one from marketing."""
        return (
            ()
            if self._starts.isdisjoint(tokens)
            else tuple(after for before, after in pairwise(tokens) if before in self._starts)
        )


def _unnumbered(name: str) -> str:
    """The name without the number of its row ("3.1. Pricing", "A2_merge")."""
    if not (name[:1].isspace() or name[:1].isdecimal() or name[1:2].isdecimal()):
        return name
    folded = fold(name)
    start = _NUMBERING.match(folded)
    return folded[start.end() :] if start else folded


def _merged(packs: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The words of several packs together; the last threshold given wins."""
    merged: dict[str, Any] = {name: [] for name in _LISTS} | {"implied": {}, "threshold": 1}
    for pack in packs:
        for name, value in pack.get("wording", {}).items():
            if name in _LISTS:
                merged[name] = [*merged[name], *value]
            elif name == "implied":
                merged[name] = {**merged[name], **value}
            else:
                merged[name] = value
    return merged
