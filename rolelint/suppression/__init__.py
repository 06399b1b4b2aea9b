"""Findings that someone has answered: comments and `ignore:` keys, with a reason and perhaps a last day.

`# rolelint: ignore[raci/no-accountable] until=2027-03-31: agreed with finance` at the end of a line speaks of
that line; alone on a line, of the task below it; `ignore-file[…]` of the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from rolelint.config import UNREAD, matches
from rolelint.finding import Finding, Place, Problem, Route, Step
from rolelint.records import NamedTuple

_OURS = r"#\s*rolelint:"
_SHAPE = (
    r"#\s*rolelint:\s*(?P<word>ignore-file|ignore)\s*\[(?P<rules>[^\]]*)\]\s*"
    r"(?:until=(?P<until>[^\s:]*))?\s*(?::\s*(?P<reason>.*))?$"
)
WHOLE_FILE = ((0, 0),)
FARTHEST = 100
"""So many blank lines may stand inside of a block."""

Lines = tuple[int, int]
"""The first and the last of some lines."""


class Comment(Protocol):
    """A comment that speaks to rolelint; `line` and `column` from 1, `text` from the `#` on."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def text(self) -> str: ...


class Document(Protocol):
    """What suppressions need to know of a document."""

    file: str
    number: int
    data: object
    comments: Any

    def place(self, route: Route) -> Place: ...

    def line(self, number: int) -> str: ...


class Suppression(NamedTuple):
    """Rules that shall not speak of some lines. `at` is where it is written, line and column."""

    document: int
    file: str
    at: tuple[int, int]
    patterns: tuple[str, ...]
    lines: tuple[Lines, ...]
    until: str | None
    reason: str


class Suppressed(NamedTuple):
    """A finding that was answered, and by what."""

    finding: Finding
    by: Suppression


Used = set[tuple[Suppression, str]]
"""Suppressions that answered something, each with the pattern that did."""


def collect(documents: Iterable[Document]) -> tuple[list[Suppression], list[Problem]]:
    """The suppressions that the documents hold, and the comments that cannot be read as such."""
    found: list[Suppression] = []
    problems: list[Problem] = []
    for document in documents:
        blocks = _Blocks(document)
        for comment in document.comments:
            ours = re.search(_OURS, comment.text)
            if ours is not None:
                read = _from_comment(document, comment, comment.text[ours.start() :].strip(), blocks)
                (problems if isinstance(read, Problem) else found).append(read)  # type: ignore[arg-type]
        for steps, task in _tasks(document.data):
            found += _from_key(document, steps, task)
    return found, problems


def _from_comment(document: Document, comment: Comment, text: str, blocks: _Blocks) -> Suppression | Problem:
    match = re.match(_SHAPE, text)
    at = (comment.line, comment.column)
    patterns = tuple(p.strip() for p in match["rules"].split(",") if p.strip()) if match else ()
    if match is None or not patterns:
        from rolelint.suppression.complaints import misread  # noqa: PLC0415  # only when something is wrong

        return Problem("bad-comment", misread(text), Route(document.number), at=at)
    lines = WHOLE_FILE if match["word"] == "ignore-file" else (blocks.covered(comment),)
    reason = (match["reason"] or "").strip()
    return Suppression(document.number, document.file, at, patterns, lines, match["until"], reason)


class _Blocks:
    """What the comments of a document cover. A stack of comments is walked once, not once for each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._below: dict[int, int | None] = {}
        self._ends: dict[int, int] = {}

    def covered(self, comment: Comment) -> Lines:
        """The comment's own line; where nothing else stands on it, the block below."""
        if self._document.line(comment.line)[: comment.column - 1].strip():
            return comment.line, comment.line
        first = self._first_below(comment.line)
        if first is None:
            return comment.line, comment.line
        if first not in self._ends:
            self._ends[first] = _end_of_block(self._document, first)
        return first, self._ends[first]

    def _first_below(self, comment: int) -> int | None:
        """The first line below a comment that is neither blank nor a comment."""
        passed, at = [], comment
        while at not in self._below:
            passed.append(at)
            following = _next(self._document, at)
            if following is None or not self._document.line(following).lstrip().startswith("#"):
                self._below[at] = following
            else:
                at = following
        self._below.update(dict.fromkeys(passed, self._below[at]))
        return self._below[at]


def _end_of_block(document: Document, first: int) -> int:
    """The last line of the block that starts at `first`: all that is indented deeper belongs to it."""
    depth = _indent(document.line(first))
    last = first
    number = _next(document, first)
    while number is not None and _indent(document.line(number)) > depth:
        last, number = number, _next(document, number)
    return last


def _next(document: Document, number: int) -> int | None:
    """The next line that is not blank."""
    below = range(number + 1, number + 1 + FARTHEST)
    return next((line for line in below if document.line(line).strip()), None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _tasks(data: object) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    """Every task and group that has an `ignore:` key, with the steps to it."""
    waiting: list[tuple[tuple[Step, ...], object]] = []
    if isinstance(data, dict):
        waiting.append((("tasks",), data.get("tasks")))
    while waiting:
        steps, tasks = waiting.pop()
        for key, item in _members(tasks):
            if isinstance(item, dict):
                if "ignore" in item:
                    yield (*steps, key), item
                if "tasks" in item:
                    waiting.append(((*steps, key, "tasks"), item["tasks"]))


def _members(value: object) -> Iterable[tuple[Step, object]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _from_key(document: Document, steps: tuple[Step, ...], task: Mapping[str, Any]) -> Iterator[Suppression]:
    """What a task's `ignore:` says: one entry or a list of them."""
    said = task["ignore"]
    entries = {(): said} if isinstance(said, dict) else {(n,): each for n, each in _members(said)}
    lines = tuple(_lines_of(document, steps, task))
    for inner, entry in entries.items():
        if isinstance(entry, dict) and isinstance(entry.get("rule"), str):
            here = document.place(Route(document.number, (*steps, "ignore", *inner, "rule")))
            until, reason = entry.get("until"), entry.get("reason")
            yield Suppression(
                document.number, document.file, (here.line, here.column), (entry["rule"],), lines,
                str(until) if until else None, str(reason or ""),
            )  # fmt: skip


def _lines_of(document: Document, steps: tuple[Step, ...], task: Mapping[str, Any]) -> Iterator[Lines]:
    """The lines on which a task is written; where it is an alias, both its own and those it repeats."""
    home = document.place(Route(document.number, steps, key=isinstance(steps[-1], str)))
    yield home.line, home.line
    for key in task:
        first = document.place(Route(document.number, (*steps, key), key=True))
        last = document.place(Route(document.number, (*steps, key)))
        yield first.line, max(last.end_line, first.line)


class _Index:
    """The suppressions of one file by line; those of many lines apart, so that neither is slow."""

    LONG = 200

    def __init__(self) -> None:
        self._wide: list[Suppression] = []
        self._by_line: dict[int, list[Suppression]] = {}

    def add(self, suppression: Suppression) -> None:
        if (
            sum(last - first for first, last in suppression.lines) > self.LONG
            or suppression.lines == WHOLE_FILE
        ):
            self._wide.append(suppression)
            return
        for first, last in suppression.lines:
            for line in range(first, last + 1):
                self._by_line.setdefault(line, []).append(suppression)

    def of(self, line: int) -> Iterator[Suppression]:
        """Those that cover a line."""
        yield from self._by_line.get(line, ())
        for each in self._wide:
            if each.lines == WHOLE_FILE or any(first <= line <= last for first, last in each.lines):
                yield each


def applied(
    findings: Iterable[Finding], suppressions: Iterable[Suppression]
) -> tuple[list[Finding], list[Suppressed], Used]:
    """The findings that stand, those that were answered, and what answered any.

    A suppression answers a finding of its rules when any of the finding's labels stands on its lines.
    """
    by_file: dict[str, _Index] = {}
    for suppression in suppressions:
        by_file.setdefault(suppression.file, _Index()).add(suppression)
    standing: list[Finding] = []
    answered: list[Suppressed] = []
    used: Used = set()
    for finding in findings:
        covering = _covering(finding, by_file) if by_file and finding.rule not in UNREAD else []
        used.update(covering)
        if covering:
            answered.append(Suppressed(finding, covering[0][0]))
        else:
            standing.append(finding)
    return standing, answered, used


def _covering(finding: Finding, by_file: Mapping[str, _Index]) -> list[tuple[Suppression, str]]:
    places = {(p.file, p.line) for p in (finding.place, *(label.place for label in finding.labels))}
    return [
        (suppression, pattern)
        for file, line in sorted(places)
        if file in by_file
        for suppression in by_file[file].of(line)
        for pattern in suppression.patterns
        if matches(finding.rule, pattern)
    ]
