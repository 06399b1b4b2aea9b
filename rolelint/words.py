"""Words of a text: folded names, tokens and their stems. Used wherever two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

_REMEMBERED = 100_000


@lru_cache(_REMEMBERED)
def fold(name: str) -> str:
    """A name as it is compared: NFKC, case folded, inner white space single, none outside."""
    plain = name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
    return " ".join(plain.split())


_WORD = re.compile(r"[^\W_]+")


def listed(names: Sequence[str], at_most: int = 5) -> str:
    """Names as a reader would list them: "a", "a and b", "a, b and 3 others"."""
    if len(names) > at_most:
        names = [*names[: at_most - 1], f"{len(names) - at_most + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


class Phrases:
    """Phrases to be found as whole words in a text, whatever their case and number."""

    def __init__(self, phrases: Iterable[str], stems: Stems | None = None) -> None:
        """With stems, whatever the form of the words."""
        self._stem = stems.stem if stems else _singular
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in phrases:
            words = self._words(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((words, phrase))

    def first(self, text: str) -> str | None:
        """The phrase that stands first in the text, as the phrase was given; None where none does."""
        return next(self.all(text), None)

    def all(self, text: str) -> Iterator[str]:
        """All phrases in the text, as they were given, in the order of the text."""
        words = self._words(text)
        for at, word in enumerate(words):
            for phrase, given in self._by_first.get(word, ()):
                if words[at : at + len(phrase)] == phrase:
                    yield given

    def in_any(self, texts: Sequence[str]) -> set[str]:
        """The phrases, as they were given, that stand in at least one of many texts."""
        chunks = set(chain.from_iterable(map(str.split, texts)))
        known = {word for chunk in chunks if not chunk.isdigit() for word in self._words(chunk)}
        phrases = chain.from_iterable(self._by_first.values())
        possible = [(words, given) for words, given in phrases if known.issuperset(words)]
        if all(len(words) == 1 for words, _ in possible):
            return {given for _, given in possible}
        return {given for text in texts for given in self.all(text)}

    def _words(self, text: str) -> list[str]:
        return [self._stem(word) for word in _WORD.findall(fold(text))]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word


class Stems:
    """Stems of English words, each distinct word stemmed once.

    `apart` are words whose stem would fall together with that of another word (`customer`, `custom`): they
    and their plurals keep their own. `same` maps spellings to the one they count as (`programme`: `program`).
    """

    def __init__(self, apart: Iterable[str] = (), same: Mapping[str, str] | None = None) -> None:
        self._apart = frozenset(apart)
        self._same = dict(same or {})
        self._found: dict[str, str] = {}
        self._stemmer: Any = None

    def stem(self, word: str) -> str:
        """The stem of a word in lower case."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            found = self._found[word] = self._stem(self._same.get(word, word))
        return found

    def _stem(self, word: str) -> str:
        if word in self._apart:
            return word
        if word.endswith("s") and word[:-1] in self._apart:
            return word[:-1]
        if self._stemmer is None:
            import Stemmer  # noqa: PLC0415  # only where words are compared

            self._stemmer = Stemmer.Stemmer("english", 0)
        return str(self._stemmer.stemWord(word))
