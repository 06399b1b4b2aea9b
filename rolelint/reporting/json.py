"""The findings and the summary as JSON, as `schemas/report.schema.json` describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rolelint.finding import SEVERITIES, Evidence, Finding, Label, Report, Summary
from rolelint.reporting.dumping import dumped

SCHEMA = "https://rolelint.org/schemas/report.schema.json"
VERSION = 1


def json(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """One JSON object, indented, the same bytes for the same input."""
    return dumped(data(report))


def data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    pages = {about.rule: about.help_uri for about in report.rules}
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "findings": [_finding(finding, pages.get(finding.rule)) for finding in report.findings],
        "summary": _summary(report),
    }


def _finding(finding: Finding, page: str | None) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "task": finding.task,
        "parties": list(finding.parties),
        "suggests": finding.suggests,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "labels": [_label(label) for label in finding.labels],
        "notes": list(finding.notes),
        "help": finding.help,
        "help_uri": page,
        "fingerprint": finding.fingerprint,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "dimension": evidence.dimension,
        "function": evidence.function,
        "phrase": evidence.phrase,
        "file": evidence.place.file,
        "line": evidence.place.line,
        "column": evidence.place.column,
        "meaning": evidence.meaning,
    }


def _label(label: Label) -> dict[str, Any]:
    place = label.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "message": label.message,
    }


def _summary(report: Report) -> dict[str, Any]:
    summary = report.summary
    return {
        "files": summary.files,
        "organisations": summary.organisations,
        "tasks": summary.tasks,
        "findings": {s: sum(f.severity == s for f in report.findings) for s in SEVERITIES},
        "hints_hidden": summary.hints_hidden,
        "suppressed": summary.suppressed,
        "old": summary.old,
        "judged": _judged(summary),
        "assumptions": list(summary.assumptions),
    }


def _judged(summary: Summary) -> Mapping[str, Any] | None:
    if summary.judged is None:
        return None
    judged = summary.judged
    return {
        "clear_cut": judged.clear_cut,
        "grey": judged.grey,
        "mixed": judged.mixed,
        "not_judged": judged.not_judged,
        "reasons": dict(judged.reasons),
    }
