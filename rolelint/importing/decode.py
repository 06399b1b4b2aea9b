"""Bytes of an unknown encoding -> text."""

from __future__ import annotations

import codecs

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_of(content: bytes) -> str:
    """The text: by its byte order mark, else UTF-8, UTF-16 without a mark, cp1252. Never fails.

    Line ends become `\\n`; lone surrogates and NUL become the replacement character.
    """
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    return clean(text.removeprefix("\ufeff"))


def clean(text: str) -> str:
    """The text without characters that no file can hold."""
    if text.isascii() and "\0" not in text:
        return text
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)


def _decoded(content: bytes) -> str:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    wide = _without_mark(content)
    if wide:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _without_mark(content: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in every second byte."""
    head = content[:2000]
    if len(head) < 4 or head.count(0) < len(head) // 4:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
