"""Findings that someone has answered: comments and `ignore:` keys, with a reason and perhaps a last day.

`# rolelint: ignore[raci/no-accountable] until=2027-03-31: agreed with finance` at the end of a line speaks of
that line; alone on a line, of the task below it; `ignore-file[…]` of the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from rolelint.config import Settings, matches
from rolelint.finding import Finding, Place, Problem, Route
from rolelint.suggest import suggest

_SHAPE = re.compile(
    r"#\s*rolelint:\s*(?P<word>ignore-file|ignore)\s*\[(?P<rules>[^\]]*)\]\s*"
    r"(?:until=(?P<until>[^\s:]*))?\s*(?::\s*(?P<reason>.*))?$"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HOW = "write `# rolelint: ignore[pack/rule]: why`"


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


@dataclass(frozen=True, slots=True)
class Suppression:
    """Rules that shall not speak of some lines, `first` to `last` inclusive; 0 and 0 mean the whole file."""

    document: int
    file: str
    at: tuple[int, int]
    patterns: tuple[str, ...]
    first: int
    last: int
    until: str | None
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of this finding: of its rule, and of a line where one of its labels stands."""
        if not any(matches(finding.rule, pattern) for pattern in self.patterns):
            return False
        places = [finding.place, *(label.place for label in finding.labels)]
        return any(
            place.file == self.file and (self.first == 0 or self.first <= place.line <= self.last)
            for place in places
        )


class Suppressed(NamedTuple):
    """A finding that was answered, and by what."""

    finding: Finding
    by: Suppression


def collect(documents: Iterable[Document]) -> tuple[list[Suppression], list[Problem]]:
    """The suppressions that the documents hold, and the comments and keys that cannot be read as such."""
    found: list[Suppression] = []
    problems: list[Problem] = []
    for document in documents:
        for comment in document.comments:
            read = _from_comment(document, comment)
            (problems if isinstance(read, Problem) else found).append(read)  # type: ignore[arg-type]
        found += _from_keys(document)
    return found, problems


def _from_comment(document: Document, comment: Comment) -> Suppression | Problem:
    match = _SHAPE.match(comment.text.strip())
    at = (comment.line, comment.column)
    patterns = tuple(p.strip() for p in match["rules"].split(",") if p.strip()) if match else ()
    if match is None or not patterns:
        return Problem("bad-comment", f"this comment is not understood; {HOW}", Route(document.number), at=at)
    first, last = _covered(document, comment, match["word"])
    reason = (match["reason"] or "").strip()
    return Suppression(document.number, document.file, at, patterns, first, last, match["until"], reason)


def _covered(document: Document, comment: Comment, word: str) -> tuple[int, int]:
    if word == "ignore-file":
        return 0, 0
    if document.line(comment.line)[: comment.column - 1].strip():
        return comment.line, comment.line
    first = comment.line + 1
    while document.line(first).strip().startswith("#"):
        first += 1
    return first, _end_of_block(document, first)


def _end_of_block(document: Document, first: int) -> int:
    """The last line of the block that starts at `first`: all that is indented deeper belongs to it."""
    depth = _indent(document.line(first))
    last = number = first
    blanks = 0
    while blanks < 1000:
        number += 1
        line = document.line(number)
        if not line.strip():
            blanks += 1
            continue
        if _indent(line) <= depth:
            break
        last, blanks = number, 0
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _from_keys(document: Document) -> Iterator[Suppression]:
    """The `ignore:` keys of tasks."""
    for steps, task in _tasks(document.data):
        entries = task.get("ignore")
        for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            if not isinstance(entry, Mapping) or not isinstance(entry.get("rule"), str):
                continue
            inner = (*steps, "ignore", *((number,) if isinstance(entries, list) else ()))
            here = document.place(Route(document.number, (*inner, "rule")))
            first = document.place(Route(document.number, steps, key=isinstance(steps[-1], str))).line
            yield Suppression(
                document.number,
                document.file,
                (here.line, here.column),
                (entry["rule"],),
                first,
                max(_end_of_block(document, first), here.line),
                str(entry["until"]) if entry.get("until") else None,
                str(entry.get("reason") or ""),
            )


def _tasks(data: object) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
    """Every mapping under `tasks:` (groups included) that has an `ignore:` key, with the steps to it."""
    tasks = data.get("tasks") if isinstance(data, Mapping) else None
    waiting: list[tuple[tuple[str | int, ...], object]] = [(("tasks",), tasks)]
    while waiting:
        steps, value = waiting.pop()
        if isinstance(value, Mapping) and "ignore" in value:
            yield steps, value
        inner = value.get("tasks") if isinstance(value, Mapping) and len(steps) > 1 else value
        if inner is not value and inner is not None:
            waiting.append(((*steps, "tasks"), inner))
        elif isinstance(value, list) or len(steps) == 1:
            items = value.items() if isinstance(value, Mapping) else enumerate(value or ())  # type: ignore[arg-type]
            waiting += [((*steps, key), item) for key, item in items if isinstance(item, Mapping)]


def applied(
    findings: Sequence[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], list[Suppressed], set[Suppression]]:
    """The findings that stand, those that were answered, and the suppressions that answered any."""
    if not suppressions:
        return list(findings), [], set()
    by_file: dict[str, list[Suppression]] = {}
    for suppression in suppressions:
        by_file.setdefault(suppression.file, []).append(suppression)
    standing: list[Finding] = []
    answered: list[Suppressed] = []
    used: set[Suppression] = set()
    for finding in findings:
        files = dict.fromkeys([finding.place.file, *(label.place.file for label in finding.labels)])
        covering = [s for file in files for s in by_file.get(file, ()) if s.covers(finding)]
        used.update(covering)
        if covering:
            answered.append(Suppressed(finding, covering[0]))
        else:
            standing.append(finding)
    return standing, answered, used


def complaints(
    suppressions: Iterable[Suppression], used: set[Suppression], known: Sequence[str], settings: Settings
) -> Iterator[Problem]:
    """What is wrong with suppressions themselves: unknown rules, no use, no reason, past their day."""
    for each in suppressions:
        route = Route(each.document)
        for pattern in each.patterns:
            if not any(matches(identity, pattern) for identity in known):
                near = suggest(pattern, known)
                hint = f' — did you mean "{near}"?' if near else ""
                yield Problem("unknown-ignore", f'no rule is called "{pattern}"{hint}', route, at=each.at)
        if each not in used:
            shown = ", ".join(each.patterns)
            yield Problem(
                "unused-ignore", f"this suppresses nothing: {shown} does not speak here", route, at=each.at
            )
        if settings.require_reason and not each.reason:
            yield Problem("ignore-without-reason", "this suppression gives no reason", route, at=each.at)
        if each.until is not None:
            yield from _outdated(each, settings.today)


def _outdated(each: Suppression, today: str | None) -> Iterator[Problem]:
    route = Route(each.document)
    until = each.until or ""
    if not _DAY.fullmatch(until):
        yield Problem("bad-comment", f'"{until}" is not a day like 2027-03-31', route, at=each.at)
    elif today is not None and until < today:
        yield Problem("expired-ignore", f"this suppression was meant to end on {until}", route, at=each.at)
