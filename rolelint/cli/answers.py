"""Findings that are answered from outside the matrix: by a baseline, or by an earlier state of the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rolelint import baseline
from rolelint.cli.files import write
from rolelint.cli.inputs import plainly
from rolelint.cli.output import Impossible, say
from rolelint.config import UNREAD, Settings
from rolelint.finding import Finding, Report
from rolelint.linting import Input
from rolelint.reporting.plain import counted


class Asked(NamedTuple):
    """What the flags ask for."""

    baseline: str | None
    write: bool
    prune: bool
    since: str | None

    @classmethod
    def of(cls, flags: Mapping[str, Any]) -> Asked:
        """From the flags of the command line."""
        file = flags["baseline"]
        if (flags["write_baseline"] or flags["prune_baseline"]) and file is None:
            file = baseline.NAME
        return cls(file, flags["write_baseline"], flags["prune_baseline"], flags["since"])


def answered(report: Report, asked: Asked, past: Callable[[str], Report]) -> Report:
    """The report without what the past or the baseline answers."""
    if asked.since is not None:
        report = report._replace(findings=tuple(_new(report.findings, _reported(past, asked.since))))
    if asked.baseline is not None:
        report = report._replace(findings=tuple(_against_baseline(report.findings, asked)))
    return report


def _reported(past: Callable[[str], Report], ref: str) -> Iterable[Finding]:
    from rolelint.history import NoHistory

    try:
        return past(ref).findings
    except NoHistory as error:
        raise Impossible(f"--since: {error}") from None


def _new(findings: Iterable[Finding], before: Iterable[Finding]) -> Iterable[Finding]:
    """The findings that the past had not, as often as they are new."""
    known = Counter(finding.fingerprint for finding in before)
    for finding in findings:
        if known[finding.fingerprint] and finding.rule not in UNREAD:
            known[finding.fingerprint] -= 1
        else:
            yield finding


def _against_baseline(findings: Sequence[Finding], asked: Asked) -> Iterable[Finding]:
    """The findings that the baseline lacks; what was not read is never answered by it."""
    file = asked.baseline or baseline.NAME
    answerable = [finding for finding in findings if finding.rule not in UNREAD]
    if asked.write:
        _save(file, baseline.write(answerable))
        say(f"rolelint: {counted(len(answerable), 'finding')} written to {file}")
        return [finding for finding in findings if finding.rule in UNREAD]
    try:
        known = baseline.entries(Path(file).read_bytes())
    except OSError as error:
        raise Impossible(f"--baseline: {file}: {plainly(error)}") from None
    except baseline.BadBaseline as bad:
        raise Impossible(f"--baseline: {file}: {bad}") from None
    compared = baseline.compare(answerable, known)
    if compared.mended:
        _mended(file, known, compared.mended, prune=asked.prune)
    old = {finding.fingerprint for finding in compared.old}
    return [finding for finding in findings if finding.fingerprint not in old]


def _mended(file: str, known: Sequence[Any], mended: Sequence[Any], *, prune: bool) -> None:
    rest = [entry for entry in known if entry not in mended]
    if prune:
        _save(file, baseline.written(rest))
    what = "taken out of" if prune else "no longer found (--prune-baseline takes them out of"
    say(f"rolelint: {len(mended)} mended, {what} {file}{'' if prune else ')'}")


def _save(file: str, text: str) -> None:
    try:
        write(file, text, replace=True)
    except OSError as error:
        raise Impossible(f"{file}: {plainly(error)}") from None


def inputs_at(paths: Sequence[str], ref: str, settings: Settings) -> list[Input]:
    """The texts of the same paths at a git reference."""
    from rolelint.cli.past import texts

    return texts(paths, ref, settings)
