"""`rolelint rules`: every rule, a line each."""

from __future__ import annotations

import sys

import click

from rolelint import packs
from rolelint.cli.completing import rules
from rolelint.config import matches


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("patterns", nargs=-1, metavar="[RULE|PACK|GLOB]…", shell_complete=rules)
def command(patterns: tuple[str, ...]) -> None:
    """List the rules: severity, id and what each is about."""
    try:
        known = packs.shipped(whole=True).rules
    except packs.BadPack as bad:
        click.echo(f"rolelint: {bad}", err=True)
        sys.exit(2)
    chosen = [r for r in known.values() if not patterns or any(matches(r.id, p) for p in patterns)]
    if not chosen:
        click.echo(f"rolelint: no rule is called {' or '.join(patterns)}", err=True)
        sys.exit(2)
    widest = max(len(r.id) for r in chosen)
    for rule in chosen:
        off = "" if rule.enabled else " (off by default)"
        click.echo(f"{rule.severity:<8} {rule.id:<{widest}}  {rule.title}{off}")
