"""`rolelint PATH…`: lint matrices."""

from __future__ import annotations

import os
import sys

import click

from rolelint import linting
from rolelint.cli.inputs import Found, collect
from rolelint.config import BadSettings, Settings, failing
from rolelint.finding import SEVERITIES, Report
from rolelint.packs import BadPack
from rolelint.reporting import REPORTERS, render
from rolelint.reporting.plain import visible

CLEAN, FINDINGS, WRONG, NOTHING = 0, 1, 2, 3
"""Exit codes: nothing at or above --fail-on; findings; usage, configuration, pack or unreadable file;
nothing to lint."""


def _ids(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for each in value for part in each.split(",") if part.strip())


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text", show_default=True)
@click.option("--select", multiple=True, callback=_ids, help="Only these rules: ids, packs or globs.")
@click.option("--ignore", multiple=True, callback=_ids, help="Not these rules: ids, packs or globs.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The mildest severity that makes the exit code 1.",
)
@click.option("--hints", is_flag=True, help="Also show evidence too weak to stand by.")
@click.option("--today", metavar="DATE", help="Judge dates as on this day (YYYY-MM-DD).")
@click.option("--max-size", type=click.IntRange(min=1), default=64, show_default=True, metavar="MIB")
@click.option("--color/--no-color", default=None, help="Colours: by default where the terminal wants them.")
def command(
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    hints: bool,
    today: str | None,
    max_size: int,
    color: bool | None,
) -> None:
    """Lint matrices: files, folders, or - for standard input. All form one organisation."""
    severity = next(s for s in SEVERITIES if s == fail_on)
    settings = Settings(select, ignore, severity, hints, _day(today), max_size * 1024 * 1024)
    found = collect(paths or (".",), settings.max_bytes)
    try:
        linter = linting.linter(settings)
    except (BadSettings, BadPack) as bad:
        _complain(bad.faults)
        sys.exit(WRONG)
    readings = linting.read(found.inputs, settings)
    report = linter.lint(readings)
    click.echo(render(form, report, color=_wants_color(color)), nl=False, color=True)
    _complain(found.faults)
    sys.exit(_exit_code(report, found, readings, settings))


def _day(today: str | None) -> str | None:
    if today is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(today).isoformat()
    except ValueError:
        raise click.BadParameter(f'"{today}" is not a date like 2027-03-31', param_hint="--today") from None


def _exit_code(report: Report, found: Found, readings: linting.Readings, settings: Settings) -> int:
    for file in readings.without:
        click.echo(f"rolelint: {visible(file)}: no `tasks:` or `matrix:` in it", err=True)
    if found.faults:
        return WRONG
    if failing(report.findings, settings.fail_on):
        return FINDINGS
    if not report.summary.tasks and not report.findings:
        click.echo("rolelint: nothing to lint: no task was found", err=True)
        return NOTHING
    return CLEAN


def _complain(faults: tuple[str, ...] | list[str]) -> None:
    for fault in faults:
        click.echo(f"rolelint: {visible(fault)}", err=True)


def _wants_color(asked: bool | None) -> bool:
    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
