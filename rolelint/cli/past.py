"""The texts of some paths as they were at a git reference."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Sequence
from pathlib import Path

from rolelint.cli.inputs import STDIN, SUFFIXES, excluded
from rolelint.config import Settings
from rolelint.history import files_at, repository
from rolelint.linting import Input


def texts(paths: Sequence[str], ref: str, settings: Settings) -> list[Input]:
    """The files at a reference that the paths, or the configuration's `include`, mean; in order of path."""
    here = Path(settings.root or ".").resolve()
    root = repository(here)
    wanted = [os.path.realpath(path) for path in paths if path != STDIN]
    named = {path for path in wanted if not Path(path).is_dir()}

    def is_wanted(path: str) -> bool:
        whole = str(root / path)
        if excluded(os.path.relpath(whole), settings) or not _may_be_matrix(path, whole in named):
            return False
        inside = any(whole == each or whole.startswith(each + os.sep) for each in wanted)
        return inside or _included(whole, settings)

    return [
        Input(os.path.relpath(root / path), text, str(root / path) in named)
        for path, text in files_at(root, ref, is_wanted)
    ]


def _may_be_matrix(path: str, named: bool) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return named or (path.endswith(SUFFIXES) and not hidden)


def _included(whole: str, settings: Settings) -> bool:
    relative = os.path.relpath(whole, settings.root or ".").replace(os.sep, "/")
    return any(fnmatch.fnmatchcase(relative, glob) for glob in settings.include)
