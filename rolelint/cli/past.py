"""The texts of some paths as they were at a git reference."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from rolelint.cli.inputs import SUFFIXES, excluded, included
from rolelint.config import Settings
from rolelint.history import files_at, repository
from rolelint.linting import Input


def texts(paths: Sequence[str], ref: str, settings: Settings) -> list[Input]:
    """The files at a reference that the paths, or the configuration's `include`, mean; in order of path.

    A file that is gone by now counts as well: it may only have been renamed, and findings are known by what
    they say, not by their file.
    """
    wanted = [os.path.realpath(path) for path in paths]
    folders = [path for path in wanted if Path(path).is_dir()]
    named = {path for path in wanted if path not in folders}
    root = repository(Path(settings.root or (folders[0] if folders else os.path.dirname(wanted[0]))))

    def is_wanted(path: str) -> bool:
        whole = str(root / path)
        if excluded(os.path.relpath(whole), settings):
            return False
        if whole in named:
            return True
        if not _may_be_matrix(path) or not included(os.path.relpath(whole), settings):
            return False
        inside = any(whole.startswith(folder + os.sep) for folder in folders)
        return inside or bool(settings.include) or (bool(named) and not os.path.lexists(whole))

    return [
        Input(os.path.relpath(root / path), text, str(root / path) in named)
        for path, text in files_at(root, ref, is_wanted)
        if len(text) <= settings.max_bytes
    ]


def _may_be_matrix(path: str) -> bool:
    return path.endswith(SUFFIXES) and not any(part.startswith(".") for part in path.split("/"))
