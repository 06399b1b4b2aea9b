"""Where reports go: standard output and files; and what is said beside them on standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from rolelint.config import BadSettings
from rolelint.finding import Report
from rolelint.reporting import REPORTERS, render
from rolelint.reporting.plain import visible

STDOUT = "-"


class Impossible(Exception):
    """What was asked for cannot be done; the message says why."""


class Sink(NamedTuple):
    """A format and the file it goes to; `-` is standard output."""

    form: str
    file: str


def sinks(form: str, outputs: Sequence[str]) -> list[Sink]:
    """Where which format goes; with `--output` given, `--format` alone prints nothing."""
    chosen = [_sink(text) for text in outputs] or [Sink(form, STDOUT)]
    if sum(sink.file == STDOUT for sink in chosen) > 1:
        raise BadSettings(["--output: only one format can go to standard output"])
    return chosen


def _sink(text: str) -> Sink:
    form, equals, file = text.partition("=")
    if form not in REPORTERS or (equals and not file):
        raise BadSettings([f'--output: "{text}" is not FORMAT=FILE with a format of {", ".join(REPORTERS)}'])
    return Sink(form, file or STDOUT)


def show(report: Report, chosen: Iterable[Sink], flags: Mapping[str, Any]) -> None:
    """Write the report everywhere it was asked for; a report's own file is made anew each run."""
    for sink in chosen:
        if sink.file == STDOUT:
            text = render(sink.form, report, color=wants_color(flags["color"]), quiet=flags["quiet"])
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            _to_file(sink, report)
    if flags["statistics"]:
        _statistics(report, machine=any(s.file == STDOUT and s.form != "text" for s in chosen))


def _to_file(sink: Sink, report: Report) -> None:
    from rolelint.cli.files import write
    from rolelint.cli.inputs import plainly

    try:
        write(sink.file, render(sink.form, report), replace=True)
    except OSError as error:
        raise Impossible(f"--output: {sink.file}: {plainly(error)}") from None


def _statistics(report: Report, *, machine: bool) -> None:
    """How often each rule spoke, most often first; beside machine formats on standard error."""
    counts = Counter((finding.rule, finding.severity) for finding in report.findings)
    for (rule, severity), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{number:>6}  {severity:<8} {rule}", file=sys.stderr if machine else sys.stdout)


def complain(faults: Iterable[str]) -> None:
    """Say on standard error what is wrong, a line each."""
    for fault in faults:
        say(f"rolelint: {visible(fault)}")


def say(line: str) -> None:
    """A line on standard error, beside whatever goes to standard output."""
    print(line, file=sys.stderr)


def wants_color(asked: bool | None) -> bool:
    """Whether to colour: as asked, else as NO_COLOR, FORCE_COLOR and the terminal say."""
    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
