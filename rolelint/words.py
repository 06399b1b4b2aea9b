"""Words of a text: folded names, tokens and their stems. Used wherever two texts are compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain
from typing import Any

_REMEMBERED, _TEXTS = 100_000, 30_000


@lru_cache(_REMEMBERED)
def fold(name: str) -> str:
    """A name as it is compared: NFKC, case folded, inner white space single, none outside."""
    return " ".join((name.lower() if name.isascii() else composed(name).casefold()).split())


def composed(text: str) -> str:
    """A text in which characters that look alike are alike (NFKC)."""
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415  # many matrices are ASCII alone

    return unicodedata.normalize("NFKC", text)


_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text that is folded, or of a part of one."""
    return [text] if text.isalnum() else _WORD.findall(text)


@lru_cache(_TEXTS)
def chunks(text: str) -> list[str]:
    """What stands between the spaces of a text. Remembered, for several parts look at the same texts."""
    return text.split()


def listed(names: Sequence[str], at_most: int = 5) -> str:
    """Names as a reader would list them: "a", "a and b", "a, b and 3 others"."""
    if len(names) > at_most:
        names = [*names[: at_most - 1], f"{len(names) - at_most + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def with_one_of(pieces: Iterable[str], texts: Sequence[str]) -> list[int]:
    """The numbers of the texts in which one of the pieces stands as it is; all texts are searched at once."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    found, together = set(), "\n".join(texts)
    for piece in pieces:
        at = together.find(piece)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(number)
            at = together.find(piece, ends[number])
    return sorted(found)


class Learnt(dict[Any, Any]):
    """What is asked -> what follows from it, worked out when it is first asked for (`learnt[text]`)."""

    def __init__(self, learn: Callable[[Any], Any], most: int = _REMEMBERED) -> None:
        super().__init__()
        self._learn, self._most = learn, most

    def __missing__(self, asked: Any) -> Any:
        if len(self) >= self._most:
            self.clear()
        self[asked] = value = self._learn(asked)
        return value


class Phrases:
    """Phrases to be found as whole words in a text, whatever their case and number."""

    def __init__(self, phrases: Iterable[str], stems: Stems | None = None) -> None:
        """With stems, whatever the form of the words."""
        self._stem = stems.stem if stems else _singular
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in phrases:
            stemmed = self.stemmed(phrase)
            if stemmed:
                self._by_first.setdefault(stemmed[0], []).append((stemmed, phrase))

    def first(self, text: str) -> str | None:
        """The phrase that stands first in the text, as the phrase was given; None where none does."""
        return next(self.all(text), None)

    def all(self, text: str) -> Iterator[str]:
        """All phrases in the text, as they were given, in the order of the text."""
        stemmed = self.stemmed(text)
        for at, word in enumerate(stemmed):
            for phrase, given in self._by_first.get(word, ()):
                if stemmed[at : at + len(phrase)] == phrase:
                    yield given

    def among(self, known: set[str]) -> Iterator[tuple[list[str], str]]:
        """The phrases whose words are all known, as their words and as they were given."""
        for phrase, given in chain.from_iterable(self._by_first.values()):
            if known.issuperset(phrase):
                yield phrase, given

    def stemmed(self, text: str) -> list[str]:
        """The words of a text as they are compared."""
        return [*map(self._stem, words(text.lower() if text.isascii() else fold(text)))]


class Spoken:
    """Many texts, each in parts, in which phrases are looked for; what stands between two spaces once."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._texts, self._stems = texts, Stems()

    def said(self, phrases: Iterable[str]) -> set[str]:
        """The phrases, as they are given, that stand in at least one of the texts, in whatever form."""
        sought = Phrases(phrases, self._stems)
        possible = list(sought.among(self._known))
        found = {given for phrase, given in possible if len(phrase) == 1}
        firsts = {phrase[0] for phrase, _ in possible if len(phrase) > 1}
        if firsts:
            begin = {chunk for chunk, stemmed in self._chunks.items() if not firsts.isdisjoint(stemmed)}
            for text in self._texts:
                if not all(map(begin.isdisjoint, map(chunks, text))):
                    found.update(sought.all(" ".join(text)))
        return found

    @cached_property
    def _chunks(self) -> dict[str, list[str]]:
        """What stands between two spaces -> its words; numbers alone are no words here."""
        stemmed = Phrases((), self._stems).stemmed
        said = set[str]().union(*map(chunks, chain.from_iterable(self._texts)))
        return {chunk: stemmed(chunk) for chunk in said if not chunk.isdigit()}

    @cached_property
    def _known(self) -> set[str]:
        return set(chain.from_iterable(self._chunks.values()))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word


@cache
def _stemmer() -> Any:
    import Stemmer  # noqa: PLC0415  # only where words are compared

    return Stemmer.Stemmer("english", 0)


_ENGLISH = Learnt(lambda word: str(_stemmer().stemWord(word)))
"""Stems of words. One table for all who ask: they ask for the same words."""


class Stems:
    """Stems of English words.

    `apart` are words whose stem would fall together with that of another word (`customer`, `custom`): they
    and their plurals keep their own. `same` maps spellings to the one they count as (`programme`: `program`).
    `stem` gives the stem of a word in lower case.
    """

    def __init__(self, apart: Iterable[str] = (), same: Mapping[str, str] | None = None) -> None:
        self._apart = frozenset(apart)
        self._same = dict(same or {})
        own = self._apart or self._same
        self.stem: Callable[[str], str] = (Learnt(self._stem) if own else _ENGLISH).__getitem__

    def _stem(self, word: str) -> str:
        word = self._same.get(word, word)
        if word in self._apart:
            return word
        if word[-1:] == "s" and word[:-1] in self._apart:
            return word[:-1]
        return str(_ENGLISH[word])
