"""What the letters of a table mean: by its legend, else its name, else the set of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rolelint.importing.model import OWNER
from rolelint.organisation import schemes as known
from rolelint.records import NamedTuple

NAME = re.compile(r"\b(RACI[- ]?VS|RACI-?Q|[RASCIQOBDPTEV]{3,7})\b")
ALIASES = {"ARCI": "RACI", "RSCI": "RASCI", "RACIVS": "RACI-VS", "RACI-Q": "RACIQ", "RASICS": "RASIC"}


class Scheme(NamedTuple):
    """A scheme's name ("" for the file's own letters), letter -> duty, and whether it was guessed."""

    name: str
    letters: Mapping[str, str]
    guessed: bool = False


def named(name: str) -> Scheme:
    """A known scheme; its letters that stand for answering and doing at once mean `owner`."""
    return Scheme(name, _flat(known.SCHEMES[name]))


def scheme_for(used: frozenset[str], legend: Mapping[str, str], titles: Iterable[str]) -> Scheme:
    """What the letters `used` mean. A scheme named in a title serves if it has them all."""
    if legend:
        return _by_legend(used, legend)
    for name in _said(titles):
        if used <= known.SCHEMES[name].keys():
            return named(name)
    return guess(used)


def guess(used: frozenset[str]) -> Scheme:
    """The scheme that the set of letters speaks for; RACI where all are its own."""
    name, letters = known.guess(used)
    plain = name == "RACI" and used & known.KNOWN_LETTERS <= letters.keys()
    return Scheme("" if known.is_mixed(name) else name, _flat(letters), guessed=not plain)


def letter_of(duty: str, letters: Mapping[str, str]) -> str:
    """The letter that stands for a duty; "" where the scheme has none."""
    return next((letter for letter, meaning in letters.items() if meaning == duty), "")


def _by_legend(used: frozenset[str], legend: Mapping[str, str]) -> Scheme:
    told = {letter: duty for letter, duty in legend.items() if letter in used}
    for name in ("RACI", "RASCI", *known.SCHEMES):
        letters = named(name).letters
        if used <= letters.keys() and all(letters[letter] == duty for letter, duty in told.items()):
            return Scheme(name, letters, guessed=not used <= told.keys() | set("RACI"))
    assumed = {letter: duty for letter, duty in guess(used).letters.items() if letter in used - told.keys()}
    return Scheme("", {**assumed, **told}, guessed=bool(assumed))


def _said(titles: Iterable[str]) -> Iterable[str]:
    for title in titles:
        for word in NAME.findall(title):
            name = ALIASES.get(word.replace(" ", "-"), word.replace(" ", "-"))
            if name in known.SCHEMES:
                yield name


def _flat(letters: known.Letters) -> dict[str, str]:
    return {letter: duties[0] if len(duties) == 1 else OWNER for letter, duties in letters.items()}
