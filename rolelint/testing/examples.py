"""The examples of a pack's files, the findings they are marked with, and where each line stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.finding import Route, Step
from rolelint.packs.reading import PackFile
from rolelint.records import NamedTuple

MARK = re.compile(r"#\s*<-\s*(?P<ids>[\w/,\s-]+?)\s*$")
SETTINGS = "settings"
EXTENDS = "extends"

Told = tuple[int, str]
"""A line of an example and the rule that speaks there."""


class Example(NamedTuple):
    """One matrix of a rule's `good` or `bad`; `rule` is the rule that it is about."""

    rule: str
    good: bool
    text: str
    file: PackFile
    steps: tuple[Step, ...]
    settings: Mapping[str, Any]

    def place(self, line: int) -> str:
        """Where a line of the example stands in its file: file, line, column."""
        rows = self.text.splitlines(keepends=True)
        start = sum(map(len, rows[: line - 1]))
        row = rows[line - 1] if line <= len(rows) else ""
        start += len(row) - len(row.lstrip())
        span = (start, start + max(1, len(row.strip())))
        place = self.file.document.place(Route(self.file.document.number, self.steps, span=span))
        return f"{self.file.shown}:{place.line}:{place.column}"


def examples(file: PackFile) -> Iterator[Example]:
    """The examples of a rule's file, or those of the rules that a pack file changes."""
    if "/" in file.identity:
        yield from _of(file, file.identity, (), file.data)
    else:
        for identity, change in file.data.get(EXTENDS, {}).items():
            yield from _of(file, identity, (EXTENDS, identity), change)


def _of(file: PackFile, rule: str, steps: tuple[Step, ...], data: Mapping[str, Any]) -> Iterator[Example]:
    settings = data.get(SETTINGS, {})
    for key in ("good", "bad"):
        for number, text in enumerate(data.get(key, ())):
            yield Example(rule, key == "good", text, file, (*steps, key, number), settings)


def marked(text: str) -> list[Told]:
    """Line and rule of every comment `# <- rule`, sorted."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        mark = MARK.search(line)
        if mark:
            found += [(number, identity.strip()) for identity in mark["ids"].split(",")]
    return sorted(found)
