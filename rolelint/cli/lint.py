"""`rolelint PATH…`: lint matrices."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from rolelint import linting
from rolelint.baseline import NAME as BASELINE
from rolelint.cli import answers, output
from rolelint.cli.inputs import Found, collect, touching
from rolelint.cli.settings import settings_for
from rolelint.config import PRESETS, BadSettings, Settings, failing
from rolelint.finding import SEVERITIES, Report
from rolelint.packs import BadPack
from rolelint.reporting import REPORTERS

CLEAN, FINDINGS, WRONG, NOTHING = 0, 1, 2, 3
"""Exit codes: nothing at or above --fail-on; findings; usage, configuration, pack or unreadable file;
nothing to lint."""


def _ids(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for each in value for part in each.split(",") if part.strip())


Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def _options(*options: Decorator) -> Decorator:
    """Several options as one decorator, in the order of the help page."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


CHOOSING = _options(
    click.option("--select", multiple=True, callback=_ids, help="Only these rules: ids, packs or globs."),
    click.option("--ignore", multiple=True, callback=_ids, help="Not these rules: ids, packs or globs."),
    click.option("--preset", type=click.Choice(list(PRESETS)), help="A set of defaults."),
    click.option("--fail-on", type=click.Choice(SEVERITIES), help="The mildest severity that fails [error]."),
    click.option("--hints", is_flag=True, help="Also show evidence too weak to stand by."),
    click.option(
        "--today", metavar="DATE", callback=lambda _c, _p, v: answers.day(v), help="Judge as on this day."
    ),
    click.option("--config", metavar="FILE", help="This configuration file, or `none`."),
    click.option("--max-size", type=click.IntRange(min=1), metavar="MIB", help="The largest file read [64]."),
)
ANSWERED = _options(
    click.option("--baseline", metavar="FILE", help="Be quiet about the findings in this file."),
    click.option("--write-baseline", is_flag=True, help=f"Write all findings there [{BASELINE}], and pass."),
    click.option("--prune-baseline", is_flag=True, help="Take mended findings out of the baseline."),
    click.option("--since", metavar="REF", help="Only findings that this git reference did not have."),
)
SHOWING = _options(
    click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text", show_default=True),
    click.option(
        "--output", "outputs", multiple=True, metavar="FORMAT=FILE", help="Also write there (- is stdout)."
    ),
    click.option("--quiet", "-q", is_flag=True, help="No summary."),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule."),
    click.option(
        "--color/--no-color", default=None, help="Colours: by default where the terminal wants them."
    ),
    click.option(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="What standard input is called."
    ),
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@CHOOSING
@ANSWERED
@SHOWING
def command(paths: tuple[str, ...], **flags: Any) -> None:
    """Lint matrices: files, folders, or - for standard input. All form one organisation."""
    paths = paths or (".",)
    try:
        settings = _settings(paths, flags)
        linter = linting.linter(settings)
        sinks = output.sinks(flags["form"], flags["outputs"])
    except (BadSettings, BadPack) as bad:
        output.complain(bad.faults)
        sys.exit(WRONG)
    found = collect(paths, settings, flags["stdin_filename"])
    readings = linting.read(found.inputs, settings)
    report = _asked(linter.lint(readings), found)
    try:
        report = answers.answered(
            report, answers.Asked.of(flags), lambda ref: _past(linter, _where(paths, flags), ref)
        )
        output.show(report, sinks, flags)
    except answers.Impossible as impossible:
        output.complain([str(impossible)])
        sys.exit(WRONG)
    sys.exit(_exit_code(report, found, readings, settings))


def _settings(paths: Sequence[str], flags: dict[str, Any]) -> Settings:
    names = ("select", "ignore", "preset", "fail_on", "hints", "today", "max_size")
    given = {name.replace("_", "-"): flags[name] for name in names}
    settings = settings_for(_where(paths, flags), flags["config"], given)
    return settings._replace(today=settings.today or answers.today())


def _where(paths: Sequence[str], flags: dict[str, Any]) -> list[str]:
    """The paths with standard input under the name that it was given."""
    return [flags["stdin_filename"] if path == "-" else path for path in paths]


def _past(linter: linting.Linter, paths: Sequence[str], ref: str) -> Report:
    """The report on the same paths as they were at a git reference; files may have had other names."""
    inputs = answers.inputs_at(paths, ref, linter.settings)
    return linter.lint(linting.read(inputs, linter.settings))


def _asked(report: Report, found: Found) -> Report:
    """The report without what touches only files that nobody asked about."""
    if found.asked is None:
        return report
    kept = [
        finding
        for finding in report.findings
        if touching([finding.place.file, *(label.place.file for label in finding.labels)], found.asked)
    ]
    return report._replace(findings=tuple(kept))


def _exit_code(report: Report, found: Found, readings: linting.Readings, settings: Settings) -> int:
    output.complain([f"{file}: no `tasks:` or `matrix:` in it" for file in readings.without])
    output.complain(found.faults)
    if found.faults:
        return WRONG
    if failing(report.findings, settings.fail_on):
        return FINDINGS
    if not report.summary.tasks and not report.findings:
        output.complain(["nothing to lint: no task was found"])
        return NOTHING
    return CLEAN
