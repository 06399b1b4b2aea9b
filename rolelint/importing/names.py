"""A cell of names -> parties. A name is taken apart only where it is clearly a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolelint.importing.vocabulary import ROLE_MARKS, TITLES, has, is_nobody, tokens
from rolelint.records import NamedTuple
from rolelint.words import fold

HARD = re.compile(r"\n|;|•|\|| · ")
AND = re.compile(r"\s+(?:&|and|und|et|y|e|en|og|och|\+)\s+")
BULLET = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+)")


class Name(NamedTuple):
    """A party's name as written, and what is not sure about it ("" if nothing)."""

    text: str
    doubt: str = ""


def pieces(text: str) -> list[str]:
    """The text at line ends, semicolons and commas outside brackets; nobody's are left out."""
    found = []
    for part in HARD.split(text):
        for piece in _at_commas(part):
            bare = " ".join(BULLET.sub("", piece).split()).strip(" ,")
            if bare and not is_nobody(bare):
                found.append(bare)
    return found


def _at_commas(text: str) -> Iterator[str]:
    depth = start = 0
    for position, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character in ",，、" and depth <= 0 and not text[position + 1 : position + 2].isdigit():
            yield text[start:position]
            start = position + 1
    yield text[start:]


class Names:
    """Knows every name of the file that stands alone in a cell, and so which lists are lists."""

    def __init__(self, cells: Iterable[str]) -> None:
        self.alone: set[str] = set()
        self.all: set[str] = set()
        for text in cells:
            parts = pieces(text)
            self.all.update(fold(part) for part in parts)
            if len(parts) == 1:
                self.alone.add(fold(parts[0]))

    def of(self, text: str) -> list[Name]:
        """The parties of one cell."""
        found: list[Name] = []
        for piece in pieces(text):
            if found and self._is_title_of(found[-1].text, piece):
                whole = f"{found[-1].text}, {piece}"
                found[-1] = Name(whole, f'"{whole}" was taken for one person with a title')
            else:
                found += self._split(piece)
        return found

    def _split(self, piece: str) -> Iterator[Name]:
        """`A and B` is a list only where both stand alone elsewhere; `A/B` never is."""
        parts = AND.split(piece) if "(" not in piece else [piece]
        if len(parts) > 1 and all(fold(part) in self.alone for part in parts):
            doubt = f'"{piece}" was taken for {len(parts)} parties, each of which stands alone elsewhere'
            yield from (Name(part, doubt) for part in parts)
            return
        slashed = piece.split("/")
        if len(slashed) > 1 and all(fold(part) in self.alone for part in slashed):
            yield Name(piece, f'"{piece}" was kept as one party: is it {len(slashed)}?')
            return
        if re.search(r"\((?:if|when|wenn|si|falls|only|nur|for)\b", piece, re.IGNORECASE):
            yield Name(piece, f'"{piece}" holds a condition, kept as part of the name')
            return
        yield Name(piece)

    def _is_title_of(self, name: str, title: str) -> bool:
        """`Mia Berg, CTO`: a person's name, then a title that nobody bears alone in this file."""
        words = [word for word in name.split() if not word.endswith(".")]
        person = 2 <= len(words) <= 4 and all(word[:1].isupper() and word.isalpha() for word in words)
        if not person or has(name, ROLE_MARKS):
            return False
        first = tokens(title)[:1]
        return bool(first and first[0] in TITLES) and fold(title) not in self.alone
