"""What `rolelint PATH…` does once its arguments are read. Knows nothing of click, whose import costs a hook
as much as linting a small matrix.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Any

from rolelint import linting
from rolelint.cli import output
from rolelint.cli.inputs import Found, collect, tables, touching
from rolelint.cli.settings import from_here, settings_for
from rolelint.config import BadSettings, Settings, failing
from rolelint.finding import Report
from rolelint.packs import BadPack

CLEAN, FINDINGS, WRONG, NOTHING = 0, 1, 2, 3
"""Exit codes: nothing at or above --fail-on; findings; usage, configuration, pack or unreadable file;
nothing to lint."""


ANSWERING = ("baseline", "write_baseline", "prune_baseline", "since")
"""Flags by which findings are answered from outside the matrix."""

STDIN_NAME = "<stdin>"
"""What standard input is called unless a name is given, which alone already asks for it."""

FIXING = ("fix", "unsafe_fixes", "diff")
"""Flags by which findings are mended in the files."""


def lint(paths: Sequence[str], flags: dict[str, Any]) -> None:
    """Lint, show the report, and leave with the exit code. `flags` holds every option of the command."""
    paths = paths or ("-" if flags["stdin_filename"] != STDIN_NAME else ".",)
    try:
        settings = _settings(paths, flags)
        linter = linting.linter(settings)
        sinks = output.sinks(flags["form"], flags["outputs"])
        _compatible(flags)
    except (BadSettings, BadPack) as bad:
        output.complain(bad.faults)
        sys.exit(WRONG)
    found = collect(paths, settings, flags["stdin_filename"])
    try:
        output.spared(sinks, (item.file for item in found.inputs))
        readings, report = _judged(linter, found)
        if any(flags[name] for name in ANSWERING):
            report = _answered(report, linter, paths, found, flags)
        if any(flags[name] for name in FIXING):
            from rolelint.cli import fixing

            report = fixing.mend(linter, found, report, flags)
        output.show(report, sinks, flags)
    except output.Impossible as impossible:
        output.complain([str(impossible)])
        sys.exit(WRONG)
    sys.exit(_exit_code(report, found, readings, settings, paths))


def _judged(linter: linting.Linter, found: Found) -> tuple[linting.Readings, Report]:
    """What was read, and the report on it; at a terminal a long run says what it is at."""
    if not (sys.stderr and sys.stderr.isatty()):
        readings = linting.read(found.inputs, linter.settings)
        return readings, _asked(linter.lint(readings), found)
    from rolelint.cli import progress

    with progress.shown(sys.stderr) as tell:
        readings = linting.read(progress.reading(found.inputs, tell), linter.settings)
        return readings, _asked(linter.lint(readings, tell), found)


def _settings(paths: Sequence[str], flags: dict[str, Any]) -> Settings:
    names = ("select", "ignore", "preset", "fail_on", "hints", "today", "max_size")
    given = {name.replace("_", "-"): flags[name] for name in names}
    given["packs"] = tuple(map(from_here, flags["packs"]))
    settings = settings_for(_where(paths, flags), flags["config"], given)
    return settings._replace(today=settings.today or time.strftime("%Y-%m-%d"))


def _compatible(flags: dict[str, Any]) -> None:
    """BadSettings where two flags ask for what cannot be had together."""
    for other in ("since", "prune_baseline"):
        if flags["write_baseline"] and flags[other]:
            name = other.replace("_", "-")
            raise BadSettings(["--write-baseline notes all findings; it does not go with --" + name])


def _where(paths: Sequence[str], flags: dict[str, Any]) -> list[str]:
    """The paths with standard input under the name that it was given."""
    return [flags["stdin_filename"] if path == "-" else path for path in paths]


def _answered(
    report: Report, linter: linting.Linter, paths: Sequence[str], found: Found, flags: dict[str, Any]
) -> Report:
    """The report without what a baseline answers, or the same paths as they were at a git reference."""
    from rolelint.cli import answers

    def past(ref: str) -> Report:
        inputs = answers.inputs_at(_where(paths, flags), ref, linter.settings)
        return linter.lint(linting.read(inputs, linter.settings))

    told = found.asked if found.asked is not None else {item.file for item in found.inputs}
    looked = answers.Looked(frozenset(told), frozenset(r.id for r in linter.rules), frozenset(linter.known))
    return answers.answered(report, answers.Asked.of(flags), looked, past)


def _asked(report: Report, found: Found) -> Report:
    """The report without what touches only files that nobody asked about."""
    if found.asked is None:
        return report
    kept = [
        finding
        for finding in report.findings
        if touching([finding.place.file, *(label.place.file for label in finding.labels)], found.asked)
    ]
    spoke = {finding.rule for finding in kept}
    return report._replace(findings=tuple(kept), rules=tuple(a for a in report.rules if a.rule in spoke))


def _hints(paths: Sequence[str]) -> list[str]:
    """What one who has only a spreadsheet could do."""
    import shlex

    named = [f"rolelint {shlex.quote(table)}" for table in tables(paths)[:3]]
    return [f"a spreadsheet is read when it is named: {' or '.join(named)}"] if named else []


def _exit_code(
    report: Report, found: Found, readings: linting.Readings, settings: Settings, paths: Sequence[str]
) -> int:
    output.complain([f"{file}: {linting.lacking(file)}" for file in readings.without])
    output.complain([*found.faults, *readings.refused])
    if found.faults or readings.refused:
        return WRONG
    if failing(report.findings, settings.fail_on):
        return FINDINGS
    if not report.summary.tasks and not report.findings and not report.summary.old:
        output.complain(["nothing to lint: no task was found", *_hints(paths)])
        return NOTHING
    return CLEAN
