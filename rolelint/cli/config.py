"""`rolelint config`: what is in force, and where each value came from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from rolelint.cli.output import complain
from rolelint.cli.settings import layers_for
from rolelint.config import BadSettings, Configured, merged
from rolelint.packs import BadPack
from rolelint.reporting.plain import visible


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("path", default=".")
@click.option("--config", metavar="FILE", help="This configuration file, or `none`.")
def command(path: str, config: str | None) -> None:
    """Print the settings in force for a file or folder, and who said each."""
    from rolelint.linting import linter

    configuration = layers_for([path], config)
    settings, origins = merged(configuration.layers, configuration.root, configuration.faults)
    try:
        linter(settings)
    except (BadSettings, BadPack) as bad:
        complain(bad.faults)
        sys.exit(2)
    for line in _lines(configuration.root, origins):
        click.echo(visible(line))


def _lines(root: str, origins: Configured) -> Iterator[str]:
    if root:
        yield f"# globs are relative to {root}"
    else:
        yield "# no configuration file: the defaults hold"
    for key, origin in sorted(origins.items()):
        yield f"{key}: {json.dumps(origin.value, ensure_ascii=False)}  # {origin.said_by}"
