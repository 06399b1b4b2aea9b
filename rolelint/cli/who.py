"""`rolelint who`: what a party holds, or who holds some work."""

from __future__ import annotations

from collections.abc import Iterator

import click

from rolelint.asking.holding import holding
from rolelint.asking.meant import offered, parties_called, parties_like, tasks_called
from rolelint.asking.reasons import held
from rolelint.cli.looking import examined, fail, linter_for
from rolelint.linting import Examined
from rolelint.reporting.plain import visible


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("who", metavar="PARTY|WORK")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--config", metavar="FILE", help="This configuration file, or `none`.")
def command(who: str, paths: tuple[str, ...], config: str | None) -> None:
    """Show what a function, role or person holds; or, given the name of a task, who holds it."""
    paths = paths or (".",)
    seen = examined(linter_for(paths, config, None), paths)
    lines = next(filter(None, _answers(seen, who)), None)
    if lines is None:
        fail(f'no party or task is called "{who}"{offered(who, _known(seen))}')
    click.echo("\n".join(visible(line) for line in lines))


def _answers(seen: Examined, who: str) -> Iterator[list[str]]:
    """What the words may mean, the likeliest first: a party, a task, a part of a party's name."""
    yield [line for f in seen.facts for line in holding(f, parties_called(f, who), seen.locate)]
    yield [line for f in seen.facts for task in tasks_called(f, who) for line in held(task, seen.locate)]
    yield [line for f in seen.facts for line in holding(f, parties_like(f, who), seen.locate)]


def _known(seen: Examined) -> list[str]:
    parties = [party for facts in seen.facts for party in facts.uses]
    tasks = [task.name for facts in seen.facts for task in facts.organisation.tasks]
    return [*(p.name for p in parties), *(p.function for p in parties if p.function), *tasks]
