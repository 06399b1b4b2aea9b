"""Duty letters as people write them (`A/R`, `R, A`, `ar`, `A*`, `R (prelim)`, Cyrillic А) -> duties."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rolelint.organisation.plain import NOTHING
from rolelint.organisation.schemes import DUTY_WORDS, KNOWN_LETTERS, Duties, Letters
from rolelint.patterns import later
from rolelint.records import NamedTuple
from rolelint.words import composed, fold

LOOK_ALIKE = str.maketrans(
    "АВСЕІОРЅТМԚԀӀΑΒΕΙΟΡΤΜϹİᎪᏟᎡ",
    "ABCEIOPSTMQDIABEIOPTMCIACR",
)
"""Upper-case Cyrillic, Greek and other letters that look like Latin ones."""

_BRACKETS = later(r"\([^()]*\)?|\[[^\[\]]*\]?")
_TAGS = later(r"<[^<>]*>")
_MARKS = dict.fromkeys(map(ord, "*_~`†‡'\"“”‘’"))
_SEPARATORS = later(r"[\s/,;&+|\\]+")
_INNER = later(r"[-.:]")
_JOINING = frozenset({"and", "und", "et"})
_FREE = KNOWN_LETTERS & {"R", "A", "C", "I", "S"}


LONGEST_CELL = 20
"""A longer text is hardly made of letters."""


class Reading(NamedTuple):
    """What letters say. `letters` holds what is no letter of the scheme, `words` what is no letter at all."""

    duties: Duties = ()
    letters: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether these are duty letters (or words) and nothing else."""
        return bool(self.duties) and not self.letters and not self.words


def letter(written: str) -> str | None:
    """A single letter, or DRI, in Latin capitals; None for anything else."""
    if len(written) > 8:
        return None
    spelled = composed(written).strip().upper().translate(LOOK_ALIKE)
    return spelled if spelled == "DRI" or (len(spelled) == 1 and spelled.isalpha()) else None


@lru_cache(maxsize=8192)
def tokens(written: str) -> tuple[str, ...]:
    """The parts of a cell, brackets left out: letters in Latin capitals, duty words in small letters."""
    if fold(written) in NOTHING:
        return ()
    whole = _TAGS.sub(" ", composed(written)).translate(_MARKS)
    bare = _BRACKETS.sub(" ", whole)
    found: list[str] = []
    for part in _SEPARATORS.split(bare if bare.strip() else whole.strip("()[] ")):
        if part.lower() in DUTY_WORDS:
            found.append(part.lower())
        elif part and part.lower() not in _JOINING:
            found += [p.upper().translate(LOOK_ALIKE) for p in _INNER.split(part) if p]
    return tuple(found)


class Reader:
    """Reads the letters of one document by its scheme."""

    def __init__(self, name: str, letters: Letters) -> None:
        self.name = name
        self.letters = letters
        self._known: dict[str, Reading] = {}

    def read(self, written: str) -> Reading:
        """The duties of a cell's text, in the order written, each once."""
        reading = self._known.get(written)
        if reading is None:
            reading = self._known[written] = self._read(tokens(written))
        return reading

    def key(self, written: str) -> Duties:
        """The duties a task's key stands for; empty where it is no letter of the scheme and no duty word."""
        return self.letters.get(letter(written) or "") or DUTY_WORDS.get(written.strip().lower(), ())

    def _read(self, parts: Iterable[str]) -> Reading:
        duties: list[str] = []
        strange: list[str] = []
        words: list[str] = []
        for part in parts:
            found = self._duties(part)
            duties += found
            if not found:
                (strange if len(part) == 1 else words).append(part)
        return Reading(tuple(dict.fromkeys(duties)), tuple(strange), tuple(words))

    def _duties(self, part: str) -> Duties:
        """What one letter, one duty word, or letters written together stand for."""
        whole = self.letters.get(part) or DUTY_WORDS.get(part)
        if whole or len(part) > len(self.letters) or len(set(part)) < len(part):
            return whole or ()
        if not all(each in self.letters for each in part):
            return ()
        return tuple(duty for each in part for duty in self.letters[each])


def lone(written: Iterable[str]) -> bool:
    """Whether a letter stands alone somewhere: `A/R` and `C`, but not `AI` or `CS`, which may be names."""
    return any(len(part) == 1 for each in written if len(each) <= LONGEST_CELL for part in tokens(each))


def singles(written: Iterable[str]) -> frozenset[str]:
    """The letters that cells are made of, before any scheme is known.

    Letters written together count only where each also stands alone somewhere, or is one of the commonest:
    a word must not pass for letters.
    """
    alone: set[str] = set()
    together: list[str] = []
    for each in written:
        for part in tokens(each):
            if part == "DRI" or (len(part) == 1 and part.isalpha()):
                alone.add(part)
            elif part not in DUTY_WORDS:
                together.append(part)
    for part in together:
        if alone.union(_FREE).issuperset(part) and len(set(part)) == len(part):
            alone.update(part)
    return frozenset(alone)
