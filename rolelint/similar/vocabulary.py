"""Words and the tokens that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from rolelint.patterns import later
from rolelint.words import Learnt, Stems, chunks, fold, words

Tokens = tuple[int, ...]

IGNORED, SEVERAL = -1, -2
"""What stands between two spaces and makes no token, or more than one."""
_REMEMBERED = 300_000
_BRITISH = later(r"(?<=[a-z]{2}[iy])s(?=(?:e|ed|er|ers|es|ing|ation|ations)$)")


class Vocabulary:
    """Words -> tokens: inflection, spelling and synonyms folded, words that say nothing left out.

    `made` is what `making` makes of the packs' lists of words. `ids` are the tokens of stems, to which those
    of words met later are added; `tells` are the tokens that tell tasks apart, those of words with a digit
    among them. `phrases` are by their first token, `seconds` the second tokens of them all, without one of
    which there is none in a text.
    """

    def __init__(self, made: Mapping[str, Any]) -> None:
        self.ids: dict[str, int] = dict(zip(made["ids"], range(len(made["ids"])), strict=True))
        self.tells: set[int] = set(made["tells"])
        self.ignored = frozenset(made["ignored"])
        self.unstemmed = frozenset(made["unstemmed"])
        self.same: dict[str, Tokens] = dict(made["same"])
        self.phrases: dict[int, list[tuple[Tokens, Tokens]]] = dict(made["phrases"])
        self.seconds: set[int] = set(made["seconds"])
        self.implied: dict[int, tuple[Tokens, Tokens]] = dict(made["implied"])
        self._heads = frozenset(self.implied)
        self._stems = Stems(apart=self.unstemmed)
        self._codes = Learnt(self._learn_chunk, _REMEMBERED)
        self._several: dict[str, Tokens] = {}

    def tokens(self, text: str) -> list[int]:
        """The tokens of a text in order."""
        said = chunks(text)
        tokens = list(map(self._codes.__getitem__, said))
        if SEVERAL in tokens:
            each = [
                (code,) if code != SEVERAL else self._several[chunk]
                for chunk, code in zip(said, tokens, strict=True)
            ]
            tokens = list(chain.from_iterable(each))
        if IGNORED in tokens:
            tokens = [token for token in tokens if token != IGNORED]
        if not self.seconds.isdisjoint(tokens):
            tokens = self._with_phrases(tokens)
        if self._heads.isdisjoint(tokens):
            return tokens
        left = self._without_implied(set(tokens))
        return [token for token in tokens if token in left]

    def first_tokens(self, text: str, most: int) -> set[int]:
        """The first tokens of a text, without their order."""
        said = chunks(text)
        tokens, number = set(map(self._codes.__getitem__, said)), len(said)
        tokens.discard(IGNORED)
        if SEVERAL in tokens:
            several = [self._several[chunk] for chunk in said if chunk in self._several]
            number += sum(map(len, several))
            tokens.update(*several)
            tokens.discard(SEVERAL)
        if number > most or not self.seconds.isdisjoint(tokens):
            return set(self.tokens(text)[:most])
        return tokens if self._heads.isdisjoint(tokens) else self._without_implied(tokens)

    def tokens_of(self, texts: Iterable[str]) -> list[int]:
        """All tokens of several texts, sorted."""
        return sorted(set(chain.from_iterable(map(self.tokens, texts))))

    def learn(self, word: str) -> Tokens:
        """The tokens of a word, alone."""
        if word in self.ignored:
            return ()
        stem = self.stem(word)
        known = self.same.get(stem)
        if known is None:
            known = (self.ids.setdefault(stem, len(self.ids)),)
            if not word.isalpha() and any(character.isdigit() for character in word):
                self.tells.update(known)
        return known

    def stem(self, word: str) -> str:
        """The stem of a word, in the spelling that counts."""
        return self._stems.stem(_BRITISH.sub("z", word) if "is" in word or "ys" in word else word)

    def let_mean(self, stem: str, tokens: Tokens) -> None:
        """Let the words of a stem make these tokens."""
        self.same[stem] = tokens
        self._codes.clear()

    def let_say(self, phrase: Tokens, tokens: Tokens) -> None:
        """Let these tokens stand for those of a phrase."""
        if phrase != tokens:
            self.phrases.setdefault(phrase[0], []).append((phrase[1:], tokens))
            self.seconds.add(phrase[:2][-1])

    def let_imply(self, whole: Tokens, dropped: Tokens) -> None:
        """Leave out tokens where the whole of others stands."""
        self.implied[whole[-1]] = whole, dropped
        self._heads = frozenset(self.implied)

    def _learn_chunk(self, chunk: str) -> int:
        """The code of what stands between two spaces, met for the first time."""
        folded = chunk.lower() if chunk.isascii() else fold(chunk)
        if folded != chunk:
            code = int(self._codes[folded])
            if code == SEVERAL:
                self._several[chunk] = self._several[folded]
            return code
        tokens = tuple(chain.from_iterable(map(self.learn, words(chunk))))
        if len(tokens) < 2:
            return tokens[0] if tokens else IGNORED
        if not self._codes:
            self._several.clear()
        self._several[chunk] = tokens
        return SEVERAL

    def _with_phrases(self, tokens: list[int]) -> list[int]:
        phrases = self.phrases
        if phrases.keys().isdisjoint(tokens):
            return tokens
        done: list[int] = []
        at = 0
        while at < len(tokens):
            for rest, tokens_for in phrases.get(tokens[at], ()):
                if tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                    done += tokens_for
                    at += len(rest)
                    break
            else:
                done.append(tokens[at])
            at += 1
        return done

    def _without_implied(self, tokens: set[int]) -> set[int]:
        for head in self._heads & tokens:
            whole, dropped = self.implied[head]
            if tokens.issuperset(whole):
                tokens = tokens.difference(dropped)
        return tokens
