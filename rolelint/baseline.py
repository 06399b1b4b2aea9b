"""The findings of a day, kept by fingerprint: old ones are quiet, new ones are told, mended ones counted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rolelint.finding import Finding
from rolelint.records import NamedTuple

VERSION = 1
NAME = ".rolelint-baseline.json"


class BadBaseline(Exception):
    """A baseline file that cannot be used; the message says why."""


class Compared(NamedTuple):
    """Findings that the baseline lacks, those it has, and its entries that are no longer found."""

    new: list[Finding]
    old: list[Finding]
    mended: list[Mapping[str, Any]]


def write(findings: Iterable[Finding], name: Callable[[str], str] = str) -> str:
    """The text of a baseline: one entry a fingerprint, readable in a review, in a stable order.

    `name` gives a file as it is seen from the baseline's folder.
    """
    entries = [
        {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "file": name(finding.place.file),
            "task": finding.task,
        }
        for finding in findings
    ]
    return written(entries)


def written(entries: Iterable[Mapping[str, Any]]) -> str:
    """The text of a baseline with these entries."""
    ordered = sorted(entries, key=lambda e: (str(e.get("file")), str(e.get("rule")), str(e["fingerprint"])))
    return json.dumps({"version": VERSION, "findings": ordered}, indent=1, ensure_ascii=True) + "\n"


def is_own(text: bytes) -> bool:
    """Whether a file is a baseline, also one that a merge has broken, so that it may be written anew."""
    return not text.strip() or b'"findings"' in text


def entries(text: str | bytes) -> list[Mapping[str, Any]]:
    """The entries of a baseline's text; BadBaseline where it is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadBaseline(f"not a baseline: {error}") from None
    found = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(found, list) or data.get("version") != VERSION:
        raise BadBaseline(f"not a baseline of version {VERSION}; write it anew with --write-baseline")
    if not all(isinstance(e, dict) and isinstance(e.get("fingerprint"), str) for e in found):
        raise BadBaseline("an entry has no fingerprint; write it anew with --write-baseline")
    return found


def _all(_entry: Mapping[str, Any]) -> bool:
    return True


def compare(
    findings: Sequence[Finding],
    known: Iterable[Mapping[str, Any]],
    looked: Callable[[Mapping[str, Any]], bool] = _all,
) -> Compared:
    """The findings held against the entries of a baseline.

    An entry counts as mended only where the run looked for it: its file was read, its rule ran.
    """
    listed = {str(entry["fingerprint"]): entry for entry in known}
    new = [finding for finding in findings if finding.fingerprint not in listed]
    old = [finding for finding in findings if finding.fingerprint in listed]
    present = {finding.fingerprint for finding in old}
    return Compared(new, old, [e for print_, e in listed.items() if print_ not in present and looked(e)])
