"""The letter schemes: which letter means which duty, and which scheme a set of letters speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rolelint.organisation.model import ACCOUNTABLE, CONSULTED, DUTIES, INFORMED, RESPONSIBLE, SUPPORT

Duties = tuple[str, ...]
Letters = Mapping[str, Duties]

_RACI = {"R": RESPONSIBLE, "A": ACCOUNTABLE, "C": CONSULTED, "I": INFORMED}
_RASCI = {**_RACI, "S": SUPPORT}
_CAIRO = {**_RACI, "O": "omitted"}
_BOTH = f"{RESPONSIBLE} {ACCOUNTABLE}"

_MEANINGS: dict[str, dict[str, str]] = {
    "RACI": _RACI,
    "RASCI": _RASCI,
    "RASIC": _RASCI,
    "RACI-VS": {**_RACI, "V": "verify", "S": "sign-off"},
    "RACIQ": {**_RACI, "Q": "verify"},
    "CAIRO": _CAIRO,
    "RACIO": _CAIRO,
    "RABSIC": {**_RASCI, "B": "backup"},
    "DACI": {"D": RESPONSIBLE, "A": ACCOUNTABLE, "C": CONSULTED, "I": INFORMED},
    "DCI": {"D": _BOTH, "C": CONSULTED, "I": INFORMED},
    "DRI": {"DRI": _BOTH, "D": _BOTH, "C": CONSULTED, "I": INFORMED},
    "RAPID": {"R": "recommend", "A": "agree", "P": RESPONSIBLE, "I": CONSULTED, "D": ACCOUNTABLE},
    "PARIS": {"P": RESPONSIBLE, "A": ACCOUNTABLE, "R": "verify", "I": CONSULTED, "S": "sign-off"},
    "PACSI": {"P": RESPONSIBLE, "A": ACCOUNTABLE, "C": "verify", "S": CONSULTED, "I": INFORMED},
    "RATSI": {"R": RESPONSIBLE, "A": ACCOUNTABLE, "T": RESPONSIBLE, "S": SUPPORT, "I": INFORMED},
    "DARE": {"D": ACCOUNTABLE, "A": CONSULTED, "R": "recommend", "E": RESPONSIBLE},
}

SCHEMES: Mapping[str, Letters] = MappingProxyType(
    {
        name: MappingProxyType({letter: tuple(duty.split()) for letter, duty in meanings.items()})
        for name, meanings in _MEANINGS.items()
    }
)
"""Scheme -> letter -> the duties it stands for (mostly one)."""

KNOWN_LETTERS = frozenset(letter for letters in SCHEMES.values() for letter in letters)

DUTY_WORDS: Mapping[str, Duties] = MappingProxyType({duty: (duty,) for duty in DUTIES})
"""The duties by their words, as keys of a task."""

OWNER: Duties = (ACCOUNTABLE, RESPONSIBLE)
"""What `owner:` stands for."""

_BY_SIGN = (
    ("RASCI", "S"),
    ("CAIRO", "O"),
    ("RACI-VS", "V"),
    ("RACIQ", "Q"),
    ("RABSIC", "B"),
    ("DRI", ("DRI",)),
    ("RAPID", "DP"),
    ("DACI", "DA"),
)
"""A scheme is guessed when the letters are among its own and these are there."""

_BY_FULL_SET = ("PARIS", "PACSI", "RATSI", "DARE")
"""Schemes guessed only when all of their letters are there and no other: they mean too many things."""

_ADDED = {"S": "RASCI", "O": "CAIRO", "V": "RACI-VS", "Q": "RACIQ", "B": "RABSIC"}
"""What other schemes add to RACI, so that a mixture can still be read."""


def guess(used: frozenset[str]) -> tuple[str, Letters]:
    """The scheme that the letters of a document speak for, and its letters; RACI where none does.

    A mixture of RACI and what its kin add gets a name of its own, such as "RACI with O and S".
    """
    used &= KNOWN_LETTERS
    if used <= SCHEMES["RACI"].keys():
        return "RACI", SCHEMES["RACI"]
    for name, signs in _BY_SIGN:
        if used <= SCHEMES[name].keys() and used.issuperset(signs):
            return name, SCHEMES[name]
    for name in _BY_FULL_SET:
        if used == SCHEMES[name].keys():
            return name, SCHEMES[name]
    return _mixed(used)


def _mixed(used: frozenset[str]) -> tuple[str, Letters]:
    added = sorted(used - SCHEMES["RACI"].keys())
    if not used & {"R", "A"} or not set(added) <= _ADDED.keys():
        return "RACI", SCHEMES["RACI"]
    letters = dict(SCHEMES["RACI"])
    for letter in added:
        source = "RACI-VS" if letter == "S" and "V" in used else _ADDED[letter]
        letters[letter] = SCHEMES[source][letter]
    return "RACI with " + " and ".join(added), letters


def is_mixed(name: str) -> bool:
    """Whether a guessed scheme is a mixture of several."""
    return name not in SCHEMES


def fitting(used: frozenset[str]) -> list[str]:
    """The known schemes that have all of these letters."""
    return [name for name, letters in SCHEMES.items() if used <= letters.keys()]
