"""What a shell may complete: ids of rules and packs, several with commas between them."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from rolelint import packs


def rules(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The packs and rules that begin like the last of the ids being typed."""
    before, comma, last = incomplete.rpartition(",")
    known = packs.shipped().rules
    titles = {rule.pack: f"all of {rule.pack}" for rule in known.values()}
    titles |= {rule.id: rule.title for rule in known.values()}
    return [
        CompletionItem(before + comma + identity, help=titles[identity])
        for identity in sorted(titles)
        if identity.startswith(last)
    ]


def one_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules that begin so."""
    return [item for item in rules(ctx, param, incomplete) if "/" in str(item.value)]
