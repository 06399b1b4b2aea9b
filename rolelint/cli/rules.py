"""`rolelint rules`: every rule, a line each, or the pages of `docs/rules/`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rolelint.cli.completing import rules
from rolelint.cli.known import WRONG, known
from rolelint.config import matches
from rolelint.packs import Packs
from rolelint.reporting.plain import counted, visible


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("patterns", nargs=-1, metavar="[RULE|PACK|GLOB]…", shell_complete=rules)
@click.option("--pack", "packs", multiple=True, metavar="PACK", help="This pack too: a folder or name.")
@click.option("--write-docs", metavar="FOLDER", help="Write a page for each rule into this folder.")
def command(patterns: tuple[str, ...], packs: tuple[str, ...], write_docs: str | None) -> None:
    """List the rules: severity, id and what each is about."""
    found = known(packs)
    if write_docs is not None:
        _write(found, Path(write_docs))
        return
    patterns = patterns or tuple(Path(pack).resolve().name for pack in packs)
    chosen = [r for r in found.rules.values() if not patterns or any(matches(r.id, p) for p in patterns)]
    if not chosen:
        click.echo(f"rolelint: no rule is called {' or '.join(patterns)}", err=True)
        sys.exit(WRONG)
    widest = max(len(r.id) for r in chosen)
    for rule in chosen:
        off = "" if found.enabled(rule) else " (off by default)"
        click.echo(visible(f"{rule.severity:<8} {rule.id:<{widest}}  {rule.title}{off}"))


def _write(packs: Packs, folder: Path) -> None:
    """Write all pages anew, and take away those of rules that are gone."""
    from rolelint.cli.files import write
    from rolelint.cli.inputs import plainly
    from rolelint.cli.output import complain
    from rolelint.cli.pages import GENERATED, pages

    wanted = pages(packs)
    try:
        for path, text in wanted.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write(folder / path, text, replace=True)
        for old in folder.rglob("*.md"):
            if old.relative_to(folder) not in wanted and old.read_text("utf-8").startswith(GENERATED):
                old.unlink()
    except OSError as error:
        complain([f"{folder}: {plainly(error)}"])
        sys.exit(WRONG)
    click.echo(f"{counted(len(wanted), 'page')} in {folder}")
