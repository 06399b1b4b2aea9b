"""The findings as a person reads them: the lines themselves, carets, what speaks for it and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

from rolelint.finding import Evidence, Finding, Judged, Label, Place, Report, Summary
from rolelint.reporting.plain import counted, tally, visible, width

_RED, _YELLOW, _CYAN, _BLUE, _BOLD = "31", "33", "36", "34", "1"
_COLORS = {"error": _RED, "warning": _YELLOW, "info": _CYAN}
_WIDEST = 140
"""Longer source lines are cut around the carets."""
_BEFORE = 50
_TAB = "    "


class Painter(Protocol):
    """Words in colours, or as they are."""

    def __call__(self, words: str, *codes: str) -> str: ...


def text(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """The findings one after another, then a summary unless it shall be quiet."""
    paint = _painted if color else _plain
    blocks = ["\n".join(_finding(finding, paint)) + "\n" for finding in report.findings]
    return "\n".join(blocks if quiet else [*blocks, _summary(report)])


def _plain(words: str, *codes: str) -> str:
    return words


def _painted(words: str, *codes: str) -> str:
    return f"\x1b[{';'.join(codes)}m{words}\x1b[0m" if words else words


def _finding(finding: Finding, paint: Painter) -> Iterator[str]:
    color = _COLORS[finding.severity]
    head = paint(f"{finding.severity}[{finding.rule}]", _BOLD, color)
    yield f"{head}: {paint(visible(finding.message), _BOLD)}"
    labels = finding.labels or (Label(finding.place, ""),)
    margin = max(len(_number(label.place)) for label in labels)
    bar = paint("|", _BLUE)
    for number, (file, group) in enumerate(groupby(labels, key=lambda label: label.place.file)):
        shown = list(group)
        first = shown[0].place
        arrow = paint("-->" if number == 0 else ":::", _BLUE)
        yield f"{' ' * margin}{arrow} {visible(file)}:{first.line}:{first.column}{_sheet(first)}"
        yield f"{' ' * (margin + 1)}{bar}"
        yield from _snippet(shown, margin, color, paint)
    for name, words in _tail(finding):
        yield f"{' ' * (margin + 1)}{paint('=', _BLUE)} {paint(name, _BOLD)}: {visible(words)}"


def _snippet(labels: Sequence[Label], margin: int, color: str, paint: Painter) -> Iterator[str]:
    before = None
    bar = paint("|", _BLUE)
    for (line, _), group in groupby(sorted(labels, key=_position), key=_shown_once):
        if before is not None and line > before + 1:
            yield paint("...", _BLUE)
        shown = list(group)
        source, shift = _window(shown[0].place)
        yield f"{paint(_number(shown[0].place).rjust(margin), _BLUE)} {bar} {source}"
        for label in shown:
            blanks, carets = _underline(label.place, shift)
            said = paint(f"{carets} {visible(label.message)}".rstrip(), color)
            yield f"{' ' * (margin + 1)}{bar} {blanks}{said}"
        before = line


def _position(label: Label) -> tuple[int, int]:
    return label.place.line, label.place.column


def _shown_once(label: Label) -> tuple[int, str]:
    """What is printed once above its carets: a line, or a spreadsheet's cell."""
    return label.place.line, label.place.cell


def _number(place: Place) -> str:
    """What stands in the margin: the line's number, or the cell's name in its sheet."""
    return place.cell.rpartition("!")[2] or str(place.line)


def _sheet(place: Place) -> str:
    sheet = place.cell.rpartition("!")[0]
    return f' (sheet "{visible(sheet)}")' if sheet else ""


def _window(place: Place) -> tuple[str, int]:
    """What to show of the source line, and how many of its characters were cut off in front."""
    source = place.text
    if len(source) <= _WIDEST:
        return _shown(source), 0
    start = 0 if place.cell else max(0, place.column - 1 - _BEFORE)
    cut = source[start : start + _WIDEST]
    return f"{'…' if start else ''}{_shown(cut)}…", start


def _shown(source: str) -> str:
    return visible(source.replace("\t", _TAB))


def _underline(place: Place, shift: int) -> tuple[str, str]:
    """The blanks before the carets, and the carets. A spreadsheet's cell is marked as a whole."""
    source = place.text
    start = 0 if place.cell else min(place.column - 1, len(source))
    whole = place.cell or place.end_line != place.line
    end = len(source) if whole else place.end_column - 1
    end = max(start, min(end, len(source), shift + _WIDEST))
    blanks = width(_shown(source[shift:start])) + (1 if shift else 0)
    return " " * blanks, "^" * max(1, width(_shown(source[start:end])))


def _tail(finding: Finding) -> Iterator[tuple[str, str]]:
    also = _also(finding)
    if also:
        yield "also", also
    for note in finding.notes:
        yield "note", note
    if finding.help:
        yield "help", finding.help
    yield "more", f"rolelint explain {finding.rule}"


def _also(finding: Finding) -> str:
    """The evidence that no label shows already."""
    shown = {label.place for label in finding.labels if label.message}
    rest = [e for e in finding.evidence if e.place not in shown]
    return ", ".join(dict.fromkeys(_named(evidence) for evidence in rest))


def _named(evidence: Evidence) -> str:
    return f'{evidence.dimension} ("{evidence.phrase}")'


def _summary(report: Report) -> str:
    summary = report.summary
    lines = [f"note: {visible(words)}" for words in summary.assumptions]
    head = f"{counted(summary.files, 'file')}, {counted(summary.tasks, 'task')}: {tally(report.findings)}"
    beside = _beside(summary)
    lines.append(f"{head} ({', '.join(beside)})" if beside else head)
    if summary.judged is not None and summary.tasks:
        lines.append(_judged(summary.judged))
    return "\n".join(lines) + "\n"


def _beside(summary: Summary) -> list[str]:
    """What was found and is not told."""
    parts = []
    if summary.suppressed:
        parts.append(f"{summary.suppressed} suppressed")
    if summary.old:
        parts.append(f"{summary.old} old")
    if summary.hints_hidden:
        parts.append(f"{counted(summary.hints_hidden, 'hint')} hidden, see --hints")
    return parts


def _judged(judged: Judged) -> str:
    parts = [
        f"{judged.clear_cut} clear-cut",
        f"{judged.grey} grey area",
        *([f"{judged.mixed} mixed"] if judged.mixed else []),
        f"{judged.not_judged} not judged",
    ]
    line = "whose work it is: " + ", ".join(parts)
    if judged.reasons:
        line += f" ({', '.join(f'{number} {reason}' for reason, number in judged.reasons.items())})"
    return line
