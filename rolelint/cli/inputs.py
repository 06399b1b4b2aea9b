"""Paths of the command line -> texts to lint."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence

from rolelint.config import Settings, covers
from rolelint.linting import Input

SUFFIXES = (".yaml", ".yml")
STDIN = "-"


class Found:
    """What the paths led to: texts, and a line for each thing that could not be read.

    `asked` holds the files whose findings are wanted; None means all. It is set when the configuration says
    which files form the organisation: all of them are judged, whichever are named. `stdin` is the name under
    which standard input was read.
    """

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self.faults: list[str] = []
        self.asked: frozenset[str] | None = None
        self.stdin: str | None = None


def collect(paths: Sequence[str], settings: Settings, stdin_name: str = "<stdin>") -> Found:
    """The texts behind files, folders and `-`, each file once, folders in sorted order."""
    found = Found()
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            _add_stdin(found, seen, stdin_name, settings)
        elif os.path.isdir(path):
            for each in walk(path):
                if included(each, settings):
                    _add(found, seen, each, settings, named=False)
        else:
            _add(found, seen, path, settings, named=True)
    if settings.include:
        _complete(found, seen, settings)
    return found


def _add_stdin(found: Found, seen: set[str], name: str, settings: Settings) -> None:
    real = os.path.realpath(name)
    if real in seen or excluded(name, settings):
        return
    seen.add(real)
    try:
        found.inputs.append(Input(name, piped(settings.max_bytes)))
        found.stdin = name
    except TooLarge as large:
        found.faults.append(f"{name}: {large}; --max-size raises the limit")


def _complete(found: Found, seen: set[str], settings: Settings) -> None:
    """Add the rest of the organisation that the configuration names; it is judged, but not told of.

    The order is that of the files, so that a finding stands in one place whichever file is named.
    """
    found.asked = frozenset(item.file for item in found.inputs)
    for path in walk(os.path.relpath(settings.root)):
        if included(path, settings):
            _add(found, seen, os.path.relpath(path), settings, named=False)
    found.inputs.sort(key=lambda item: os.path.realpath(item.file).split(os.sep))


def included(path: str, settings: Settings) -> bool:
    """Whether a file met in a folder is meant by the configuration's `include`, where it says any."""
    return not settings.include or covers(settings.include, settings.root, path)


def excluded(path: str, settings: Settings) -> bool:
    """Whether the configuration leaves a file out, however it was named."""
    return bool(settings.exclude) and covers(settings.exclude, settings.root, path)


def walk(folder: str) -> Iterator[str]:
    """The YAML files below a folder in sorted order: without hidden ones and without what git ignores."""
    listed = _listed_by_git(folder)
    if listed is None:
        yield from _walked(folder)
        return
    for path in sorted(listed, key=lambda path: path.split("/")):
        if not any(part.startswith(".") for part in path.split("/")):
            whole = f"{folder}/{path}"
            if os.path.isfile(whole):  # once for every file
                yield os.path.normpath(whole)


def _listed_by_git(folder: str) -> list[str] | None:
    """The YAML files below a folder that git knows or would take; None outside a repository."""
    if not _in_repository(os.path.abspath(folder)):
        return None
    import subprocess

    wanted = [f"*{suffix}" for suffix in SUFFIXES]
    command = ["git", "-C", folder, "ls-files", "-zco", "--exclude-standard", "--deduplicate", "--", *wanted]
    try:
        done = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name]


def _in_repository(folder: str) -> bool:
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return True


def _walked(folder: str) -> Iterator[str]:
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.normpath(f"{top}/{name}")


def _add(found: Found, seen: set[str], path: str, settings: Settings, *, named: bool) -> None:
    real = os.path.realpath(path)
    if real in seen or excluded(path, settings):
        return
    seen.add(real)
    try:
        found.inputs.append(Input(path, content(path, settings.max_bytes), named))
    except TooLarge as large:
        found.faults.append(f"{path}: {large}; --max-size raises the limit")
    except (OSError, ValueError) as error:
        found.faults.append(f"{path}: {plainly(error)}")


class TooLarge(Exception):
    """A file holds more than may be read."""


def content(path: str, max_bytes: int) -> bytes:
    """What a file or pipe holds; TooLarge, or OSError where it cannot be read or is neither."""
    with open(path, "rb", opener=_without_waiting) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISFIFO(status.st_mode):
            raise OSError("not a file")
        os.set_blocking(file.fileno(), True)
        text = file.read(max_bytes + 1)
    if len(text) > max_bytes:
        raise TooLarge(_too_large(max_bytes))
    return text


def piped(max_bytes: int) -> bytes:
    """What standard input holds; TooLarge where that is too much."""
    text = sys.stdin.buffer.read(max_bytes + 1) if sys.stdin else b""
    if len(text) > max_bytes:
        raise TooLarge(_too_large(max_bytes))
    return text


def tables(paths: Iterable[str]) -> list[str]:
    """The spreadsheets that lie in these folders: they are read when they are named."""
    kinds = (".csv", ".tsv", ".xlsx", ".xlsm")
    return [
        os.path.normpath(f"{path}/{name}")
        for path in paths
        if os.path.isdir(path)  # pathlib costs a hook its import
        for name in sorted(os.listdir(path))
        if name.lower().endswith(kinds) and not name.startswith((".", "~$"))
    ]


def _too_large(max_bytes: int) -> str:
    return f"larger than {max_bytes:,} bytes"


def _without_waiting(path: str, flags: int) -> int:
    """Open without hanging on a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def plainly(error: OSError | ValueError) -> str:
    """Why a file could not be read or written, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "not allowed"
    if isinstance(error, IsADirectoryError):
        return "a folder, not a file"
    if isinstance(error, NotADirectoryError):
        return "what stands before it is no folder"
    return getattr(error, "strerror", None) or str(error)


def touching(places: Iterable[str], asked: frozenset[str] | None) -> bool:
    """Whether any of the files is one whose findings are wanted."""
    return asked is None or any(place in asked for place in places)
