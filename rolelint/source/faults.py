"""Faults as they are found: by offset and cell, before anybody knows lines and routes."""

from __future__ import annotations

from collections.abc import Iterator

from rolelint.records import NamedTuple

AT_MOST = 200
"""Faults of one code that are listed one by one; a file of nothing but faults must not fill the memory."""

DEEPEST = 100
"""Containers inside one another."""


class Fault(NamedTuple):
    """Something wrong at an offset of the text.

    `cell` is the cell of the node it concerns (-1: none). For a key that is written twice it is the cell
    of the mapping, and `first` that of the first such key; the message is then completed with its line.
    """

    code: str
    message: str
    offset: int
    help: str = ""
    cell: int = -1
    key: str = ""
    first: int = -1


class Faults:
    """The faults of one text, at most AT_MOST of each code; the rest is counted."""

    __slots__ = ("_counts", "_kept", "_unlisted")

    def __init__(self) -> None:
        self._kept: list[Fault] = []
        self._counts: dict[str, int] = {}
        self._unlisted: dict[str, int] = {}

    def add(self, fault: Fault) -> None:
        """Keep the fault, or count it where there are too many of its code already."""
        count = self._counts[fault.code] = self._counts.get(fault.code, 0) + 1
        if count <= AT_MOST:
            self._kept.append(fault)
        else:
            self._unlisted.setdefault(fault.code, fault.offset)

    def wants(self, code: str) -> bool:
        """Whether one more fault of this code would be kept."""
        return self._counts.get(code, 0) < AT_MOST

    def __iter__(self) -> Iterator[Fault]:
        yield from self._kept
        for code, offset in self._unlisted.items():
            more = self._counts[code] - AT_MOST
            yield Fault(code, f"{more:,} more faults of this kind begin here and are not listed", offset)


def shortened(text: str, length: int = 60) -> str:
    """A text from the file as a message shows it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


def too_deep(offset: int) -> Fault:
    """The fault of a file that nests further than DEEPEST; recent libyaml also stops by itself."""
    message = f"more than {DEEPEST} lists and mappings inside one another; nothing after this is read"
    return Fault("depth", message, offset)
