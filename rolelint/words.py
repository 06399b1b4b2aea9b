"""Words of a text: folded names, tokens and their stems. Used wherever two texts are compared."""

from __future__ import annotations

import unicodedata


def fold(name: str) -> str:
    """A name as it is compared: NFKC, case folded, inner white space single, none outside."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
