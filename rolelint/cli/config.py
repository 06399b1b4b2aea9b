"""`rolelint config`: what is in force, and where each value came from."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from rolelint.cli.settings import layers_for
from rolelint.config import BadSettings, merged
from rolelint.reporting.plain import visible


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", default=".")
def command(folder: str) -> None:
    """Print the settings in force for a folder, and who said each."""
    try:
        configuration = layers_for([str(Path(folder))], None)
    except BadSettings as bad:
        for fault in bad.faults:
            click.echo(f"rolelint: {visible(fault)}", err=True)
        sys.exit(2)
    _, origins = merged(configuration.layers, configuration.root)
    if not origins:
        click.echo("no configuration file: the defaults hold")
    for key in sorted(origins):
        value = json.dumps(origins[key].value, ensure_ascii=False)
        click.echo(visible(f"{key}: {value}  # {origins[key].said_by}"))
