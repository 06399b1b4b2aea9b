"""Texts as YAML scalars and comments that every reader of YAML 1.1 and 1.2 takes for these very texts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BLOCK = re.compile(r"[^\W_](?:[^\x00-\x1f:#\[\]{}\"\\\x7f-\xa0\u2028\u2029\ufeff]*[^\s:#\[\]{}\"\\,])?")
"""What may stand plain outside `{}` and `[]`."""

PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f:#,\[\]{}\"\\\x7f-\xa0\u2028\u2029\ufeff]*[^\s:#,\[\]{}\"\\])?")
RESOLVED = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|nan|inf|none|~|=|<<"
    r"|[-+]?[\d_.,]+(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.?(?:inf|nan)"
    r"|[\d_]+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?.*)",
    re.IGNORECASE,
)
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
LONGEST_KEY = 1000
"""YAML takes no key of more than 1024 characters on its line."""


@lru_cache(maxsize=4096)
def scalar(text: str, *, flow: bool = True) -> str:
    """The text plain where that is safe (inside `{}` and `[]` too, unless `flow` is off), else quoted."""
    if (
        (PLAIN if flow else BLOCK).fullmatch(text)
        and not RESOLVED.fullmatch(text)
        and text == text.strip()
        and _printable(text)
    ):
        return text
    return '"' + "".join(_escaped(c) for c in text) + '"'


def comment(text: str) -> str:
    """The text as it may stand behind `# `: on one line, without signs that steer tool or terminal."""
    line = " ".join(text.split())
    line = "".join(c if _shown(c) else "\ufffd" for c in line)
    return re.sub(r"rolelint\s*:", "rolelint -", line, flags=re.IGNORECASE)


def _printable(text: str) -> bool:
    return all(_shown(c) for c in text) if not text.isascii() else text.isprintable()


def _shown(character: str) -> bool:
    """Not a control, format, surrogate, private or unassigned character, nor a line break of its own."""
    if character < "\x7f":
        return character >= " "
    return (
        unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        and character != "\xa0"
    )


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if _shown(character):
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
