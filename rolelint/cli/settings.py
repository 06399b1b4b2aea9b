"""Flags and the configuration file -> Settings, for every command that lints."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rolelint.config import Layer, Settings, merged
from rolelint.configfile import Configuration, load, nearest

NO_FILE = "none"
"""`--config none`: read no configuration file."""


def settings_for(paths: Sequence[str], config: str | None, flags: Mapping[str, Any]) -> Settings:
    """The settings for these paths; BadSettings tells every fault of the configuration."""
    configuration = layers_for(paths, config)
    said = {key: value for key, value in flags.items() if value not in (None, (), False)}
    return merged([*configuration.layers, Layer("the command line", said)], configuration.root)[0]


def layers_for(paths: Sequence[str], config: str | None) -> Configuration:
    """The layers of the configuration file asked for, else of the nearest one above the paths."""
    if config == NO_FILE:
        return Configuration((), "")
    path = Path(config) if config else nearest(_common(paths))
    return load(path) if path else Configuration((), "")


def _common(paths: Sequence[str]) -> Path:
    """The folder that holds all paths; standard input counts as this folder."""
    folders = [_folder(Path(path)) for path in paths if path != "-"] or [Path.cwd()]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return Path.cwd()


def _folder(path: Path) -> Path:
    path = path.absolute()
    return path if path.is_dir() else path.parent
