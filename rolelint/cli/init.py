"""`rolelint init`: a first matrix, the configuration, and the file that runs rolelint on every change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, TypeVar

import click

from rolelint.cli.files import Exists, write
from rolelint.cli.inputs import plainly

Answer = TypeVar("Answer", str, int)

SCHEMA = "https://rolelint.org/schemas/organisation.schema.json"
CONFIG_SCHEMA = "https://rolelint.org/schemas/config.schema.json"
WRONG = 2
RUNS = ("none", "pre-commit", "github")
SUGGESTED = "sales, marketing"

MATRIX = """\
# yaml-language-server: $schema={schema}
# Who does what. Try it: rolelint {file}
org: {{headcount: {headcount}}}

tasks:
  # work: who owns it. An empty value means that nobody does yet.
  Close new-business deals: {first}
  Plan campaigns for the year: {second}
  # When several have a part: A answers for it (one only), R does it, C is asked before, I is told after.
  Qualify inbound leads:
    A: {first}
    R: {first}
    C: {second}
    handoff: {{from: {second}, to: {first}, when: lead asks for a demo, within: 24h}}
  Set list prices:
"""
CONFIG = """\
# yaml-language-server: $schema={schema}
# What rolelint is asked for here. `rolelint rules` lists the rules, `rolelint config` shows what is in force.
include: [{file}]
fail-on: error
"""
PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: rolelint
        name: rolelint
        entry: rolelint
        language: python
        additional_dependencies: [rolelint]
        files: \\.ya?ml$
        pass_filenames: false
"""
GITHUB = """\
name: rolelint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  rolelint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install rolelint
      - run: rolelint --format github
"""
CHECKS = {
    "pre-commit": (".pre-commit-config.yaml", PRE_COMMIT),
    "github": (".github/workflows/rolelint.yml", GITHUB),
}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", default=".", type=click.Path(file_okay=False))
@click.option("--headcount", type=click.IntRange(min=1), help="How many people work there.")
@click.option("--functions", metavar="A,B", help="The two functions whose work meets [sales, marketing].")
@click.option("--run", type=click.Choice(RUNS), help="What runs rolelint on every change [none].")
@click.option("--file", default="org.yaml", show_default=True, help="The name of the matrix.")
def command(folder: str, headcount: int | None, functions: str | None, run: str | None, file: str) -> None:
    """Write a commented first matrix, .rolelint.yaml, and a hook or CI file if you want one.

    In a terminal three questions are asked; flags answer them beforehand. No file is ever replaced.
    """
    headcount = headcount or _ask("How many people work there", 30, click.IntRange(1))
    functions = functions or _ask("Two functions whose work meets", SUGGESTED, click.STRING)
    run = run or _ask("What runs rolelint on every change", "none", click.Choice(RUNS))
    first, second = _two(functions)
    planned = _planned(file, headcount, first, second, run)
    _write(Path(folder), planned)
    click.echo(f"Next: rolelint {Path(folder) / file}")


def asked() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _ask(question: str, default: Answer, kind: click.ParamType[Any]) -> Answer:
    """The answer given in a terminal; elsewhere the default."""
    if not asked():
        return default
    answer: Answer = click.prompt(question, type=kind, default=default)
    return answer


def _two(functions: str) -> tuple[str, str]:
    names = [" ".join(name.split()) for name in functions.split(",") if name.strip()]
    if len(names) != 2:
        raise click.BadParameter("give two names with a comma between", param_hint="--functions")
    return names[0], names[1]


def _planned(file: str, headcount: int, first: str, second: str, run: str) -> dict[str, str]:
    """Path below the folder -> text."""
    from rolelint.quoting import scalar

    matrix = MATRIX.format(
        schema=SCHEMA, file=file, headcount=headcount, first=scalar(first), second=scalar(second)
    )
    planned = {file: matrix, ".rolelint.yaml": CONFIG.format(schema=CONFIG_SCHEMA, file=scalar(file))}
    if run in CHECKS:
        name, text = CHECKS[run]
        planned[name] = text
    return planned


def _write(folder: Path, planned: dict[str, str]) -> None:
    """All files or none: what stands already is named, and nothing is written."""
    there = [name for name in planned if (folder / name).exists()]
    if there:
        click.echo(f"rolelint: not replaced: {', '.join(str(folder / name) for name in there)}", err=True)
        sys.exit(WRONG)
    try:
        for name, text in planned.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write(folder / name, text)
            click.echo(f"wrote {folder / name}")
    except (OSError, Exists) as error:
        why = str(error) if isinstance(error, Exists) else f"{folder}: {plainly(error)}"
        click.echo(f"rolelint: {why}", err=True)
        sys.exit(WRONG)
