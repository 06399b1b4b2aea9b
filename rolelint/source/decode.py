"""Bytes -> text, whatever they were written in, and what is wrong with them."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from rolelint.records import NamedTuple
from rolelint.source.faults import Fault

BOM = "\ufeff"
MARKED = (  # the longest first: the mark of UTF-16 LE begins that of UTF-32 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (  # YAML begins with an ASCII character: where the NULs stand tells the encoding
    ([False, True, True, True], "utf-32-le"),
    ([True, True, True, False], "utf-32-be"),
    ([False, True], "utf-16-le"),
    ([True, False], "utf-16-be"),
)
_FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Compiled where it is needed: a class this wide takes longer than reading a small file."""
_LINE_MARK = f"(?<=[\r\n\x85\u2028\u2029]){BOM}+"
_LISTED = 20
_DELETE = "delete this character; it cannot be seen in most editors"
_CONTROLS = {"\0": "NUL", "\x1a": "end-of-file mark", "\x1b": "escape", "\x0c": "form feed", "\x7f": "delete"}


class Decoded(NamedTuple):
    """A text without byte order mark. `as_is` says that its UTF-8 is exactly the bytes that were given."""

    text: str
    faults: tuple[Fault, ...] = ()
    as_is: bool = False


def decode(raw: bytes | str) -> Decoded:
    """The text: UTF-8, or UTF-16 and UTF-32 in either order, with or without a mark; else what can be read.

    Bytes that are not UTF-8 are read one by one as Windows-1252, so that the rest can still be judged.
    """
    decoded = _decoded(raw)
    return _without_marks(decoded) if BOM in decoded.text else decoded


def _decoded(raw: bytes | str) -> Decoded:
    if isinstance(raw, str):
        return Decoded(raw.lstrip(BOM))
    for mark, encoding in MARKED:
        if raw.startswith(mark):
            return _wide(raw[len(mark) :], encoding)
    wide = unmarked(raw)
    if wide is not None:
        return _wide(raw, wide)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return _foreign(raw, error)
    bare = text.lstrip(BOM)
    return Decoded(bare, as_is=len(bare) == len(text))


def unmarked(raw: bytes) -> str | None:
    """The encoding of a text in UTF-16 or UTF-32 without a mark; None for any other."""
    nuls = [byte == 0 for byte in raw[:4]]
    shapes = (name for shape, name in _UNMARKED if nuls[: len(shape)] == shape)
    return next((name for name in shapes if _is_sound(raw, name)), None)


def _without_marks(decoded: Decoded) -> Decoded:
    """Byte order marks at the beginning of a line come from files that were joined; they are left out."""
    faults = list(decoded.faults)
    parts = re.split(_LINE_MARK, decoded.text)
    at = 0
    for part in parts[:-1]:
        at += len(part)
        if len(faults) < _LISTED:
            message = "a byte order mark stands inside of the file; it is passed over"
            faults.append(Fault("control-character", message, at, _DELETE))
    return Decoded("".join(parts), tuple(faults), as_is=decoded.as_is and len(parts) == 1)


def clean(text: str) -> tuple[str, list[Fault]]:
    """The text without the characters that YAML forbids, one stand-in for each, and where the first ones are.

    One that stands alone becomes a blank, so that lines keep their shape; any other becomes U+FFFD.
    """
    found = list(islice(re.finditer(_FORBIDDEN, text), _LISTED + 1))
    faults = [
        Fault("control-character", f"{_name(match[0])} is not allowed in YAML", match.start(), _DELETE)
        for match in found[:_LISTED]
    ]
    if len(found) > _LISTED:
        more = "more characters that YAML does not allow follow and are not listed"
        faults.append(Fault("control-character", more, found[-1].start(), "is this a text file?"))
    alone = rf"(?<!\S){_FORBIDDEN}(?!\S)"
    return re.sub(_FORBIDDEN, "\ufffd", re.sub(alone, " ", text)), faults


def _name(character: str) -> str:
    import unicodedata  # noqa: PLC0415  # only where one is forbidden

    said = _CONTROLS.get(character)
    kind = "half of a pair" if unicodedata.category(character) == "Cs" else "control character"
    return f"the {kind} U+{ord(character):04X}" + (f" ({said})" if said else "")


def _is_sound(raw: bytes, encoding: str) -> bool:
    try:
        return "\0" not in raw.decode(encoding)
    except UnicodeDecodeError:
        return False


def _wide(raw: bytes, encoding: str) -> Decoded:
    """UTF-16 or UTF-32; what is broken in it becomes the replacement character."""
    try:
        return Decoded(raw.decode(encoding).lstrip(BOM))
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding).lstrip(BOM)
        name = encoding[:6].upper()
        fault = Fault("encoding", f"the file is {name}, but this place is not valid {name}", len(before))
        return Decoded(raw.decode(encoding, "replace").lstrip(BOM), (fault,))


def _foreign(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    before = raw[: error.start].decode().lstrip(BOM)
    text = raw.decode(errors=_HANDLER).lstrip(BOM)
    message = (
        f"the file is not UTF-8: the byte 0x{raw[error.start]:02X} stands here;"
        f' it is read as Windows-1252, that is "{text[len(before)]}"'
    )
    return Decoded(text, (Fault("encoding", message, len(before), "save the file as UTF-8"),))


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


_HANDLER = "rolelint-windows-1252"
codecs.register_error(_HANDLER, _as_windows)
