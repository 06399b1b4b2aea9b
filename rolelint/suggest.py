"""Did you mean …? The known word that a word was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 60
"""Longer words are no misspellings of ours, and comparing them is slow."""

_SHORT = 3


def suggest(word: str, known: Iterable[str], *, closeness: float = 0.6) -> str | None:
    """The known word nearest to `word`, compared without regard to case, or None where none is near.

    `closeness` is difflib's ratio, 0 to 1. Words of up to three letters must be one slip away from the known
    one, or begin it: anything is near them otherwise.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # most runs find nothing misspelt

    folded = word.casefold().strip()
    if len(folded) > LONGEST:
        return None
    by_fold: dict[str, str] = {}
    for each in known:
        by_fold.setdefault(each.casefold(), each)
    for near in get_close_matches(folded, by_fold, n=3, cutoff=closeness):
        if min(len(folded), len(near)) > _SHORT or one_slip(folded, near) or _begins(near, folded):
            return by_fold[near]
    return None


def _begins(known: str, word: str) -> bool:
    return len(word) > 1 and known.startswith(word)


def one_slip(first: str, second: str) -> bool:
    """Whether one letter added, left out, changed, or two swapped, makes one word of the other."""
    short, long = sorted((first, second), key=len)
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest, other = short[same:], long[same:]
    if len(short) < len(long):
        return rest == other[1:]
    return rest[1:] == other[1:] or (len(rest) > 1 and rest[1::-1] == other[:2] and rest[2:] == other[2:])
