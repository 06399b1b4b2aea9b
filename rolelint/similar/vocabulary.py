"""The words of all packs, and the tokens they make of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from rolelint.words import Learnt, Stems, fold, words

Tokens = tuple[int, ...]

_REMEMBERED = 300_000
_BRITISH = re.compile(r"(?<=[a-z]{2}[iy])s(?=(?:e|ed|er|ers|es|ing|ation|ations)$)")


class Vocabulary:
    """Words -> tokens: inflection, spelling and synonyms folded, words that say nothing left out.

    `numbers` are the tokens, met so far, of words with a digit.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.ids: dict[str, int] = {}
        self.numbers: set[int] = set()
        self.ignored = frozenset(map(fold, data["ignored"]))
        self._stems = Stems(apart=map(fold, data["unstemmed"]))
        self._same: dict[str, Tokens] = {}
        self._phrases: dict[int, list[tuple[Tokens, Tokens]]] = {}
        self._starts: set[int] = set()
        self._seconds: set[int] = set()
        self._implied: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        self._heads: frozenset[int] = frozenset()
        self._spelled = Learnt(self._learn_chunk, _REMEMBERED)
        self._fold_same(data["same"])
        self._imply(data["implied"])

    def tokens(self, text: str) -> list[int]:
        """The tokens of a text in order."""
        chunks = (text.lower() if text.isascii() else fold(text)).split()
        tokens = list(chain.from_iterable(map(self._spelled.__getitem__, chunks)))
        if not self._starts.isdisjoint(tokens) and not self._seconds.isdisjoint(tokens):
            tokens = self._with_phrases(tokens)
        return tokens if self._heads.isdisjoint(tokens) else self._without_implied(tokens)

    def tokens_of(self, texts: Iterable[str]) -> frozenset[int]:
        """All tokens of several texts."""
        return frozenset(chain.from_iterable(map(self.tokens, texts)))

    def learn(self, word: str) -> Tokens:
        """The tokens of a word, alone."""
        if word in self.ignored:
            return ()
        stem = self.stem(word)
        known = self._same.get(stem)
        if known is None:
            known = (self.ids.setdefault(stem, len(self.ids)),)
            if not word.isalpha() and any(character.isdigit() for character in word):
                self.numbers.update(known)
        return known

    def stem(self, word: str) -> str:
        """The stem of a word, in the spelling that counts."""
        return self._stems.stem(_BRITISH.sub("z", word) if "is" in word or "ys" in word else word)

    def _learn_chunk(self, chunk: str) -> Tokens:
        """The tokens of what stands between two spaces, met for the first time."""
        return tuple(chain.from_iterable(map(self.learn, words(chunk))))

    def _fold_same(self, groups: Iterable[Iterable[str]]) -> None:
        """Let every word of a group stand for its first one."""
        for first, *others in groups:
            tokens = tuple(self.tokens(first))
            for other in others:
                stems = [self.stem(word) for word in words(fold(other)) if word not in self.ignored]
                if len(stems) == 1:
                    self._same[stems[0]] = tokens
                    self._spelled.clear()
                elif stems:
                    self._add_phrase(tuple(self.tokens(other)), tokens)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add_phrase(self, phrase: Tokens, tokens: Tokens) -> None:
        if phrase == tokens:
            return
        self._phrases.setdefault(phrase[0], []).append((phrase[1:], tokens))
        self._starts.add(phrase[0])
        self._seconds.add(phrase[min(1, len(phrase) - 1)])

    def _imply(self, implied: Mapping[str, Iterable[str]]) -> None:
        """Let a noun say what the words that it implies say."""
        wholes = [(self.tokens(noun), self.tokens_of(said)) for noun, said in implied.items()]
        self._implied = {whole[-1]: (frozenset(whole), said) for whole, said in wholes}
        self._heads = frozenset(self._implied)

    def _without_implied(self, tokens: list[int]) -> list[int]:
        for head in self._heads.intersection(tokens):
            whole, dropped = self._implied[head]
            if not dropped.isdisjoint(tokens) and whole.issubset(tokens):
                tokens = [token for token in tokens if token not in dropped]
        return tokens

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
