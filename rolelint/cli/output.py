"""Where reports go: standard output and files; and what is said beside them on standard error."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rolelint.config import BadSettings
from rolelint.finding import Report
from rolelint.records import NamedTuple
from rolelint.reporting import REPORTERS, render
from rolelint.reporting.plain import visible

STDOUT = "-"
READ_BY_PEOPLE = ("text", "concise")
"""Formats in the console's own encoding; all others are UTF-8, whatever the console has."""


class Impossible(Exception):
    """What was asked for cannot be done; the message says why."""


class Sink(NamedTuple):
    """A format and the file it goes to; `-` is standard output."""

    form: str
    file: str


def sinks(form: str, outputs: Sequence[str]) -> list[Sink]:
    """Where which format goes; with `--output` given, `--format` alone prints nothing."""
    chosen = [_sink(text) for text in outputs] or [Sink(form, STDOUT)]
    for number, sink in enumerate(chosen):
        if any(_same(sink.file, other.file) for other in chosen[:number]):
            where = "standard output" if sink.file == STDOUT else sink.file
            raise BadSettings([f"--output: only one format can go to {where}"])
    return chosen


def _sink(text: str) -> Sink:
    form, equals, file = text.partition("=")
    if form not in REPORTERS or (equals and not file):
        raise BadSettings([f'--output: "{text}" is not FORMAT=FILE with a format of {", ".join(REPORTERS)}'])
    return Sink(form, file or STDOUT)


def _same(one: str, other: str) -> bool:
    return one == other or (STDOUT not in (one, other) and os.path.realpath(one) == os.path.realpath(other))


def spared(chosen: Iterable[Sink], read: Iterable[str]) -> None:
    """Impossible where a report would replace what was linted, or any YAML: no format of ours is that."""
    for sink in chosen:
        if sink.file != STDOUT and (
            sink.file.lower().endswith((".yaml", ".yml")) or any(_same(sink.file, file) for file in read)
        ):
            raise Impossible(f"--output: {sink.file} is not replaced: it is no report's own file")


def show(report: Report, chosen: Sequence[Sink], flags: Mapping[str, Any]) -> None:
    """Write the report everywhere it was asked for; a report's own file is made anew each run."""
    for sink in chosen:
        if sink.file == STDOUT:
            _to_stdout(sink.form, report, flags)
        else:
            _to_file(sink, report)
    if os.environ.get("GITHUB_STEP_SUMMARY") and any(sink.form == "github" for sink in chosen):
        from rolelint.cli.pipelines import summarise

        summarise(report, os.environ["GITHUB_STEP_SUMMARY"])
    if flags["statistics"]:
        _statistics(report, machine=any(s.file == STDOUT and s.form != "text" for s in chosen))


def _to_stdout(form: str, report: Report, flags: Mapping[str, Any]) -> None:
    text = render(form, _placed(form, report), color=wants_color(flags["color"]), quiet=flags["quiet"])
    raw = getattr(sys.stdout, "buffer", None)
    if form in READ_BY_PEOPLE or raw is None or sys.stdout.isatty():
        sys.stdout.write(text)
    else:
        raw.write(text.encode("utf-8"))
    sys.stdout.flush()


def _placed(form: str, report: Report) -> Report:
    """The report with files named as whoever reads this format needs them."""
    if form in READ_BY_PEOPLE or not report.findings:
        return report
    from rolelint.cli.pipelines import ROOTS, seen

    return seen(report) if form in ROOTS else report


def _to_file(sink: Sink, report: Report) -> None:
    from rolelint.cli.files import write
    from rolelint.cli.inputs import plainly

    try:
        os.makedirs(os.path.dirname(sink.file) or ".", exist_ok=True)
        write(sink.file, render(sink.form, _placed(sink.form, report)), replace=True)
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
