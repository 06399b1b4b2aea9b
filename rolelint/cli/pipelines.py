"""What pipelines need of a report: files named from the repository's root, and GitHub's job summary."""

from __future__ import annotations

import os

from rolelint.cli.inputs import plainly
from rolelint.cli.output import complain
from rolelint.finding import Report
from rolelint.reporting import render
from rolelint.reporting.markdown import shortened
from rolelint.reporting.seen import renamed

ROOTS = {"github": "GITHUB_WORKSPACE", "sarif": "GITHUB_WORKSPACE", "gitlab": "CI_PROJECT_DIR"}
"""Format -> the variable that says where its reader sees files from; elsewhere that is this folder."""

ROOM = 1_000_000
"""Bytes: GitHub drops a job summary of more than a mebibyte."""


def seen(report: Report) -> Report:
    """The report with files named from the root of the checkout, with slashes."""
    given = next((value for name in ROOTS.values() if (value := os.environ.get(name))), "")
    here = os.path.realpath(os.getcwd())
    root = os.path.realpath(given) if given and _inside(here, os.path.realpath(given)) else here
    return renamed(report, lambda file: _from(root, file))


def _from(root: str, file: str) -> str:
    if not os.path.lexists(file):  # standard input, whatever it is called
        return file.replace(os.sep, "/").removeprefix("./")
    folder, name = os.path.split(os.path.abspath(file))
    whole = os.path.join(os.path.realpath(folder), name)
    return (os.path.relpath(whole, root) if _inside(whole, root) else whole).replace(os.sep, "/")


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def summarise(report: Report, file: str) -> None:
    """Add the report as a page to a job's summary; GitHub shows only ten annotations of a kind."""
    try:
        with open(file, "a", encoding="utf-8") as summary:
            summary.write(shortened(render("markdown", seen(report)), ROOM))
    except OSError as error:
        complain([f"GITHUB_STEP_SUMMARY: {file}: {plainly(error)}"])
