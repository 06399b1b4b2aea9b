"""`rolelint explain`: what a rule says, why, and how to satisfy it; or what speaks in a sentence."""

from __future__ import annotations

import sys

import click

from rolelint.cli.completing import one_rule
from rolelint.cli.known import WRONG, known
from rolelint.packs import BASE, Packs
from rolelint.reporting.plain import visible
from rolelint.rule import Rule


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("subject", metavar="RULE|SENTENCE", shell_complete=one_rule)
@click.option("--pack", "packs", multiple=True, metavar="PACK", help="This pack too: a folder or name.")
def command(subject: str, packs: tuple[str, ...]) -> None:
    """Explain a rule by its id, or show for any sentence in quotes what speaks for whom."""
    from rolelint.cli.pages import terminal

    found = known(packs)
    rule = found.rules.get(subject) or _by_name(subject, found)
    if rule is not None:
        for line in "\n".join(terminal(rule, found)).split("\n"):
            click.echo(visible(line))
    elif " " in subject.strip() or _near(subject, found) is None:
        _sentence(subject, found)
    else:
        _unknown(subject, found)


def _by_name(name: str, packs: Packs) -> Rule | None:
    """The rule of that name, when only one pack has it."""
    named = [r for r in packs.rules.values() if r.id.endswith(f"/{name}")]
    return named[0] if len(named) == 1 else None


def _sentence(sentence: str, packs: Packs) -> None:
    """What each border that is on says of the sentence."""
    from rolelint.packs.borders import lexicon, other_lexicons

    borders = {BASE: lexicon(packs, BASE)}
    borders |= other_lexicons(packs, [rule for rule in packs.rules.values() if packs.enabled(rule)])
    for name, border in borders.items():
        if len(borders) > 1:
            click.echo(f"{name}:")
        click.echo("\n".join(map(visible, border.explain(sentence))))


def _near(subject: str, packs: Packs) -> str | None:
    """The rule whose name is nearest to a word; a word with a slash is always meant as one, others seldom."""
    from rolelint.suggest import suggest

    names = [*packs.rules, *(identity.partition("/")[2] for identity in packs.rules)]
    if "/" in subject:
        return suggest(subject, names) or ""
    return suggest(subject, names, closeness=0.8)


def _unknown(subject: str, packs: Packs) -> None:
    near = _near(subject, packs)
    hint = f' — did you mean "{near}"?' if near else "; `rolelint rules` lists them all"
    click.echo(visible(f'rolelint: no rule is called "{subject}"{hint}'), err=True)
    sys.exit(WRONG)
