"""Names that say the same: case, inflection, small words and mostly the order of words do not matter."""

from __future__ import annotations

from rolelint.patterns import later
from rolelint.words import Stems, fold

Key = tuple[str, ...]

_PIECE = later(r"[^\W_]+|[<>+#]|≤|≥")
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
        folded = name.lower() if name.isascii() else fold(name)
        for piece in (folded,) if folded.isalnum() else _PIECE.findall(folded):
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
