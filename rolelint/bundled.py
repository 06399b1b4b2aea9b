"""Where the shipped data lies: in an installed wheel inside the package, in a checkout beside it.

And what is worked out of it when the package is built, so that a run need not: plain data, written by
`marshal`, which is read faster than JSON and needs no import.
"""

from __future__ import annotations

import marshal
import os.path
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def path(name: str) -> str:
    """The path of the shipped folder `name` ("rules" or "schemas").

    By path, not by importlib.resources, whose import costs a hook as much as Python itself.
    """
    inside = os.path.join(PACKAGE, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(PACKAGE), name)


def folder(name: str) -> Path:
    """The same as a Path, for those who read what is in it."""
    from pathlib import Path  # noqa: PLC0415  # a run that finds the rules compiled does without

    return Path(path(name))


def is_installed() -> bool:
    """Whether the shipped data lies inside the package, where nobody edits it."""
    return os.path.dirname(path("rules")) == PACKAGE


def written(data: Any) -> bytes:
    """Plain data as `compiled` reads them: the same bytes for the same data, for every Python."""
    return marshal.dumps(data, 2)


def compiled(name: str) -> Any | None:
    """The plain data in the file `name` of the package; None where there is none that can be read."""
    content = mapped(name)
    try:
        return None if content is None else marshal.loads(content)
    except (ValueError, EOFError, TypeError):
        return None


def mapped(name: str) -> memoryview | None:
    """What is in the file `name` of the package, read where it is looked at; None where there is none."""
    try:
        with open(os.path.join(PACKAGE, name), "rb") as file:
            return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):
        return None
