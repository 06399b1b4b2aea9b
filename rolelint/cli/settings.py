"""Flags and the configuration file -> Settings, for every command that lints."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from rolelint.config import Configuration, Layer, Settings, merged
from rolelint.configfile.nearest import nearest

NO_FILE = "none"
"""`--config none`: read no configuration file."""


def settings_for(paths: Sequence[str], config: str | None, flags: Mapping[str, Any]) -> Settings:
    """The settings for these paths. What is wrong with the configuration is among their `faults`."""
    configuration = layers_for(paths, config)
    said = {key: value for key, value in flags.items() if value not in (None, (), False)}
    layers = [*configuration.layers, Layer("the command line", said)]
    return merged(layers, configuration.root, configuration.faults)[0]


def from_here(pack: str) -> str:
    """A pack named on the command line: a folder as seen from here, or the name of an installed one."""
    return os.path.abspath(pack) if "/" in pack or os.sep in pack or os.path.isdir(pack) else pack


def layers_for(paths: Sequence[str], config: str | None) -> Configuration:
    """The layers of the configuration file asked for, else of the nearest one above all the paths."""
    if config == NO_FILE:
        return Configuration((), "")
    path = config or nearest(_common(paths))
    if not path:
        return Configuration((), "")
    from rolelint.configfile.load import load

    return load(path)


def _common(paths: Sequence[str]) -> str:
    """The folder that holds all paths; standard input counts as this folder."""
    folders = [_folder(path) for path in paths if path != "-"] or [os.getcwd()]
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return os.getcwd()


def _folder(path: str) -> str:
    path = os.path.abspath(path)  # pathlib costs a hook more than this
    return path if os.path.isdir(path) else os.path.dirname(path)
