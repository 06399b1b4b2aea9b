"""`rolelint test`: the examples of packs, run with all rules on, and what no example exercises."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from rolelint.cli.output import complain
from rolelint.reporting.plain import counted, visible

if TYPE_CHECKING:
    from rolelint.testing import Outcome

FINE, MISMATCH, WRONG = 0, 1, 2


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("packs", nargs=-1, required=True, metavar="PACK…")
@click.option("--full", is_flag=True, help="Fail also where no example exercises a rule, option or phrase.")
def command(packs: tuple[str, ...], full: bool) -> None:
    """Run the examples of packs (folders, or names of installed and built-in ones) with all rules on."""
    from rolelint import linting
    from rolelint import packs as rule_packs
    from rolelint.cli.settings import from_here
    from rolelint.config import Settings
    from rolelint.packs.named import files_of
    from rolelint.testing import tried

    names = tuple(map(from_here, packs))
    try:
        known = rule_packs.used(rule_packs.shipped(whole=True), names)
        linter = linting.linter(Settings(), known)
    except rule_packs.BadPack as bad:
        complain(bad.faults)
        sys.exit(WRONG)
    asked = [*known.folders, *(name for name in names if name in known.files)]
    outcomes = {name: tried(known, linter, name, files_of(known, name)) for name in dict.fromkeys(asked)}
    for name, outcome in outcomes.items():
        _show(name, outcome)
    bad_ones = any(outcome.wrong or (full and outcome.missed) for outcome in outcomes.values())
    sys.exit(MISMATCH if bad_ones else FINE)


def _show(name: str, outcome: Outcome) -> None:
    """The mismatches, what is not exercised, and a line of numbers."""
    for line in (*outcome.wrong, *outcome.missed):
        click.echo(visible(line))
    phrases = ""
    if outcome.phrases:
        heard = outcome.phrases - outcome.missed_phrases
        phrases = f", {heard} of {counted(outcome.phrases, 'phrase')} exercised"
    said = f"{counted(outcome.rules, 'rule')}, {counted(outcome.examples, 'example')}{phrases}"
    wrong = f"{len(outcome.wrong)} not as marked" if outcome.wrong else "all as marked"
    click.echo(f"{name}: {said}: {wrong}")
