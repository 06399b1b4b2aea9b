"""A configuration file and those that it extends -> layers of settings, and all that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.config import Configuration, Layer, anchored
from rolelint.finding import Problem, Route, Step
from rolelint.records import NamedTuple

Steps = tuple[Step, ...]
GLOBS = ("include", "exclude")
"""Keys whose texts are relative to the file that says them."""


class _File(NamedTuple):
    """What one file says, what is wrong with it, and where its keys and values stand."""

    data: Any
    problems: list[Problem]
    at: Callable[[Steps], tuple[int, int]]


def load(path: str) -> Configuration:
    """What a file and those it extends say."""
    path = os.path.abspath(path)  # `..` is folded, links are kept
    faults: list[str] = []
    folder = os.path.dirname(path)
    layers = tuple(_layers(path, folder, faults, (), _shown(path)))
    return Configuration(layers, folder, tuple(faults))


def _layers(
    path: str, root: str, faults: list[str], above: tuple[str, ...], named_at: str
) -> Iterator[Layer]:
    """The layers that a file extends, weakest first, then its own."""
    try:
        file = _read(path)
    except OSError as error:
        which = "" if named_at == _shown(path) else f"{_shown(path)}: "
        faults.append(f"{named_at}: {which}{_plainly(error)}")
        return
    shown, folder, real = _shown(path), os.path.dirname(path), os.path.realpath(path)

    def place(steps: Steps) -> str:
        line, column = file.at(steps)
        return f"{shown}:{line}:{column}"

    for problem in file.problems:
        line, column = problem.at or file.at(problem.route.steps)
        faults.append(f"{shown}:{line}:{column}: {problem.message}")
    data = _sound(file)
    for steps, name in _extended(data):
        other = os.path.normpath(os.path.join(folder, name))
        if os.path.realpath(other) in (real, *above):
            faults.append(f"{place(steps)}: {_shown(other)} extends itself")
        else:
            yield from _layers(other, root, faults, (*above, real), place(steps))
    said = {key: value for key, value in data.items() if key != "extends"}
    yield Layer(shown, _rebased(said, folder, root), place)


def _extended(data: Mapping[str, Any]) -> Iterator[tuple[Steps, str]]:
    extended = data.get("extends", ())
    if isinstance(extended, str):
        yield ("extends",), extended
    else:
        yield from ((("extends", number), name) for number, name in enumerate(extended))


def _read(path: str) -> _File:
    with open(path, "rb") as file:
        text = file.read()
    return _from_toml(text) if path.endswith(".toml") else _from_yaml(text)


def _from_yaml(text: bytes) -> _File:
    from rolelint import source  # noqa: PLC0415  # most runs have no configuration file

    reading = source.read("", text)
    document = reading.documents[0]

    def at(steps: Steps) -> tuple[int, int]:
        is_key = bool(steps) and isinstance(steps[-1], str)
        place = document.place(Route(document.number, steps, key=is_key))
        return place.line, place.column

    found = list(reading.problems)
    if document.data is not None:
        found += _misfits(document.data)
    return _File(document.data, found, at)


def _from_toml(text: bytes) -> _File:
    import tomllib  # noqa: PLC0415

    from rolelint.configfile.toml import Toml, fault  # noqa: PLC0415

    try:
        data = tomllib.loads(text.decode("utf-8"))
    except ValueError as error:
        line, column, said = fault(error, text)
        return _File({}, [Problem("syntax", said, Route(0), at=(line, column))], lambda _: (1, 1))
    tool = data.get("tool")
    table = _plain(tool.get("rolelint", {})) if isinstance(tool, dict) else {}
    toml = Toml(text.decode("utf-8").replace("\r\n", "\n"), {"tool": {"rolelint": table}})
    return _File(table, _misfits(table), lambda steps: toml.place(("tool", "rolelint", *steps)))


def _plain(value: Any) -> Any:
    """TOML's days as text, as YAML has them."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float) else str(value)


def _misfits(data: Any) -> list[Problem]:
    from rolelint.schema import problems  # noqa: PLC0415

    return problems(data, "config", 0)


def _sound(file: _File) -> dict[str, Any]:
    """What the file says, without the parts that are wrong."""
    if not isinstance(file.data, dict):
        return {}
    bad = {problem.route.steps for problem in file.problems}
    sound = _without(file.data, (), bad)
    return sound if isinstance(sound, dict) else {}


def _without(value: Any, steps: Steps, bad: set[Steps]) -> Any:
    if isinstance(value, dict):
        return {k: _without(v, (*steps, k), bad) for k, v in value.items() if (*steps, k) not in bad}
    if isinstance(value, list):
        return [_without(v, (*steps, n), bad) for n, v in enumerate(value) if (*steps, n) not in bad]
    return value


def _rebased(data: Mapping[str, Any], folder: str, root: str) -> Mapping[str, Any]:
    """The data with globs that still mean the same when they are seen from the root."""
    if folder == root:
        return data
    moved: dict[str, Any] = {
        key: [anchored(folder, glob) for glob in _list(value)] for key, value in data.items() if key in GLOBS
    }
    if "packs" in data:  # those without a slash are names of installed packs
        packs = _list(data["packs"])
        moved["packs"] = [anchored(folder, pack) if "/" in pack else pack for pack in packs]
    if "per-path" in data:
        moved["per-path"] = {anchored(folder, g): rules for g, rules in data["per-path"].items()}
    return {**data, **moved}


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _shown(path: str) -> str:
    """The path as seen from here, where it lies below."""
    real, here = os.path.realpath(path), os.getcwd().rstrip(os.sep) + os.sep
    return real[len(here) :] if real.startswith(here) else path


def _plainly(error: OSError) -> str:
    words = {FileNotFoundError: "no such file", IsADirectoryError: "a folder, not a file"}
    return words.get(type(error)) or (error.strerror or str(error)).lower()
