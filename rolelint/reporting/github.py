"""GitHub workflow commands: one annotation a finding. Nothing a matrix says can become a command."""

from __future__ import annotations

from rolelint.finding import Finding, Report
from rolelint.reporting.plain import visible

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """A line a finding, as GitHub reads it from the log of a step."""
    return "".join(_line(finding) for finding in report.findings)


def _line(finding: Finding) -> str:
    place = finding.place
    fields = {
        "file": visible(place.file),
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": finding.rule,
    }
    if place.end_line != place.line:  # GitHub refuses columns on more than one line
        del fields["col"], fields["endColumn"]
    properties = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    where = f"{place.file}:{place.line}:{place.column}: "  # the step's log shows nothing but the message
    said = "\n".join(visible(part) for part in (where + finding.message, finding.help) if part)
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(said)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
