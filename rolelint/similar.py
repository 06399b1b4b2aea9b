"""Names that say the same: case, inflection, small words and mostly the order of words do not matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rolelint.words import Stems, fold

Thing = TypeVar("Thing")
Key = tuple[str, ...]

_PIECE = re.compile(r"[^\W_]+|[<>≤≥+#]")
_SMALL = frozenset(
    ("a", "an", "the", "of", "and", "for", "in", "on", "at", "our", "your", "its", "their", "all", "s")
)
_ORDERED = frozenset(("from", "to", "into", "by", "with", "before", "after", "between", "via"))
"""Where one of these stands, the order of words is part of what is said (from sales to marketing)."""


class Keys:
    """Names -> keys that are equal where the names say the same. Stems are remembered."""

    def __init__(self) -> None:
        self._stem = Stems().stem
        self._known: dict[str, str] = dict.fromkeys(_SMALL, "")

    def stems(self, name: str) -> list[str]:
        """The stems of a name's words, without the small ones."""
        known, found = self._known, []
        for piece in _PIECE.findall(name.lower() if name.isascii() else fold(name)):
            stem = known.get(piece)
            if stem is None:
                stem = known[piece] = self._stem(piece)
            if stem:
                found.append(stem)
        return found

    def key(self, name: str) -> Key:
        """The key of a name; a name without words is its own key."""
        stems = self.stems(name)
        if not stems:
            return (fold(name),)
        if not _ORDERED.isdisjoint(stems):
            return ("", *stems)
        stems.sort()
        return tuple(stems)


def groups(
    things: Iterable[Thing], names: Callable[[Thing], tuple[str, str | None]]
) -> Sequence[Sequence[Thing]]:
    """Groups of two or more things of the same name or, failing that, the same identifier.

    `names` gives both. Groups and their members keep the order of the things.
    """
    keys = Keys()
    found: dict[Key, list[Thing]] = {}
    by_identifier: dict[str, Key] = {}
    for thing in things:
        name, identifier = names(thing)
        key = keys.key(name)
        if identifier is not None:
            # The first task of an identifier lends its key to all others of it.
            key = by_identifier.setdefault(fold(identifier), key)
        found.setdefault(key, []).append(thing)
    return [group for group in found.values() if len(group) > 1]
