"""A workbook's parts before anybody reads them: without empty cells and giant merges, and within bounds."""

from __future__ import annotations

import io
import re
import zipfile

from rolelint.importing.faults import Refused

LARGEST = 64_000_000
"""Bytes that the XML of a workbook may unpack to."""

MOST_CELLS = 500_000
"""Cells with a value that a workbook may have."""

WIDEST_MERGE = 10_000
"""Cells that one merge may cover."""

MOST_MERGED = 500_000
EMPTY = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?/>")
CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"'][^<>]*/>"
)
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def unpacked(content: bytes) -> bytes:
    """The same workbook, made harmless. Refused where it is too large; BadZipFile where it is broken."""
    out = io.BytesIO()
    cells = 0
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w") as made:
        parts = [part for part in packed.infolist() if _is_text(part.filename)]
        if sum(part.file_size for part in parts) > LARGEST:
            raise Refused(f"the workbook unpacks to more than {LARGEST // 1_000_000} MB")
        for part in packed.infolist():
            if part not in parts and part.file_size > LARGEST:
                continue
            raw = packed.read(part)
            if SHEET.fullmatch(part.filename):
                raw = _merged(EMPTY.sub(b"", raw))
                cells += sum(1 for _ in CELL.finditer(raw))
            made.writestr(part.filename, raw)
    if cells > MOST_CELLS:
        raise Refused(
            f"the workbook has {cells:,} cells; at most {MOST_CELLS:,} are read: save the sheet as CSV"
        )
    return out.getvalue()


def has_formulas(content: bytes) -> bool:
    """Whether any sheet of a workbook that was read already holds formulas."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return any(FORMULA.search(packed.read(n)) for n in packed.namelist() if SHEET.fullmatch(n))


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _merged(raw: bytes) -> bytes:
    """The sheet without merges that cover more than a table could hold."""
    left = MOST_MERGED

    def kept(found: re.Match[bytes]) -> bytes:
        nonlocal left
        first, top, last, bottom = found.groups()
        covered = (abs(_column(last) - _column(first)) + 1) * (abs(int(bottom) - int(top)) + 1)
        left -= covered if covered <= WIDEST_MERGE else 0
        return b"" if covered > WIDEST_MERGE or left < 0 else found.group()

    return MERGE.sub(kept, raw)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
