"""Text of Markdown, Jira and wikis without its markup."""

from __future__ import annotations

import re

from rolelint.importing.html import unescaped

LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)(?: \"[^\"]*\")?\)")
REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
BREAK = re.compile(r"<br\s*/?>|</(?:li|p|div)>", re.IGNORECASE)
_ESCAPED = "\\`*_{}[]()#+-.!|<>~&"
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~&])")
_SHIELDS = [chr(0xFDD0 + number) for number in range(len(_ESCAPED))]
"""Characters that stand for no character: they take the place of escaped ones while markup is removed."""

_UNSHIELD = str.maketrans(dict(zip(_SHIELDS, _ESCAPED, strict=True)))


def plain(text: str) -> str:
    """Text without its markup: emphasis, code, links, tags, escapes."""
    if not any(mark in text for mark in "*_`[<~\\&"):
        return text.strip()
    text = ESCAPE.sub(lambda found: _SHIELDS[_ESCAPED.index(found.group(1))], text)
    text = BREAK.sub("\n", text)
    text = REFERENCE.sub(r"\1", LINK.sub(r"\1", text))
    if "<" in text:
        text = TAG.sub("", text)
    text = re.sub(r"`+([^`]*)`+", r"\1", text)
    for mark in ("***", "___", "**", "__", "~~"):
        text = _unwrapped(text, mark)
    text = re.sub(r"(?<![\w\\*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s\\*])\*(?![\w*])", r"\1", text)
    text = re.sub(r"(?<![\w\\_])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s\\_])_(?![\w_])", r"\1", text)
    return unescaped(text).translate(_UNSHIELD).strip()


def _unwrapped(text: str, mark: str) -> str:
    """The text without pairs of a mark; a mark without its partner stays."""
    if mark + mark[0] in text and mark[0] == "_":
        return text
    parts = text.split(mark)
    if len(parts) % 2 == 0:
        parts[-2:] = [parts[-2] + mark + parts[-1]]
    return "".join(parts)
