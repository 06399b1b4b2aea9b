"""Progress: shown to a terminal while a run lasts, and gone afterwards."""

import io
import time

import pytest

from rolelint.cli import progress
from rolelint.linting import Input


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def until_written(stream: io.StringIO, text: str) -> None:
    """Wait for the writing thread; a minute is for ever."""
    for _ in range(6000):
        if text in stream.getvalue():
            return
        time.sleep(0.01)
    pytest.fail(f"never written: {text}")


def test_what_the_run_is_at_is_shown_and_wiped_away() -> None:
    stream = Terminal()
    with progress.shown(stream, after=0) as tell:
        tell("reading \x1b[31m.yaml")
        until_written(stream, "reading")
    written = stream.getvalue().split("\r")
    assert written[-1] == "\x1b[K"
    assert "\x1b[31m" not in stream.getvalue()
    assert all(len(line) < 90 for line in written)


def test_a_short_run_writes_nothing() -> None:
    stream = Terminal()
    with progress.shown(stream, after=3600) as tell:
        tell("reading")
    assert stream.getvalue() == ""


def test_a_terminal_that_cannot_wipe_a_line_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    with progress.shown(stream, after=0) as tell:
        tell("reading")
    assert stream.getvalue() == ""


def test_a_stream_that_was_closed_ends_it_quietly() -> None:
    stream = Terminal()
    stream.close()
    with progress.shown(stream, after=0) as tell:
        tell("reading")


def test_inputs_are_told_one_by_one() -> None:
    told: list[str] = []
    inputs = [Input("a.yaml", b""), Input("b.yaml", b"")]
    assert list(progress.reading(inputs, told.append)) == inputs
    assert told == ["reading a.yaml (1 of 2)", "reading b.yaml (2 of 2)"]
