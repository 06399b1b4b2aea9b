"""Markdown for a pull request or a job summary: a table a severity, markup neutralised."""

from __future__ import annotations

import re

from rolelint.finding import SEVERITIES, Finding, Report
from rolelint.reporting.plain import counted, tally, visible

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()+!|~:&$-]|(?<=www)\.)", re.I)
_NAMING = re.compile(r"([@#])")
"""Signs that name people and issues on a forge, whatever Markdown says: a comment behind them breaks that."""
_TITLES = {"error": "Errors", "warning": "Warnings", "info": "Information"}


def markdown(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """A headline, then a table for each severity that occurs."""
    summary = report.summary
    lines = [f"### rolelint: {tally(report.findings)}", ""]
    lines.append(f"{counted(summary.files, 'file')}, {counted(summary.tasks, 'task')}.")
    if summary.judged is not None and summary.tasks:
        judged = summary.judged
        lines.append(
            f"Whose work it is: {judged.clear_cut} clear-cut, {judged.grey} grey area, "
            f"{judged.not_judged} not judged."
        )
    for severity in SEVERITIES:
        found = [finding for finding in report.findings if finding.severity == severity]
        if found:
            lines += ["", f"#### {_TITLES[severity]}", "", "| where | what | what to do |", "|---|---|---|"]
            lines += [_row(finding) for finding in found]
    return "\n".join(lines) + "\n"


def _row(finding: Finding) -> str:
    place = finding.place
    where = escaped(f"{place.file}:{place.line}:{place.column}")
    return f"| {where} | {escaped(finding.message)} ({escaped(finding.rule)}) | {escaped(finding.help)} |"


def escaped(text: str) -> str:
    """The text so that no renderer reads markup, mentions or HTML in it."""
    plain = _MARKUP.sub(r"\\\1", " ".join(visible(text).split()))
    return _NAMING.sub(r"\1<!-- -->", plain)


def shortened(text: str, room: int) -> str:
    """The page cut at a line's end to so many bytes, saying so; a short one stays as it is."""
    if len(text.encode("utf-8")) <= room:
        return text
    rows = text.encode("utf-8")[:room].decode("utf-8", "ignore").splitlines()[:-1]
    left = text.count("\n") - len(rows)
    return "\n".join(rows) + f"\n\n… and {left} more lines: the log of the step has every finding.\n"
