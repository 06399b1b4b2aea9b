"""The configuration file that speaks for a folder."""

from __future__ import annotations

import os

NAMES = (".rolelint.yaml", ".rolelint.yml")
PYPROJECT = "pyproject.toml"


def nearest(start: str | os.PathLike[str]) -> str | None:
    """The configuration file of this folder or the nearest above it, up to the root of the repository."""
    folder = os.path.realpath(start)
    while True:
        found = _in(folder)
        above = os.path.dirname(folder)  # pathlib costs a hook more than this whole walk
        if found is not None or above == folder or _exists(folder, ".git"):
            return found
        folder = above


def _in(folder: str) -> str | None:
    for name in NAMES:
        if _exists(folder, name):
            return f"{folder.rstrip(os.sep)}{os.sep}{name}"
    pyproject = f"{folder.rstrip(os.sep)}{os.sep}{PYPROJECT}"
    return pyproject if _exists(folder, PYPROJECT) and _speaks(pyproject) else None


def _exists(folder: str, name: str) -> bool:
    return os.path.lexists(f"{folder}{os.sep}{name}")


def _speaks(pyproject: str) -> bool:
    """Whether it has a table of ours. One that is no TOML speaks when a line of it looks so."""
    try:
        with open(pyproject, "rb") as file:
            text = file.read()
    except OSError:
        return False
    if b"rolelint" not in text:
        return False
    import tomllib  # noqa: PLC0415  # few projects mention rolelint there

    try:
        tool = tomllib.loads(text.decode()).get("tool")
    except ValueError:
        return b"[tool.rolelint" in text
    return isinstance(tool, dict) and "rolelint" in tool
