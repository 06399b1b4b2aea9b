"""One cell's text -> the letters (or duty words) in it, and what else stands there."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rolelint.importing.vocabulary import duty_word, is_nobody
from rolelint.records import NamedTuple

ALPHABET = frozenset("RACISVQOBDPTELMFGHJKNUWXYZ")
GLUED = frozenset("RASCI")
"""Letters that may stand together without a sign between them (`AR`) unless more are known."""

LOOKALIKES = str.maketrans("АВСЕІЅОРТасеіѕорΑΒΕΙΟΡΤ", "ABCEISOPTaceisopABEIOPT")
BOXED = {first + n: chr(65 + n) for first in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)}
"""Letters in coloured boxes and circles, as keyboards of phones write them."""

FOOTNOTE = re.compile(r"[*†‡§#¹²³⁰⁴-⁹]{1,4}$")
BRACKETED = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
BETWEEN = re.compile(r"[\s/,;+&|·•.\\-]+")
JOINERS = frozenset(("and", "und", "et", "en", "og", "och", "or", "oder", "ou"))
NUMBERED = re.compile(r"[A-Z]\d(?:\s*[/,]\s*[A-Z]\d?)?")
AFTER = re.compile(r"^((?:[A-Za-z](?:\s*[/,;+&]\s*)?){1,4}?)\s*(?:[-–—:,;]|\n)\s*(\S.{2,})$", re.DOTALL)


class Marks(NamedTuple):
    """What a cell says: letters in their order (`R`, `A`), duty words, a note, why it is not sure (or "").

    `footnote` is the sign that leads to a footnote (`*`).
    """

    letters: tuple[str, ...]
    duties: tuple[str, ...] = ()
    note: str = ""
    unsure: str = ""
    footnote: str = ""

    @property
    def single(self) -> bool:
        """Whether it is plain letters and nothing else."""
        return bool(self.letters) and not (self.note or self.unsure or self.footnote)


@lru_cache(maxsize=4096)
def marks_of(text: str, known: frozenset[str] = GLUED) -> Marks | None:
    """The marks of a cell; None where its text is none. Letters glued together must all be `known`."""
    if not text or len(text) > 400 or is_nobody(text):
        return None
    bare, note, unsure = _without_brackets(text.strip())
    bare, footnote = _without_footnote(bare)
    looks = bare.translate(LOOKALIKES)
    if looks != bare:
        unsure = unsure or "a look-alike letter of another alphabet was read as the Latin one"
    looks = _without_pictures(unicodedata.normalize("NFKC", looks.translate(BOXED))).strip()
    if looks.endswith(("?", "!")):
        unsure, looks = f'"{text.strip()}"', looks.rstrip("?! ")
    found = _tokens(looks, known)
    if found is None and NUMBERED.fullmatch(looks):
        found, note = _tokens(re.sub(r"\d", "", looks), known), note or looks
    if found is None:
        found, tail = _with_tail(looks, known)
        note = "; ".join(filter(None, (tail, note)))
    if found is None:
        return None
    letters = tuple(dict.fromkeys(token for token in found if len(token) == 1))
    duties = tuple(dict.fromkeys(token for token in found if len(token) > 1))
    return Marks(letters, duties, note, unsure, footnote)


def _without_pictures(text: str) -> str:
    """`✅ R` without what colours it; a picture alone stays, as it is no letter."""
    if text.isascii():
        return text
    bare = "".join(c for c in text if unicodedata.category(c) not in ("So", "Sk", "Cf", "Mn"))
    return bare if bare.strip() else text


def _without_brackets(text: str) -> tuple[str, str, str]:
    """The text, the words in brackets, and a doubt where the letter itself stands in brackets: `(R)`."""
    inside = [" ".join(piece.split()) for piece in BRACKETED.findall(text)]
    bare = BRACKETED.sub(" ", text).strip()
    if inside and not bare:
        return inside[0], "", f'"{text}" stands in brackets'
    return bare, "; ".join(piece for piece in inside if piece), ""


def _without_footnote(text: str) -> tuple[str, str]:
    found = FOOTNOTE.search(text)
    return (text[: found.start()].strip(), found.group()) if found else (text, "")


def _tokens(text: str, known: frozenset[str]) -> tuple[str, ...] | None:
    """Letters and duty words, or None where anything else stands among them."""
    found: list[str] = []
    for piece in BETWEEN.split(text):
        if piece and piece.casefold() not in JOINERS:
            got = _token(piece, known)
            if got is None:
                duty = duty_word(text)
                return (duty,) if duty else None
            found += got
    return tuple(found) or None


def _token(piece: str, known: frozenset[str]) -> list[str] | None:
    upper = piece.upper()
    if len(upper) == 1:
        return [upper] if upper in ALPHABET else None
    if (
        len(upper) <= 6
        and len(set(upper)) == len(upper)
        and set(upper) <= known
        and piece in (upper, piece.lower())
    ):
        return list(upper)
    duty = duty_word(piece)
    return [duty] if duty else None


def _with_tail(text: str, known: frozenset[str]) -> tuple[tuple[str, ...] | None, str]:
    """`R - only for Tier 1`: the letters and the words after them."""
    found = AFTER.match(text)
    if not found or len(found.group(1).strip()) > 7:
        return None, ""
    head = found.group(1).strip(" /,;+&")
    if not head.isupper():
        return None, ""
    tokens = _tokens(head, known | ALPHABET if len(head) == 1 else known)
    return (tokens, " ".join(found.group(2).split())) if tokens else (None, "")
