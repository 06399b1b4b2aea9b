"""`rolelint diff`: what has changed between two states of an organisation."""

from __future__ import annotations

import json
import os.path
import sys
from collections.abc import Iterator
from typing import Any

import click

from rolelint.cli.lint import day
from rolelint.cli.looking import State, earlier, examined, linter_for, one
from rolelint.comparing import Changes, compare
from rolelint.overlap.formats.data import changes_data
from rolelint.overlap.formats.summary import changed
from rolelint.overlap.measure import overlapping
from rolelint.reporting.plain import counted, visible
from rolelint.similar import Wording

CHANGED = 1


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True
)
@click.option("--exit-code", is_flag=True, help="Leave with 1 where anything has changed.")
@click.option("--organisation", metavar="NAME", help="Which one, where there are several.")
@click.option("--config", metavar="FILE", help="This configuration file, or `none`.")
@click.option("--today", metavar="DATE", callback=day, help="As on this day.")
def command(old: str, new: str | None, paths: tuple[str, ...], **flags: Any) -> None:
    """Compare two states: files, folders or git references (of PATH, by default the current folder).

    Without NEW, the files as they are now.
    """
    paths = paths or (
        (new,) if new is not None and not os.path.exists(old) and os.path.exists(new) else (".",)
    )
    linter = linter_for(paths, flags["config"], flags["today"])
    now = one(
        linter, examined(linter, paths) if new is None else earlier(linter, paths, new), flags["organisation"]
    )
    was = one(linter, earlier(linter, paths, old), flags["organisation"])
    changes = between(was, now)
    tasks = len(was.facts.organisation.tasks), len(now.facts.organisation.tasks)
    click.echo("\n".join(_FORMS[flags["form"]](changes, tasks)))
    sys.exit(CHANGED if flags["exit_code"] and changes.any else 0)


def between(was: State, now: State) -> Changes:
    """What has changed from one state to the other."""
    found = tuple(overlapping(s.examined, s.facts, s.linter.rules) for s in (was, now))
    return compare(
        was.facts.organisation, now.facts.organisation, Wording(now.facts.packs), (found[0], found[1])
    )


def _text(changes: Changes, tasks: tuple[int, int]) -> Iterator[str]:
    yield f"{counted(tasks[0], 'task')} before, {tasks[1]} now"
    if not changes.any:
        yield "nothing has changed"
    for head, lines in _parts(changes):
        if lines:
            yield f"{head} ({len(lines)})"
            yield from (f"  {visible(line)}" for line in lines)


def _parts(changes: Changes) -> Iterator[tuple[str, list[str]]]:
    yield "added", list(changes.added)
    yield "removed", list(changes.removed)
    yield "renamed", [f"{each.before} → {each.after}" for each in changes.renamed]
    yield "reassigned", [f"{each.name}: {each.said()}" for each in changes.reassigned]
    yield "overlaps resolved", list(changes.resolved)
    yield "new overlaps", list(changes.new)


def _markdown(changes: Changes, tasks: tuple[int, int]) -> Iterator[str]:
    yield f"### What has changed: {counted(tasks[0], 'task')} before, {tasks[1]} now"
    yield ""
    yield from changed(changes) if changes.any else ["Nothing has changed."]


def _json(changes: Changes, tasks: tuple[int, int]) -> Iterator[str]:
    data = {"tasks": {"before": tasks[0], "now": tasks[1]}, "changes": changes_data(changes)}
    yield json.dumps(data, ensure_ascii=True, indent=2)


_FORMS = {"text": _text, "markdown": _markdown, "json": _json}
