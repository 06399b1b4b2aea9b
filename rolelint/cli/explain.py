"""`rolelint explain`: what a rule says, why, and how to satisfy it; or what speaks in a sentence."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator

import click

from rolelint import packs
from rolelint.rule import Rule

_INDENT = "  "


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("subject", metavar="RULE|SENTENCE")
def command(subject: str) -> None:
    """Explain a rule by its id, or show for any sentence in quotes what speaks for whom."""
    known = packs.shipped(whole=True)
    rule = known.rules.get(subject) or _by_name(subject, known)
    if rule is not None:
        click.echo("\n".join(_page(rule)))
    elif " " in subject.strip():
        _sentence(subject, known)
    else:
        _unknown(subject, known)


def _by_name(name: str, known: packs.Packs) -> Rule | None:
    """The rule of that name, when only one pack has it."""
    named = [r for r in known.rules.values() if r.id.endswith(f"/{name}")]
    return named[0] if len(named) == 1 else None


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    off = "" if rule.enabled else ", off by default (turn it on with --select)"
    dimension = f", dimension: {rule.dimension}" if rule.dimension else ""
    yield f"{_INDENT}at most {rule.severity}{off}{dimension}"
    for head, words in (("Why", rule.why), ("What to do", rule.help), ("Source", rule.source)):
        yield f"\n{head}"
        yield from textwrap.wrap(
            " ".join(words.split()), 96, initial_indent=_INDENT, subsequent_indent=_INDENT
        )
    for head, examples in (("Avoid", rule.bad), ("Prefer", rule.good)):
        for example in examples:
            yield f"\n{head}"
            yield textwrap.indent(example.rstrip(), _INDENT)


def _sentence(sentence: str, known: packs.Packs) -> None:
    from rolelint.fit.lexicon import Lexicon

    lexicon = Lexicon.build((r.id, r.kind, r.options) for r in known.rules.values())
    click.echo("\n".join(lexicon.explain(sentence)))


def _unknown(subject: str, known: packs.Packs) -> None:
    from rolelint.suggest import suggest

    near = suggest(subject, [*known.rules, *(r.id.partition("/")[2] for r in known.rules.values())])
    hint = f' — did you mean "{near}"?' if near else "; `rolelint rules` lists them all"
    click.echo(f'rolelint: no rule is called "{subject}"{hint}', err=True)
    sys.exit(2)
