"""One line a finding: `file:line:column: severity rule message`."""

from __future__ import annotations

from rolelint.finding import Report
from rolelint.reporting.plain import visible


def concise(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """The findings, a line each, and nothing else."""
    lines = []
    for finding in report.findings:
        place = finding.place
        file = visible(place.file)
        if file.startswith("::"):  # a line of a log that begins so is a command to a pipeline
            file = f"./{file}"
        where = f"{file}:{place.line}:{place.column}"
        lines.append(f"{where}: {finding.severity} {finding.rule} {visible(finding.message)}\n")
    return "".join(lines)
