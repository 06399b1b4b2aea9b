"""`rolelint export`: the matrix as a table for those who do not read YAML."""

from __future__ import annotations

import sys
from pathlib import PurePath

import click

from rolelint.cli.files import Exists, write
from rolelint.cli.inputs import plainly
from rolelint.reporting.plain import visible

STDOUT = "-"
SUFFIXES = {".csv": "csv", ".xlsx": "xlsx", ".md": "markdown", ".markdown": "markdown"}
WRONG, NOTHING = 2, 3


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "markdown"]), help="[by the name of -o, else csv]"
)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.option("--force", is_flag=True, help="Replace the output file if there is one.")
@click.option("--config", metavar="FILE", help="This configuration file, or `none`.")
def command(
    paths: tuple[str, ...], form: str | None, output: str | None, force: bool, config: str | None
) -> None:
    """Write the matrices as one table: CSV, XLSX or Markdown. `rolelint import` reads it again."""
    try:
        text = _rendered(paths or (".",), _form(form, output), config)
        if output is None or output == STDOUT:
            click.echo(text if isinstance(text, bytes) else text.encode("utf-8"), nl=False)
        else:
            write(output, text, replace=force)
    except Exists as exists:
        _fail(str(exists))
    except ImportError:
        _fail("writing .xlsx needs openpyxl: pip install 'rolelint[xlsx]', or write CSV")
    except OSError as error:
        _fail(f"{output}: {plainly(error)}")


def _form(form: str | None, output: str | None) -> str:
    if form is None and output is not None:
        form = SUFFIXES.get(PurePath(output).suffix.lower())
    return form or "csv"


def _rendered(paths: tuple[str, ...], form: str, config: str | None) -> str | bytes:
    from rolelint import linting
    from rolelint.cli.inputs import collect
    from rolelint.cli.settings import settings_for
    from rolelint.config import BadSettings
    from rolelint.exporting import EXPORTERS, sheet
    from rolelint.packs import BadPack

    try:
        settings = settings_for(list(paths), config, {})
        linter = linting.linter(settings)
    except (BadSettings, BadPack) as bad:
        _fail("; ".join(bad.faults))
    found = collect(paths, settings)
    readings = linting.read(found.inputs, settings)
    faults = [*found.faults, *readings.refused]
    for fault in faults:
        click.echo(f"rolelint: {visible(fault)}", err=True)
    organisations = linter.organisations(readings)
    if not any(organisation.tasks for organisation in organisations):
        click.echo("rolelint: no task found to export", err=True)
        sys.exit(WRONG if faults else NOTHING)
    if len(organisations) > 1:
        _fail("the paths hold several organisations; export them one by one")
    return EXPORTERS[form](sheet(organisations[0]))


def _fail(message: str) -> None:
    click.echo(f"rolelint: {visible(message)}", err=True)
    sys.exit(WRONG)
