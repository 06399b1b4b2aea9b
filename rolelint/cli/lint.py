"""`rolelint PATH…`: lint matrices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from rolelint.baseline import NAME as BASELINE
from rolelint.cli.quick import ids
from rolelint.cli.running import lint
from rolelint.config import PRESETS
from rolelint.finding import SEVERITIES
from rolelint.reporting import REPORTERS


def _ids(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return ids(*value)


def day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """An ISO date, or a complaint about what is none."""
    from datetime import date

    try:
        return value if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a date like 2027-03-31') from None


def _rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What a shell may complete; imported only while one asks."""
    from rolelint.cli.completing import rules

    return rules(ctx, param, incomplete)


Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def _options(*options: Decorator) -> Decorator:
    """Several options as one decorator, in the order of the help page."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


CHOOSING = _options(
    click.option(
        "--select",
        multiple=True,
        callback=_ids,
        shell_complete=_rules,
        help="Only these rules: ids, packs or globs.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=_ids,
        shell_complete=_rules,
        help="Not these rules: ids, packs or globs.",
    ),
    click.option("--preset", type=click.Choice(list(PRESETS)), help="A set of defaults."),
    click.option("--fail-on", type=click.Choice(SEVERITIES), help="The mildest severity that fails [error]."),
    click.option("--pack", "packs", multiple=True, metavar="PACK", help="This pack too: a folder or name."),
    click.option("--hints", is_flag=True, help="Also show evidence too weak to stand by."),
    click.option("--today", metavar="DATE", callback=day, help="Judge as on this day."),
    click.option("--config", type=click.Path(), metavar="FILE", help="This configuration file, or `none`."),
    click.option("--max-size", type=click.IntRange(min=1), metavar="MIB", help="The largest file read [64]."),
)
ANSWERED = _options(
    click.option(
        "--baseline", type=click.Path(), metavar="FILE", help="Be quiet about the findings in this file."
    ),
    click.option("--write-baseline", is_flag=True, help=f"Write all findings there [{BASELINE}], and pass."),
    click.option("--prune-baseline", is_flag=True, help="Take mended findings out of the baseline."),
    click.option("--since", metavar="REF", help="Only findings that this git reference did not have."),
)
FIXING = _options(
    click.option("--fix", is_flag=True, help="Mend what can be mended safely, in the files."),
    click.option("--unsafe-fixes", is_flag=True, help="Also mend what changes who holds what."),
    click.option("--diff", is_flag=True, help="Show what would be mended, and write nothing."),
)
SHOWING = _options(
    click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text", show_default=True),
    click.option(
        "--output", "outputs", multiple=True, metavar="FORMAT=FILE", help="Also write there (- is stdout)."
    ),
    click.option("--quiet", "-q", is_flag=True, help="No summary."),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule."),
    click.option(
        "--color/--no-color", default=None, help="Colours: by default where the terminal wants them."
    ),
    click.option(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="What standard input is called."
    ),
)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]…")
@CHOOSING
@ANSWERED
@FIXING
@SHOWING
def command(paths: tuple[str, ...], **flags: Any) -> None:
    """Lint matrices: files, folders, or - for standard input. All form one organisation."""
    lint(paths, flags)
