"""`rolelint why`: who holds a task, what speaks for whom in it, and every finding on it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from rolelint.asking.meant import offered, tasks_called
from rolelint.asking.reasons import reasons
from rolelint.cli.lint import day
from rolelint.cli.looking import examined, fail, linter_for
from rolelint.facts import Facts
from rolelint.finding import Finding
from rolelint.linting import Examined
from rolelint.organisation.model import Task
from rolelint.overlap.rows import Rows
from rolelint.reporting.plain import visible


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("task", metavar="TASK")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--config", metavar="FILE", help="This configuration file, or `none`.")
@click.option("--today", metavar="DATE", callback=day, help="As on this day.")
def command(task: str, paths: tuple[str, ...], config: str | None, today: str | None) -> None:
    """Show who holds a task, what speaks for whom, and everything that was found on it."""
    paths = paths or (".",)
    seen = examined(linter_for(paths, config, today), paths)
    lines = [line for facts in seen.facts for line in _all(seen, facts, tasks_called(facts, task))]
    if not lines:
        known = [each.name for facts in seen.facts for each in facts.organisation.tasks]
        fail(f'no task is called "{task}"{offered(task, known)}')
    click.echo("\n".join(visible(line) for line in lines[:-1]))


def _all(seen: Examined, facts: Facts, tasks: list[Task]) -> Iterator[str]:
    rows = Rows(facts.organisation.tasks, seen.locate) if tasks else None
    for task in tasks:
        if rows is not None:
            number = facts.organisation.tasks.index(task)
            yield from reasons(
                facts,
                task,
                _on(rows, number, seen.report.findings),
                _on(rows, number, [answered.finding for answered in seen.answered]),
                seen.locate,
            )
            yield ""


def _on(rows: Rows, number: int, findings: tuple[Finding, ...] | list[Finding]) -> list[Finding]:
    """The findings that speak of a row."""
    return [finding for finding in findings if number in rows.of(finding)]
