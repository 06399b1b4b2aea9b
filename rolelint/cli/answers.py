"""Findings that are answered from outside the matrix: by a baseline, or by an earlier state of the files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rolelint import baseline
from rolelint.cli.inputs import plainly
from rolelint.cli.output import Impossible, complain
from rolelint.config import UNREAD, Settings
from rolelint.finding import Finding, Report
from rolelint.linting import Input
from rolelint.records import NamedTuple
from rolelint.reporting.plain import counted


class Asked(NamedTuple):
    """What the flags ask for."""

    baseline: str | None
    write: bool
    prune: bool
    since: str | None
    quiet: bool

    @classmethod
    def of(cls, flags: Mapping[str, Any]) -> Asked:
        """From the flags of the command line."""
        file = flags["baseline"]
        if (flags["write_baseline"] or flags["prune_baseline"]) and file is None:
            file = baseline.NAME
        return cls(file, flags["write_baseline"], flags["prune_baseline"], flags["since"], flags["quiet"])

    def note(self, said: str) -> None:
        """Say something on standard error, unless it shall be quiet."""
        if not self.quiet:
            complain([said])


class Looked(NamedTuple):
    """What the run looked at: the files it tells of, the rules that ran, and those there are."""

    files: frozenset[str]
    ran: frozenset[str]
    rules: frozenset[str]

    def at(self, folder: str) -> Callable[[Mapping[str, Any]], bool]:
        """Whether an entry of a baseline in this folder would have been found again, were it still so."""
        files = {_seen_from(folder, file) for file in self.files}

        def looked(entry: Mapping[str, Any]) -> bool:
            file, rule = str(entry.get("file")), entry.get("rule")
            there = os.path.lexists(os.path.join(folder, file))
            return (file in files or not there) and (rule in self.ran or rule not in self.rules)

        return looked


def answered(report: Report, asked: Asked, looked: Looked, past: Callable[[str], Report]) -> Report:
    """The report without what the past or the baseline answers; its summary counts that as old."""
    findings: Sequence[Finding] = report.findings
    if asked.since is not None:
        findings = list(_new(findings, _reported(past, asked.since)))
    if asked.baseline is not None:
        findings = _against_baseline(findings, asked.baseline, asked, looked)
    old = len(report.findings) - len(findings)
    return report._replace(findings=tuple(findings), summary=report.summary._replace(old=old))


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


def _against_baseline(
    findings: Sequence[Finding], file: str, asked: Asked, looked: Looked
) -> Sequence[Finding]:
    """The findings that the baseline lacks; what was not read is never answered by it."""
    answerable = [finding for finding in findings if finding.rule not in UNREAD]
    if asked.write:
        folder = _folder(file)
        _replace(file, baseline.write(answerable, lambda name: _seen_from(folder, name)))
        asked.note(f"{counted(len(answerable), 'finding')} written to {file}")
        return [finding for finding in findings if finding.rule in UNREAD]
    known = _entries(file)
    compared = baseline.compare(answerable, known, looked.at(_folder(file)))
    if compared.mended:
        _mended(file, known, compared.mended, asked)
    old = {finding.fingerprint for finding in compared.old}
    return [finding for finding in findings if finding.fingerprint not in old]


def _entries(file: str) -> list[Mapping[str, Any]]:
    try:
        return baseline.entries(_read(file))
    except OSError as error:
        hint = "; --write-baseline makes it" if isinstance(error, FileNotFoundError) else ""
        raise Impossible(f"--baseline: {file}: {plainly(error)}{hint}") from None
    except baseline.BadBaseline as bad:
        raise Impossible(f"--baseline: {file}: {bad}") from None


def _mended(file: str, known: Sequence[Any], mended: Sequence[Any], asked: Asked) -> None:
    if asked.prune:
        _save(file, baseline.written([entry for entry in known if entry not in mended]))
    what = "taken out of" if asked.prune else "no longer found (--prune-baseline takes them out of"
    asked.note(f"{len(mended)} mended, {what} {file}{'' if asked.prune else ')'}")


def _replace(file: str, text: str) -> None:
    """Write a baseline over an earlier one, and over nothing else."""
    try:
        there = _read(file)
    except OSError:
        there = b""
    if not baseline.is_own(there):
        raise Impossible(f"--baseline: {file} is not replaced: it is no baseline")
    _save(file, text)


def _read(file: str) -> bytes:
    with open(file, "rb") as opened:
        return opened.read()


def _save(file: str, text: str) -> None:
    from rolelint.cli.files import write  # most runs write no baseline

    try:
        write(file, text, replace=True)
    except OSError as error:
        raise Impossible(f"{file}: {plainly(error)}") from None


def _folder(file: str) -> str:
    return os.path.dirname(os.path.realpath(file))


def _seen_from(folder: str, file: str) -> str:
    """A file that was linted as a baseline in this folder names it; standard input as it is called."""
    if not os.path.lexists(file):
        return file
    return os.path.relpath(os.path.realpath(file), folder).replace(os.sep, "/")


def inputs_at(paths: Sequence[str], ref: str, settings: Settings) -> list[Input]:
    """The texts of the same paths at a git reference."""
    from rolelint.cli.past import texts

    return texts(paths, ref, settings)
