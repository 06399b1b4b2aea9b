"""`rolelint import`: spreadsheets, tables of pages and other tools' files -> a matrix."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from rolelint.cli.files import Exists, write
from rolelint.cli.inputs import TooLarge, content, piped, plainly
from rolelint.reporting.plain import counted, visible

if TYPE_CHECKING:
    from rolelint.importing import Options, Reading
    from rolelint.importing.mapping import Map

STDIN = "-"
FORMATS = ("csv", "xlsx", "markdown", "html", "json", "yaml", "codeowners")
DONE, WRONG, NOTHING = 0, 2, 3
LARGEST_MAP = 1_000_000
"""Bytes of the largest map that is read."""

SHOWN = 40
"""Unsure cells listed for one file; the rest are counted."""


@click.command(name="import", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.option("--force", is_flag=True, help="Replace the output file if there is one.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="The format of the input [guessed].")
@click.option("--sheet", metavar="NAME", help="Only this sheet of a workbook [all].")
@click.option("--delimiter", metavar="C", help="What stands between the cells of a CSV file [guessed].")
@click.option("--map", "map_file", metavar="FILE", help="What columns, keys and letters mean, as YAML.")
@click.option("--quiet", "-q", is_flag=True, help="No summary.")
def command(files: tuple[str, ...], output: str | None, **flags: object) -> None:
    """Turn tables into a matrix that you can keep: CSV, XLSX, Markdown, HTML, JSON, YAML, CODEOWNERS.

    FILE may be - for standard input. What was not sure is said on standard error, and marked by a comment.
    """
    from rolelint.importing import Refused, to_yaml

    try:
        readings = _readings(files, flags)
        _say(readings, quiet=bool(flags["quiet"]))
        if not any(reading.matrices for reading in readings):
            sys.exit(NOTHING)
        _put(to_yaml([r for r in readings if r.matrices]), output, force=bool(flags["force"]))
    except (Refused, Exists) as refused:
        _fail([str(refused)])
    except OSError as error:
        _fail([f"{output}: {plainly(error)}"])


def _fail(messages: Sequence[str]) -> None:
    for message in messages:
        click.echo(f"rolelint: {visible(message)}", err=True)
    sys.exit(WRONG)


def _readings(files: Sequence[str], flags: dict[str, object]) -> list[Reading]:
    """What is read of each file. All that cannot be read is said at once, and then nothing is written."""
    from rolelint.importing import Refused, read

    options = _options(flags)
    found: list[Reading] = []
    faults: list[str] = []
    for file in files:
        try:
            raw = piped(options.max_bytes) if file == STDIN else content(file, options.max_bytes)
            found.append(read("<stdin>" if file == STDIN else file, raw, options))
        except (Refused, TooLarge) as refused:
            faults.append(f"{file}: {refused}")
        except (OSError, ValueError) as error:
            faults.append(f"{file}: {plainly(error)}")
    if faults:
        _fail(faults)
    return found


def _options(flags: dict[str, object]) -> Options:
    from rolelint.importing import Options, Refused

    form, sheet, delimiter = flags["form"], flags["sheet"], flags["delimiter"]
    if delimiter is not None:
        delimiter = {"\\t": "\t", "tab": "\t"}.get(str(delimiter), str(delimiter))
        if len(delimiter) != 1:
            raise Refused("--delimiter takes one character, or `tab`")
    return Options(
        format=None if form is None else str(form),
        sheet=None if sheet is None else str(sheet),
        delimiter=None if delimiter is None else str(delimiter),
        map=_map(str(flags["map_file"])) if flags["map_file"] else None,
    )


def _map(file: str) -> Map:
    from rolelint import source
    from rolelint.importing import Refused
    from rolelint.importing.mapping import map_of

    try:
        reading = source.read(file, content(file, LARGEST_MAP), first=0)
    except (TooLarge, OSError, ValueError) as error:
        raise Refused(f"{file}: {error if isinstance(error, TooLarge) else plainly(error)}") from None
    if reading.problems or not reading.documents:
        raise Refused(f"{file}: {reading.problems[0].message if reading.problems else 'the map is empty'}")
    try:
        return map_of(reading.documents[0].data)
    except Refused as refused:
        raise Refused(f"{file}: {refused}") from None


def _put(text: str, output: str | None, *, force: bool) -> None:
    if output is None or output == STDIN:
        click.echo(text.encode("utf-8"), nl=False)
    else:
        write(output, text, replace=force)


def _say(readings: Sequence[Reading], *, quiet: bool) -> None:
    """What was read, what was not sure, and the count."""
    for reading in readings:
        if not reading.matrices:
            why = f": {reading.remarks[0]}" if reading.remarks else ""
            _line(f"{reading.file}: no matrix found ({counted(reading.read, 'cell')} looked at){why}")
        elif not quiet:
            for line in _summary(reading):
                _line(line)


def _summary(reading: Reading) -> Iterator[str]:
    tasks = sum(1 for _ in reading.rows())
    yield f"{reading.file}: {tasks} tasks, {len(reading.parties())} parties"
    yield f"  {reading.read} cells read = {reading.written} written + {reading.reported} reported below"
    yield from (f"  {remark}" for remark in reading.remarks)
    for doubt in reading.doubts[:SHOWN]:
        kind = "left out" if doubt.lost else "not sure"
        yield f"  {reading.file}:{doubt.place()}: {kind}: {doubt.message}"
    if len(reading.doubts) > SHOWN:
        yield f"  … and {len(reading.doubts) - SHOWN} more of the kind"


def _line(text: str) -> None:
    click.echo(visible(text), err=True)
