"""Words of a text: folded names, tokens and their stems. Used wherever two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence


def fold(name: str) -> str:
    """A name as it is compared: NFKC, case folded, inner white space single, none outside."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


_WORD = re.compile(r"[^\W_]+")


def listed(names: Sequence[str], at_most: int = 5) -> str:
    """Names as a reader would list them: "a", "a and b", "a, b and 3 others"."""
    if len(names) > at_most:
        names = [*names[: at_most - 1], f"{len(names) - at_most + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


class Phrases:
    """Phrases to be found as whole words in a text, whatever their case and number."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            words = _singular(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((tuple(words), phrase))

    def first(self, text: str) -> str | None:
        """The phrase that stands first in the text, as the phrase was given; None where none does."""
        words = _singular(text)
        for at, word in enumerate(words):
            for phrase, given in self._by_first.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    return given
        return None


def _singular(text: str) -> list[str]:
    return [
        word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word
        for word in _WORD.findall(fold(text))
    ]
