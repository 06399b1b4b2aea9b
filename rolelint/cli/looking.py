"""Paths -> what was found in them, for the commands that look at an organisation and fail nothing."""

from __future__ import annotations

import os.path
import sys
import time
from collections.abc import Sequence
from typing import NoReturn

import click

from rolelint import linting
from rolelint.cli import answers
from rolelint.cli.inputs import collect
from rolelint.cli.settings import settings_for
from rolelint.config import BadSettings
from rolelint.facts import Facts
from rolelint.history import NoHistory
from rolelint.organisation import Organisation
from rolelint.packs import BadPack
from rolelint.records import NamedTuple
from rolelint.reporting.plain import visible
from rolelint.suggest import suggest

WRONG, NOTHING = 2, 3


class State(NamedTuple):
    """An organisation as it stands, or stood, somewhere."""

    linter: linting.Linter
    examined: linting.Examined
    facts: Facts


def linter_for(paths: Sequence[str], config: str | None, today: str | None) -> linting.Linter:
    """The linter that these paths ask for; leaves with what is wrong with the configuration."""
    try:
        settings = settings_for(list(paths), config, {"today": today})
        return linting.linter(settings._replace(today=settings.today or time.strftime("%Y-%m-%d")))
    except (BadSettings, BadPack) as bad:
        fail(*bad.faults)


def examined(linter: linting.Linter, paths: Sequence[str]) -> linting.Examined:
    """What is found in files and folders; leaves where a file cannot be read or there is no task."""
    found = collect(paths, linter.settings)
    readings = linting.read(found.inputs, linter.settings)
    if found.faults or readings.refused:
        fail(*found.faults, *readings.refused)
    return _with_tasks(linter.examine(readings))


def earlier(linter: linting.Linter, paths: Sequence[str], what: str) -> linting.Examined:
    """What is found in a file or folder, or in the same paths at a git reference."""
    if os.path.exists(what):
        return examined(linter, [what])
    try:
        inputs = answers.inputs_at(list(paths), what, linter.settings)
    except NoHistory as error:
        fail(f"{what}: neither a file nor a state of this repository: {error}")
    return linter.examine(linting.read(inputs, linter.settings))


def _with_tasks(seen: linting.Examined) -> linting.Examined:
    if not seen.report.summary.tasks:
        click.echo("rolelint: no task was found; `rolelint PATH` says what stands in the way", err=True)
        sys.exit(NOTHING)
    return seen


def one(linter: linting.Linter, seen: linting.Examined, name: str | None) -> State:
    """The one organisation, or the one of that name; leaves with all names where that is not clear."""
    having = [facts for facts in seen.facts if facts.organisation.tasks]
    named = {facts.organisation.name or "": facts for facts in having}
    if name is not None:
        if name not in named:
            near = suggest(name, named)
            fail(f'no organisation is called "{name}"' + (f' — did you mean "{near}"?' if near else ""))
        return State(linter, seen, named[name])
    if len(having) > 1:
        called = ", ".join(f'"{each}"' if each else "one without a name" for each in named)
        fail(f"the paths hold several organisations ({called}); name one with --organisation")
    return State(
        linter,
        seen,
        having[0] if having else Facts(Organisation(tasks=()), linter.lexicon, None, linter.packs),
    )


def fail(*faults: str) -> NoReturn:
    """Say what is wrong, a line each, and leave."""
    for fault in faults:
        click.echo(f"rolelint: {visible(fault)}", err=True)
    sys.exit(WRONG)
