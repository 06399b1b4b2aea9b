"""SARIF 2.1.0, for code scanning: relative URIs, fingerprints, related places and rule help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from rolelint import __version__
from rolelint.finding import About, Finding, Label, Place, Report
from rolelint.reporting.dumping import dumped
from rolelint.reporting.plain import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://github.com/rolelint/rolelint"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """One SARIF log with one run."""
    ids = [about.rule for about in report.rules]
    ids += sorted({f.rule for f in report.findings} - set(ids))
    index = {rule: number for number, rule in enumerate(ids)}
    known = {about.rule: about for about in report.rules}
    run = {
        "tool": {"driver": _driver([_rule(rule, known.get(rule)) for rule in ids])},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule]) for finding in report.findings],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": "rolelint", "version": __version__, "informationUri": HOME, "rules": rules}


def _rule(identity: str, about: About | None) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": identity}
    if about is not None:
        if about.help_uri is not None:
            entry["helpUri"] = about.help_uri
        entry["shortDescription"] = {"text": about.title}
        entry["fullDescription"] = {"text": about.why}
        entry["help"] = {"text": f"{about.why}\n\nrolelint explain {identity}"}
        entry["defaultConfiguration"] = {"level": _LEVELS[about.severity]}
    return entry


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(_said(part) for part in (finding.message, finding.help) if part)},
        "locations": [{"physicalLocation": _physical(finding.place)}],
        "partialFingerprints": {"rolelint/v1": finding.fingerprint},
    }
    related = [_related(number, label) for number, label in enumerate(finding.labels[1:], 1)]
    if related:
        result["relatedLocations"] = related
    return result


def _related(number: int, label: Label) -> dict[str, Any]:
    return {
        "id": number,
        "physicalLocation": _physical(label.place),
        "message": {"text": _said(label.message) or "here"},
    }


def _physical(place: Place) -> Mapping[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"artifactLocation": {"uri": _uri(place.file)}, "region": region}


def _uri(file: str) -> str:
    """Relative as the file is; one that lies elsewhere by its whole address."""
    uri = quote(file.replace("\\", "/").removeprefix("./"), safe="/", errors="replace")
    drive = re.match(r"[A-Za-z]%3A/", uri)
    return f"file:///{uri[0]}:{uri[4:]}" if drive else f"file://{uri}" if uri.startswith("/") else uri


def _said(text: str) -> str:
    """The text so that no viewer reads a link in it: SARIF has `[words](target)` even in plain text."""
    return visible(text).replace("](", "] (")
