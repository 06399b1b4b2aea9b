"""`rolelint report`: the overlap report that people bring to a meeting."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path, PurePath
from typing import Any

import click

from rolelint.cli.files import Exists, write
from rolelint.cli.inputs import plainly
from rolelint.cli.lint import day
from rolelint.cli.looking import State, earlier, examined, fail, linter_for, one
from rolelint.overlap.figures import Figures
from rolelint.overlap.formats import FORMATS, NEEDS, SUFFIXES, render

STDOUT = "-"
OURS = (b"rolelint report", b"overlap.schema.json")
"""What stands near the start of a report that was made earlier: such a file is made anew unasked."""
LOOKED_AT = 2000


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="[by the name of -o, else markdown]")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.option("--against", metavar="REF|PATH", help="Say what has changed since a git reference or a file.")
@click.option("--names", is_flag=True, help="Name people; otherwise they are numbers with their roles.")
@click.option("--organisation", metavar="NAME", help="Which one, where the paths hold several.")
@click.option("--force", is_flag=True, help="Replace the output file, whatever it is.")
@click.option("--config", metavar="FILE", help="This configuration file, or `none`.")
@click.option("--today", metavar="DATE", callback=day, help="As on this day.")
def command(paths: tuple[str, ...], **flags: Any) -> None:
    """Make the overlap report: HTML to look at together, or the same as a table, a picture or data."""
    form, output = _form(flags["form"], flags["output"]), flags["output"]
    figures = _figures(paths or (".",), flags)
    try:
        made = render(form, figures)
    except ImportError:
        library, wanted = NEEDS[form]
        fail(f"{form} needs {library}: pip install {wanted}")
    if flags["names"]:
        click.echo("rolelint: this report names people; mind who gets it", err=True)
    _out(made, output, force=flags["force"])


def _form(form: str | None, output: str | None) -> str:
    if form is None and output is not None and output != STDOUT:
        suffix = PurePath(output).suffix
        form = SUFFIXES.get(suffix.lower())
        if form is None:
            fail(f"{output}: say the format with --format, or with one of {', '.join(SUFFIXES)}")
    return form or "markdown"


def _figures(paths: tuple[str, ...], flags: dict[str, Any]) -> Figures:
    from rolelint.overlap.measure import Asked, figures, overlapping, with_trend

    linter = linter_for(paths, flags["config"], flags["today"])
    now = one(linter, examined(linter, paths), flags["organisation"])
    asked = Asked(_again(), flags["names"])
    made = figures(now.examined, now.facts, linter.rules, asked)
    if flags["against"] is None:
        return made
    was = _before(now, paths, flags["against"])
    before = figures(was.examined, was.facts, linter.rules, asked)
    found = (
        overlapping(was.examined, was.facts, linter.rules),
        overlapping(now.examined, now.facts, linter.rules),
    )
    return with_trend(made, before, flags["against"], (was.facts, now.facts), found)


def _before(now: State, paths: tuple[str, ...], what: str) -> State:
    """The same organisation earlier: by its name where there are several."""
    seen = earlier(now.linter, paths, what)
    named = [f for f in seen.facts if f.organisation.name == now.facts.organisation.name]
    return State(now.linter, seen, named[0]) if named else one(now.linter, seen, None)


def _again() -> str:
    """The command that makes this report again."""
    return shlex.join(["rolelint", *sys.argv[1:]]) if sys.argv[1:2] == ["report"] else "rolelint report"


def _out(made: str | bytes, output: str | None, *, force: bool) -> None:
    if output is None or output == STDOUT:
        click.echo(made if isinstance(made, bytes) else made.encode("utf-8"), nl=False)
        return
    try:
        write(output, made, replace=force or _is_ours(Path(output)))
    except Exists as exists:
        fail(str(exists))
    except OSError as error:
        fail(f"{output}: {plainly(error)}")
    click.echo(f"rolelint: {output} written", err=True)


def _is_ours(path: Path) -> bool:
    """Whether a file is a report that was made earlier."""
    try:
        with path.open("rb") as file:
            head = file.read(LOOKED_AT)
    except OSError:
        return False
    return any(mark in head for mark in OURS)
