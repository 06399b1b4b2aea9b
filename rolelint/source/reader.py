"""Files and texts -> documents and problems."""

from __future__ import annotations

import os
import stat
from bisect import bisect_right
from collections.abc import Sequence

from rolelint.finding import Problem
from rolelint.records import NamedTuple
from rolelint.source import quick
from rolelint.source.comments import found as comments_in
from rolelint.source.decode import Decoded, decode
from rolelint.source.document import Document
from rolelint.source.parsed import Parsed
from rolelint.source.problems import problems
from rolelint.source.tree import Node

MAX_BYTES = 64 * 2**20


class Unreadable(Exception):
    """A file that cannot be read at all; says why in plain words, without the path."""


class Reading(NamedTuple):
    """All documents of one text, at least one, and what is wrong with the text, in order of place."""

    documents: list[Document]
    problems: list[Problem]


def read(
    path_for_display: str, raw: bytes | str, *, first: int = 0, max_bytes: int | None = MAX_BYTES
) -> Reading:
    """The documents of a text, numbered from `first`. Whatever is in it, this never fails but for its size.

    Raises Unreadable where the text is larger than `max_bytes` (None: any size).
    """
    if max_bytes is not None and len(raw) > max_bytes:
        raise Unreadable(f"larger than {max_bytes:,} bytes")
    decoded = decode(raw)
    found = quick.parsed(decoded) or _parsed(decoded, raw)
    roots = [Node(root.cell, root.data) for root in found.roots] or [Node(0, None)]
    starts = [0, *(root.offset for root in found.roots[1:])]
    complete = [root.complete for root in found.roots] or [not found.faults]
    documents = [
        Document(path_for_display, first + index, root, found.lines, found.tree, complete=complete[index])
        for index, root in enumerate(roots)
    ]
    _give_comments(documents, found, starts)
    return Reading(documents, problems(found, roots, starts, first))


def _parsed(decoded: Decoded, raw: bytes | str) -> Parsed:
    from rolelint.source.parse import parsed  # noqa: PLC0415  # most matrices do without PyYAML

    return parsed(decoded, raw)


def _give_comments(documents: Sequence[Document], found: Parsed, starts: Sequence[int]) -> None:
    for offset, comment in comments_in(found.lines, found.hashes, found.end):
        documents[bisect_right(starts, offset) - 1].comments.append(comment)


def read_file(path: str | os.PathLike[str], *, first: int = 0, max_bytes: int | None = MAX_BYTES) -> Reading:
    """The documents of a file, shown by its path as given.

    Raises Unreadable for a missing file, a folder, a device, a file that may not be read or is too large.
    """
    shown = os.fspath(path)
    try:
        with open(shown, "rb", opener=_without_waiting) as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
                raise Unreadable("not a file")
            if stat.S_ISFIFO(mode):
                os.set_blocking(file.fileno(), True)
            raw = file.read() if max_bytes is None else file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(_plainly(error)) from None
    return read(shown, raw, first=first, max_bytes=max_bytes)


def _without_waiting(path: str, flags: int) -> int:
    """Open without hanging on a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _plainly(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "a folder, not a file"
    if isinstance(error, PermissionError):
        return "not allowed to read it"
    return getattr(error, "strerror", None) or str(error)
