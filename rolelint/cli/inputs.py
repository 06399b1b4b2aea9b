"""Paths of the command line -> texts to lint."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rolelint.linting import Input

SUFFIXES = (".yaml", ".yml")
STDIN = "-"


@dataclass(slots=True)
class Found:
    """What the paths led to: texts, and a line for each thing that could not be read."""

    inputs: list[Input] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def collect(paths: Iterable[str], max_bytes: int, stdin_name: str = "<stdin>") -> Found:
    """The texts behind files, folders and `-`; folders in sorted order, each file once."""
    found = Found()
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            found.inputs.append(Input(stdin_name, sys.stdin.buffer.read()))
        elif Path(path).is_dir():
            for each in walk(path):
                _add(found, seen, each, named=False, max_bytes=max_bytes)
        else:
            _add(found, seen, path, named=True, max_bytes=max_bytes)
    return found


def walk(folder: str) -> Iterator[str]:
    """The YAML files below a folder in sorted order, without hidden ones."""
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.normpath(str(Path(top) / name))


def _add(found: Found, seen: set[str], path: str, *, named: bool, max_bytes: int) -> None:
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    try:
        found.inputs.append(Input(path, _bytes(path, max_bytes), named))
    except _Refused as refused:
        found.faults.append(f"{path}: {refused}")
    except (OSError, ValueError) as error:
        found.faults.append(f"{path}: {_plainly(error)}")


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
        raise _Refused(f"larger than {max_bytes:,} bytes; raise --max-size to read it")
    return text


def _without_waiting(path: str, flags: int) -> int:
    """Open without hanging on a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _plainly(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "not allowed to read it"
    return getattr(error, "strerror", None) or str(error)
