"""GitLab's code quality report: a JSON list."""

from __future__ import annotations

from rolelint.finding import Report
from rolelint.reporting.dumping import dumped
from rolelint.reporting.plain import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """One entry a finding."""
    entries = [
        {
            "description": visible(finding.message),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": visible(finding.place.file),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in report.findings
    ]
    return dumped(entries)
