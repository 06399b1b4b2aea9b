"""Configuration files: the nearest one, what it extends, and its faults with line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from rolelint.config import BadSettings, Layer

NAMES = (".rolelint.yaml", ".rolelint.yml")
PYPROJECT = "pyproject.toml"
TABLE = "[tool.rolelint"


class Configuration(NamedTuple):
    """Layers from the weakest to the strongest, and the folder that globs are relative to ("" for none)."""

    layers: tuple[Layer, ...]
    root: str


def nearest(start: Path) -> Path | None:
    """The configuration file of this folder or the nearest above it, up to the root of the repository."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        pyproject = folder / PYPROJECT
        if pyproject.is_file() and _speaks(pyproject):
            return pyproject
        if (folder / ".git").exists():
            return None
    return None


def _speaks(pyproject: Path) -> bool:
    try:
        return TABLE in pyproject.read_text("utf-8", "replace")
    except OSError:
        return False


def load(path: Path) -> Configuration:
    """What a file and those it extends say; BadSettings lists every fault with file, line and column."""
    faults: list[str] = []
    layers = list(_layers(path, faults, ()))
    if faults:
        raise BadSettings(faults)
    return Configuration(tuple(layers), str(path.resolve().parent))


def _layers(path: Path, faults: list[str], above: tuple[Path, ...]) -> Iterator[Layer]:
    """The layers that a file extends, weakest first, then its own."""
    shown = _shown(path)
    if path.resolve() in above:
        faults.append(f"{shown}:1:1: it extends itself, by way of {_shown(above[-1])}")
        return
    data = _accepted(path, shown, faults)
    if data is None:
        return
    extended = data.get("extends", ())
    for name in (extended,) if isinstance(extended, str) else extended:
        yield from _layers(path.parent / name, faults, (*above, path.resolve()))
    yield Layer(shown, {key: value for key, value in data.items() if key != "extends"})


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _accepted(path: Path, shown: str, faults: list[str]) -> Mapping[str, Any] | None:
    try:
        text = path.read_bytes()
    except OSError as error:
        faults.append(f"{shown}: {error.strerror or error}")
        return None
    if path.name == PYPROJECT:
        return _from_pyproject(text, shown, faults)
    return _from_yaml(text, shown, faults)


def _from_yaml(text: bytes, shown: str, faults: list[str]) -> Mapping[str, Any] | None:
    from rolelint import source  # noqa: PLC0415  # most runs have no configuration file
    from rolelint.schema import problems  # noqa: PLC0415

    reading = source.read(shown, text)
    if not reading.documents and not reading.problems:
        return {}
    document = reading.documents[0] if reading.documents else None
    found = list(reading.problems)
    if document is not None and document.data is not None:
        found += problems(document.data, "config", document.number)
    for problem in found:
        line, column = problem.at or (1, 1)
        if problem.at is None and document is not None:
            line, column = document.place(problem.route)[1:3]
        faults.append(f"{shown}:{line}:{column}: {problem.message}")
    if document is None or not isinstance(document.data, dict):
        return {}
    return document.data


def _from_pyproject(text: bytes, shown: str, faults: list[str]) -> Mapping[str, Any] | None:
    import tomllib  # noqa: PLC0415

    from rolelint.schema import problems  # noqa: PLC0415

    try:
        data = tomllib.loads(text.decode("utf-8"))
    except ValueError as error:
        faults.append(f"{shown}: {error}")
        return None
    table = data.get("tool", {}).get("rolelint", {})
    lines = text.decode("utf-8").splitlines()
    for problem in problems(table, "config", 0):
        faults.append(f"{shown}:{_toml_line(lines, problem.route.steps)}:1: {problem.message}")
    return table if isinstance(table, dict) else {}


def _toml_line(lines: list[str], steps: tuple[str | int, ...]) -> int:
    """About where a key stands in TOML, which gives no places: its line, or that of the table."""
    head = next((n for n, line in enumerate(lines, 1) if TABLE in line), 1)
    names = [step for step in steps if isinstance(step, str)]
    for name in reversed(names):
        for number, line in enumerate(lines[head:], head + 1):
            if line.strip().strip("\"'").startswith(name):
                return number
    return head
