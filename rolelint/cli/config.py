"""`rolelint config`: what is in force, and where each value came from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from rolelint.cli.output import complain
from rolelint.cli.settings import layers_for
from rolelint.config import BadSettings, Configured, Origin, defaults, merged
from rolelint.packs import BadPack
from rolelint.quoting import scalar
from rolelint.reporting.plain import visible

DEFAULT = "default"


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


def _lines(root: str, said: Configured) -> Iterator[str]:
    """A configuration file that says what is in force, with whoever said it behind each line."""
    if root:
        yield f"# globs are relative to {root}"
    else:
        yield "# no configuration file: the defaults hold"
    origins = {key: Origin(value, DEFAULT) for key, value in defaults().items()} | dict(said)
    for key, origin in sorted(origins.items()):
        value = [origin.value] if origin.entries and isinstance(origin.value, str) else origin.value
        if value and origin.entries:
            yield f"{key}:"
            yield from _entries(value, origin)
        else:
            yield f"{key}: {_written(value)}  # {origin.said_by}"


def _entries(value: Any, origin: Origin) -> Iterator[str]:
    for name in value:
        entry = (
            f"{_written(name)}: {_written(value[name])}" if isinstance(value, dict) else f"- {_written(name)}"
        )
        yield f"  {entry}  # {origin.entries[name]}"


def _written(value: Any) -> str:
    """The value as YAML on one line."""
    return scalar(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
