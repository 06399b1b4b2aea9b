"""Text that cannot act: what comes from a matrix is shown, never obeyed."""

from __future__ import annotations

from collections.abc import Sequence

from rolelint.finding import SEVERITIES, Finding
from rolelint.patterns import later

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Co"})
_COMMAND = later(r"##(?=\w*\[)")
"""Pipelines obey `##[error]` and `##vso[task…]` wherever they stand in a line of the log."""
_JOINERS = "\u200d\ufe0f"
"""Joiners inside emoji and scripts: harmless, and needed to show them."""


def visible(text: str) -> str:
    """The text with control, format and direction characters written out (`\\x1b`), so that none acts."""
    if "##" in text:
        text = _COMMAND.sub(r"\\x23#", text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if _harmless(c) else _written(c) for c in text)


def _harmless(character: str) -> bool:
    import unicodedata  # noqa: PLC0415  # many reports are ASCII alone

    if ord(character) & 0xFFFE == 0xFFFE:  # no characters at all, and refused by XML
        return False
    return character in _JOINERS or unicodedata.category(character) not in _UNSAFE


def _written(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str) -> int:
    """How many columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    import unicodedata  # noqa: PLC0415

    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def tally(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    parts = []
    for severity in SEVERITIES:
        number = sum(finding.severity == severity for finding in findings)
        if number:
            parts.append(f"{number} info" if severity == "info" else counted(number, severity))
    return ", ".join(parts) or "no findings"
