"""What a long run is at, on standard error: for somebody who waits at a terminal, and gone when it ends."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from rolelint.linting import Input, Tell
from rolelint.reporting.plain import visible

AFTER, EVERY = 2.0, 0.5
"""Seconds before the first word, and between words."""
_CLEAR = "\r\x1b[K"


@contextmanager
def shown(stream: TextIO, *, after: float = AFTER) -> Iterator[Tell]:
    """A function to say what the run is at; once the run has lasted `after` seconds, it is shown."""
    if os.environ.get("TERM") == "dumb":
        yield lambda text: None
        return
    line = _Line(stream, after)
    line.start()
    try:
        yield line.tell
    finally:
        line.stop()


def reading(inputs: Sequence[Input], tell: Tell) -> Iterator[Input]:
    """The inputs, each told before it is read."""
    for at, item in enumerate(inputs, 1):
        tell(f"reading {item.file} ({at} of {len(inputs)})")
        yield item


class _Line:
    """One line of a terminal, written by a thread of its own, so that a long step is seen to go on."""

    def __init__(self, stream: TextIO, after: float) -> None:
        self.stream, self.after = stream, after
        self.now = ""
        self.begun = time.monotonic()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def tell(self, text: str) -> None:
        self.now = text

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        self.over.set()
        self.thread.join()

    def _run(self) -> None:
        wait, written = self.after, False
        while not self.over.wait(wait):
            self._write(self._fitting())
            wait, written = EVERY, True
        if written:
            self._write("")

    def _fitting(self) -> str:
        text = f"rolelint: {time.monotonic() - self.begun:.0f} s, {visible(self.now)}"
        return text[: _width(self.stream) - 1]

    def _write(self, text: str) -> None:
        try:
            self.stream.write(_CLEAR + text)
            self.stream.flush()
        except (OSError, ValueError):
            self.over.set()


def _width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
