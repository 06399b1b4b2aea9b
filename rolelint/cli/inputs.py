"""Paths of the command line -> texts to lint."""

from __future__ import annotations

import fnmatch
import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rolelint.config import Settings
from rolelint.linting import Input

SUFFIXES = (".yaml", ".yml")
STDIN = "-"


@dataclass(slots=True)
class Found:
    """What the paths led to: texts, and a line for each thing that could not be read.

    `asked` holds the files whose findings are wanted; None means all. It is set when the configuration says
    which files form the organisation and only some of them were named.
    """

    inputs: list[Input] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    asked: frozenset[str] | None = None


def collect(paths: Sequence[str], settings: Settings, stdin_name: str = "<stdin>") -> Found:
    """The texts behind files, folders and `-`, each file once, folders in sorted order."""
    found = Found()
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            found.inputs.append(Input(stdin_name, sys.stdin.buffer.read()))
            seen.add(os.path.realpath(stdin_name))
        elif Path(path).is_dir():
            for each in walk(path):
                _add(found, seen, each, settings, named=False)
        else:
            _add(found, seen, path, settings, named=True)
    if settings.include:
        _complete(found, seen, paths, settings)
    return found


def _complete(found: Found, seen: set[str], paths: Sequence[str], settings: Settings) -> None:
    """Add the rest of the organisation that the configuration names, when only files of it were named."""
    if not any(Path(path).is_dir() for path in paths):
        found.asked = frozenset(item.file for item in found.inputs)
    for path in walk(settings.root):
        relative = _relative(path, settings)
        if any(fnmatch.fnmatchcase(relative, glob) for glob in settings.include):
            _add(found, seen, os.path.relpath(path), settings, named=False)


def walk(folder: str) -> Iterator[str]:
    """The YAML files below a folder in sorted order: without hidden ones and without what git ignores."""
    listed = _listed_by_git(folder)
    if listed is None:
        yield from _walked(folder)
        return
    for path in sorted(listed, key=lambda path: path.split("/")):
        if path.endswith(SUFFIXES) and not any(part.startswith(".") for part in path.split("/")):
            whole = Path(folder) / path
            if whole.is_file():
                yield os.path.normpath(str(whole))


def _listed_by_git(folder: str) -> list[str] | None:
    """The files below a folder that git knows or would take; None outside a repository."""
    if not any(
        (parent / ".git").exists() for parent in (Path(folder).absolute(), *Path(folder).absolute().parents)
    ):
        return None
    command = [
        "git",
        "-C",
        folder,
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--deduplicate",
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name]


def _walked(folder: str) -> Iterator[str]:
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.normpath(str(Path(top) / name))


def _relative(path: str, settings: Settings) -> str:
    return os.path.relpath(path, settings.root or ".").replace(os.sep, "/")


def excluded(path: str, settings: Settings) -> bool:
    """Whether the configuration leaves a file out, however it was named."""
    return any(fnmatch.fnmatchcase(_relative(path, settings), glob) for glob in settings.exclude)


def _add(found: Found, seen: set[str], path: str, settings: Settings, *, named: bool) -> None:
    real = os.path.realpath(path)
    if real in seen or excluded(path, settings):
        return
    seen.add(real)
    try:
        found.inputs.append(Input(path, _bytes(path, settings.max_bytes), named))
    except _Refused as refused:
        found.faults.append(f"{path}: {refused}")
    except (OSError, ValueError) as error:
        found.faults.append(f"{path}: {plainly(error)}")


class _Refused(Exception):
    pass


def _bytes(path: str, max_bytes: int) -> bytes:
    with open(path, "rb", opener=_without_waiting) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISFIFO(status.st_mode):
            raise _Refused("not a file")
        os.set_blocking(file.fileno(), True)
        text = file.read(max_bytes + 1)
    if len(text) > max_bytes:
        raise _Refused(f"larger than {max_bytes:,} bytes; --max-size raises the limit")
    return text


def _without_waiting(path: str, flags: int) -> int:
    """Open without hanging on a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def plainly(error: OSError | ValueError) -> str:
    """Why a file could not be read or written, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "not allowed"
    return getattr(error, "strerror", None) or str(error)


def touching(places: Iterable[str], asked: frozenset[str] | None) -> bool:
    """Whether any of the files is one whose findings are wanted."""
    return asked is None or any(place in asked for place in places)
