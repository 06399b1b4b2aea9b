"""Edits of a text -> edits of the bytes it was read from: everything else stays as it was, to the byte."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from rolelint.records import NamedTuple
from rolelint.source.decode import BOM, MARKED, decode, unmarked


class Edit(NamedTuple):
    """The characters from `begin` up to `end` (offsets in the decoded text) become `text`."""

    begin: int
    end: int
    text: str


class Unwritable(Exception):
    """A text whose bytes cannot be told apart well enough to change some of them."""


def rewritten(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made, which must not overlap, in the encoding that the file has.

    Bytes in a UTF-8 file that are none are read as Windows-1252; there new text is written in that, too.
    Raises Unwritable where a part of the file cannot be decoded, or its encoding lacks a new character.
    """
    encoding = _encoding(raw)
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    try:
        whole = raw.decode(encoding, errors)
        text = whole.lstrip(BOM)
        if whole.encode(encoding, errors) != raw or len(text) != len(decode(raw).text):
            raise Unwritable
        changed = _edited(text, edits, foreign=any("\udc80" <= c <= "\udcff" for c in text))
        return (whole[: len(whole) - len(text)] + changed).encode(encoding, errors)
    except UnicodeError:
        raise Unwritable from None


def _encoding(raw: bytes) -> str:
    """The encoding of a file, byte order marks left to it as characters."""
    return next((name for mark, name in MARKED if raw.startswith(mark)), None) or unmarked(raw) or "utf-8"


def _edited(text: str, edits: Iterable[Edit], *, foreign: bool) -> str:
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        new = codecs.encode(edit.text, "cp1252").decode("utf-8", "surrogateescape") if foreign else edit.text
        parts += [text[at : edit.begin], new]
        at = edit.end
    return "".join([*parts, text[at:]])
