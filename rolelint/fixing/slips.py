"""Whether a name is plainly another one with a slip in it: strict, for a fix is made without asking."""

from __future__ import annotations

import re
from collections.abc import Collection

from rolelint.suggest import one_slip
from rolelint.words import fold

_WORD = re.compile(r"[^\W_]+")
SHORTEST = 5
"""Shorter words are too often words of their own when a letter changes, but for two swapped."""


def words(name: str) -> list[str]:
    """The words of a name, folded."""
    return _WORD.findall(fold(name))


def is_slip(written: str, meant: str, known: Collection[str] = ()) -> bool:
    """Whether two names differ in blanks and hyphens alone, or by one slip in one longer word of letters.

    A word that is among the `known` ones is meant as it stands, and so is one that begins otherwise
    (retail, detail) or differs in digits (team 1, team 2).
    """
    ours, theirs = words(written), words(meant)
    if "".join(ours) == "".join(theirs):
        return bool(ours)
    if len(ours) != len(theirs):
        return False
    odd = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return len(odd) == 1 and _slipped(*odd[0]) and odd[0][0] not in known


def is_plural(written: str, meant: str) -> bool:
    """Whether two names differ in blanks, hyphens and the plural alone."""
    return [_singular(word) for word in words(written)] == [_singular(word) for word in words(meant)]


def _slipped(one: str, other: str) -> bool:
    if not (one.isalpha() and other.isalpha() and one[0] == other[0]):
        return False
    swapped = sorted(one) == sorted(other)
    shortest = SHORTEST - 1 if swapped else SHORTEST
    return min(len(one), len(other)) >= shortest and one_slip(one, other)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST - 1 and word[-1] == "s" != word[-2] else word
