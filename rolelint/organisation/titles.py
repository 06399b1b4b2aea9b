"""Names and titles -> functions, by the lists of the rule packs. Nothing is guessed from half a word.

A name is known when all its words are: a listed name of one word or more, beside words of rank, group or
region that say nothing of the function (`Sales Director EMEA`). `Salesforce Admin` is not sales.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rolelint.organisation.model import PartyKind
from rolelint.organisation.plain import mapping, texts
from rolelint.organisation.titlewords import FILLERS, GROUPS, NEUTRAL, RANKS, plain_form
from rolelint.patterns import later
from rolelint.records import NamedTuple

Words = tuple[str, ...]

MOST_WORDS = 12
LONGEST = 200
"""A name of more words or characters is a sentence, and unknown."""

_BRACKETS = later(r"[(\[]([^()\[\]]*)[)\]]?")
_DOTTED = later(r"\b(?:[^\W\d_]\.){2,}")
_AND = later(r"[&+]")
_WORD = later(r"[^\W_]+")
_CHOICE = later(r"[/,;|]|\b(?:or|oder|ou)\b", re.IGNORECASE)
_JOINED = later(r"\b(?:and|und|et|y|e)\b")


class Title(NamedTuple):
    """What a name stands for: no function where it is ambiguous, several for those who stand over them."""

    functions: tuple[str, ...]
    kind: PartyKind


AMBIGUOUS = Title((), "role")


class Titles:
    """The titles and names of all packs, ready for looking up."""

    def __init__(self, known: Mapping[Words, int], titles: Sequence[Title]) -> None:
        """`known` are numbers of `titles` by the words of a name."""
        self._known = known
        self._titles = titles
        self._found: dict[str, Title | None] = {}
        self._exact: dict[str, str | None] = {}

    @classmethod
    def build(cls, packs: Sequence[Mapping[str, Any]]) -> Titles:
        """From the data of pack files (`functions`, `ambiguous`, `heads`); a later pack wins."""
        entries = dict(entry for pack in packs for entry in _entries(pack))
        titles = list(dict.fromkeys(entries.values()))
        return cls({words: titles.index(title) for words, title in entries.items()}, titles)

    def to_data(self) -> dict[str, Any]:
        """All that is known, as plain data."""
        return {"known": self._known, "titles": [tuple(title) for title in self._titles]}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Titles:
        """The titles that `to_data` gave."""
        return cls(data["known"], [Title(*title) for title in data["titles"]])

    def _title(self, words: Words) -> Title | None:
        number = self._known.get(words)
        return None if number is None else self._titles[number]

    def find(self, name: str) -> Title | None:
        """What a name stands for; None where the lists do not know it."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def exact(self, name: str) -> str | None:
        """The one function of which this whole name, but for words such as `team`, is a listed name."""
        if name not in self._exact:
            words = words_of(name)
            bare = tuple(word for word in words if word not in GROUPS and word not in FILLERS)
            title = self._title(words) or self._title(bare)
            known = title is not None and title.kind == "function"
            self._exact[name] = title.functions[0] if title and known and title.functions else None
        return self._exact[name]

    def _find(self, name: str) -> Title | None:
        outside, inside = _BRACKETS.sub(" ", name), " ".join(_BRACKETS.findall(name))
        found = self._plain(outside)
        if not inside.strip():
            return found
        within = self._plain(inside)
        if found is None or not found.functions:
            return Title(within.functions, "unknown") if within and within.functions else found
        differ = within is not None and within.functions and within.functions != found.functions
        return AMBIGUOUS if differ else found

    def _plain(self, name: str) -> Title | None:
        """What a name without brackets stands for: all its parts, where it has several (`Legal/Finance`)."""
        if len(name) > LONGEST:
            return None
        parts = [part for part in map(words_of, _CHOICE.split(name)) if part]
        telling = [part for part in parts if not NEUTRAL.issuperset(part)] or parts
        found = [self._words(part) or _together(self._joined(part)) for part in telling]
        title = _together(found)
        return title and _positioned(title, [word for part in parts if part not in telling for word in part])

    def _joined(self, words: Words) -> list[Title | None]:
        """What each part of words joined by "and" stands for; nothing where none are."""
        text = " ".join(words)
        parts = [tuple(part.split()) for part in _JOINED.split(text)]
        telling = [part for part in parts if not NEUTRAL.issuperset(part)]
        return [self._words(part) for part in telling] if len(parts) > 1 else []

    def _words(self, words: Words) -> Title | None:
        """The longest listed name among the words, where all other words are neutral."""
        if not words or len(words) > MOST_WORDS:
            return None
        telling = tuple(word for word in words if word not in NEUTRAL)
        for sought in filter(self._known.__contains__, _spans(words)):
            if len(telling) == sum(word not in NEUTRAL for word in sought):
                known = self._titles[self._known[sought]]
                return _positioned(known, [word for word in words if word not in sought])
        title = self._title(telling)
        return _positioned(title, [word for word in words if word not in telling]) if title else None


def words_of(name: str) -> Words:
    """The words of a name as titles are compared: no accents, singular, long and American forms."""
    if name.isascii():
        plain = name.lower().replace("'", "")
    else:
        import unicodedata  # noqa: PLC0415  # many matrices are ASCII alone

        plain = unicodedata.normalize("NFKD", name).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ")
    if "." in plain:
        plain = _DOTTED.sub(lambda match: match[0].replace(".", "") + " ", plain)
    found: list[str] = []
    for word in _WORD.findall(_AND.sub(" and ", plain) if "&" in plain or "+" in plain else plain):
        if not word.isdigit():
            found.append(plain_form(word))
    return tuple(found)


def _spans(words: Words) -> Iterable[Words]:
    """All runs of neighbouring words, the longest first."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]


def _positioned(title: Title, beside: Iterable[str]) -> Title:
    """A function's name beside a word of rank is a position in it."""
    if title.kind == "function" and any(word in RANKS for word in beside):
        return Title(title.functions, "role")
    return title


def _together(parts: Sequence[Title | None]) -> Title | None:
    """Several names in one: known only where each of them is."""
    if not parts or any(part is None for part in parts):
        return None
    titles = [part for part in parts if part is not None]
    if not all(title.functions for title in titles):
        return AMBIGUOUS
    functions = dict.fromkeys(function for title in titles for function in title.functions)
    kinds = {title.kind for title in titles}
    return Title(tuple(functions), "function" if kinds == {"function"} else "role")


def _entries(pack: Mapping[str, Any]) -> Iterable[tuple[Words, Title]]:
    for function, listed in mapping(pack.get("functions")).items():
        entry = mapping(listed)
        yield words_of(function), Title((function,), "function")
        for name in texts(entry.get("aliases")):
            yield words_of(name), Title((function,), "function")
        for name in texts(entry.get("titles")):
            yield words_of(name), Title((function,), "role")
    for name, functions in mapping(pack.get("heads")).items():
        yield words_of(name), Title(texts(functions), "role")
    for name in texts(pack.get("ambiguous")):
        yield words_of(name), AMBIGUOUS
