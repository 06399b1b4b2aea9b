"""`--fix`, `--unsafe-fixes`, `--diff`: findings mended in the files, or shown as a diff."""

from __future__ import annotations

import difflib
import os
import re
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from rolelint import source
from rolelint.cli.files import write
from rolelint.cli.inputs import Found, plainly, touching
from rolelint.cli.output import Impossible, complain
from rolelint.config import failing
from rolelint.finding import Finding, Report
from rolelint.fixing import Mended, Orders, Safety, mended
from rolelint.linting import TABLES, Input, Linter, read
from rolelint.reporting.plain import counted, visible

WRITABLE = 0o222
"""The mode's bits of which one says that somebody may write."""


def mend(linter: Linter, found: Found, report: Report, flags: Mapping[str, Any]) -> Report:
    """The report on what is left once all that was asked for is mended; with `--diff` this ends the run.

    Only findings that stand in the report are mended: what a suppression, the baseline or the past answers
    is left as it is, and so is every file that nobody asked about.
    """
    if flags["write_baseline"] or flags["prune_baseline"]:
        raise Impossible("--fix cannot go together with --write-baseline or --prune-baseline")
    raw = linter.lint(read(found.inputs, linter.settings))
    quiet = {f.fingerprint for f in raw.findings} - {f.fingerprint for f in report.findings}
    refused = {} if flags["diff"] else _refused(found)
    result = mended(linter, found.inputs, _orders(linter, found, refused, quiet, flags))
    before = {item.file: item.text for item in found.inputs}
    changed = [item for item in result.inputs if item.text != before[item.file]]
    complain(f"not mended: {file}: {why}" for file, why in refused.items())
    if flags["diff"]:
        _show(changed, before, result)
    left = result.report._replace(findings=_left(result.report.findings, quiet, found))
    _save(changed, before, found)
    _say(result, "made", changed)
    if found.stdin is not None:
        _echo(found.stdin, result, failed=failing(left.findings, linter.settings.fail_on))
    return left


def _orders(
    linter: Linter, found: Found, refused: Mapping[str, str], quiet: set[str], flags: Mapping[str, Any]
) -> Orders:
    safeties: set[Safety] = {"safe", "unsafe"} if flags["unsafe_fixes"] else {"safe"}
    return Orders(
        frozenset(safeties),
        lambda finding: finding.fingerprint not in quiet,
        lambda file: file not in refused and (found.asked is None or file in found.asked),
        form=not linter.settings.select,
    )


def _left(findings: Sequence[Finding], quiet: set[str], found: Found) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in findings
        if finding.fingerprint not in quiet
        and touching([finding.place.file, *(label.place.file for label in finding.labels)], found.asked)
    )


def _refused(found: Found) -> dict[str, str]:
    """The files that are not written, and why."""
    why = ((item.file, _why_not(item.file)) for item in found.inputs if item.file != found.stdin)
    return {file: said for file, said in why if said}


def _why_not(file: str) -> str | None:
    path = Path(file)
    if file.lower().endswith(TABLES):
        return "only YAML is; rolelint import makes it from a table"
    try:
        if path.is_symlink():
            return f"a link; name the file it leads to, {path.readlink()}"
        mode = path.stat().st_mode
    except OSError as error:
        return plainly(error)
    if not stat.S_ISREG(mode):
        return "not a file"
    return None if mode & WRITABLE and os.access(path, os.W_OK) else "it may not be written"


def _save(changed: Sequence[Input], before: Mapping[str, bytes], found: Found) -> None:
    for item in changed:
        if item.file == found.stdin:
            continue
        try:
            if Path(item.file).read_bytes() != before[item.file]:
                raise Impossible(f"{item.file}: somebody else changed it meanwhile; it was not written")
            write(item.file, item.text, replace=True)
        except OSError as error:
            raise Impossible(f"{item.file}: {plainly(error)}") from None


def _echo(name: str, result: Mended, *, failed: bool) -> None:
    """Print standard input as it is now, and leave: an editor or a pipe takes it from there."""
    text = next(item.text for item in result.inputs if item.file == name)
    click.echo(text, nl=False)
    sys.exit(1 if failed else 0)


def _say(result: Mended, what: str, changed: Sequence[Input]) -> None:
    """How much was mended, on standard error: the report on standard output is of what is left."""
    if result.fixes:
        complain(
            [f"{counted(len(result.fixes), 'fix', 'fixes')} {what}: {', '.join(i.file for i in changed)}"]
        )


def _show(changed: Sequence[Input], before: Mapping[str, bytes], result: Mended) -> None:
    """Print what would be changed as a unified diff, and leave: 1 where there is anything, else 0."""
    for item in changed:
        old, new = _lines(before[item.file]), _lines(item.text)
        for line in difflib.unified_diff(old, new, item.file, item.file):
            click.echo("\t".join(map(visible, line.rstrip("\r\n").split("\t"))))
            if not line.endswith("\n"):
                click.echo("\\ No newline at end of file")
    _say(result, "possible; nothing was written", changed)
    sys.exit(1 if changed else 0)


def _lines(raw: bytes) -> list[str]:
    """The lines of a text as it is read, each with its end."""
    return re.findall(r"[^\n]*\n|[^\n]+", source.read("", raw, max_bytes=None).documents[0].text)
