"""`rolelint explain`: what a rule says, why, and how to satisfy it; or what speaks in a sentence."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator

import click

from rolelint import packs
from rolelint.cli.completing import one_rule
from rolelint.rule import Rule

_INDENT = "  "
_PLACEHOLDER = re.compile(r"(?<!`)\{(\w+)\}")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("subject", metavar="RULE|SENTENCE", shell_complete=one_rule)
def command(subject: str) -> None:
    """Explain a rule by its id, or show for any sentence in quotes what speaks for whom."""
    known = packs.shipped(whole=True)
    rule = known.rules.get(subject) or _by_name(subject, known)
    if rule is not None:
        click.echo("\n".join(_page(rule)))
    elif " " in subject.strip() or _near(subject, known) is None:
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
        yield from _wrapped(words)
    yield from _choice(rule)
    yield from _areas(rule)
    for head, examples in (("Avoid", rule.bad), ("Prefer", rule.good)):
        for example in examples:
            yield f"\n{head}"
            yield textwrap.indent(example.rstrip(), _INDENT)


def _wrapped(words: str) -> list[str]:
    """Lines of a page; what a finding fills in is shown as <name>."""
    said = _PLACEHOLDER.sub(r"<\1>", " ".join(words.split()))
    return textwrap.wrap(said, 96, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _choice(rule: Rule) -> Iterator[str]:
    """The setting that decides a contested point of the article otherwise."""
    policy = rule.options.get("policy")
    if rule.kind == "wrong-function" and policy:
        yield "\nYour choice"
        yield from _wrapped(
            f"Not every organisation agrees with the article here. Where the matrix says "
            f"`policy: {{{policy}: FUNCTION}}`, that function may own such work, and this rule is silent."
        )


def _areas(rule: Rule) -> Iterator[str]:
    """The grey areas a rule knows, each with what is usual and what should be written down."""
    for name, area in rule.options.get("areas", {}).items():
        yield f"\n{name}: {area['title']}"
        yield from _wrapped(f"usual: {area['usual']}")
        yield from _wrapped(f"write down: {area['artefact']}")


def _sentence(sentence: str, known: packs.Packs) -> None:
    from rolelint.fit.lexicon import Lexicon

    lexicon = Lexicon.build((r.id, r.kind, r.options) for r in known.rules.values())
    click.echo("\n".join(lexicon.explain(sentence)))


def _near(subject: str, known: packs.Packs) -> str | None:
    """The rule whose name is nearest to a word; a word with a slash is always meant as one."""
    from rolelint.suggest import suggest

    near = suggest(subject, [*known.rules, *(identity.partition("/")[2] for identity in known.rules)])
    return near or ("" if "/" in subject else None)


def _unknown(subject: str, known: packs.Packs) -> None:
    near = _near(subject, known)
    hint = f' — did you mean "{near}"?' if near else "; `rolelint rules` lists them all"
    click.echo(f'rolelint: no rule is called "{subject}"{hint}', err=True)
    sys.exit(2)
