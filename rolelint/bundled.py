"""Where the shipped data lies: in an installed wheel inside the package, in a checkout beside it."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

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
