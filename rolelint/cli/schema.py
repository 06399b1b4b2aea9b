"""`rolelint schema`: print a schema, for editors."""

from __future__ import annotations

import click

from rolelint import bundled

NAMES = ("organisation", "config", "rule", "pack", "report", "overlap")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", type=click.Choice(NAMES), default="organisation")
def command(name: str) -> None:
    """Print a JSON Schema: of the matrix (default), the configuration, a rule, a pack or the JSON reports."""
    path = bundled.folder("schemas") / f"{name}.schema.json"
    click.echo(path.read_text("utf-8"), nl=False)
