"""Globs of the configuration: relative to its folder, with slashes on every system."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable
from functools import cache

from rolelint.patterns import later

_PARTS = later(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|[^*?\[]+|\[")
_MEANT = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def covers(globs: Iterable[str], root: str, path: str) -> bool:
    """Whether any glob, seen from the folder `root`, means the path or a folder that it lies in.

    `*` and `?` stay inside one folder, `**` goes through folders: `drafts`, `drafts/**` and `drafts/*.yaml`
    are below the configuration's folder, `**/drafts` anywhere below it.
    """
    folder, name = os.path.split(path)
    whole = f"{_real(os.path.abspath(folder))}/{name}".replace(os.sep, "/")
    return any(_compiled(anchored(root, glob)).match(whole) for glob in globs)


def anchored(root: str, glob: str) -> str:
    """The glob with the folder it is relative to in front; one that has it already stays as it is."""
    if os.path.isabs(glob):
        return glob
    folder = _real(os.path.abspath(root or ".")).replace(os.sep, "/").rstrip("/")
    return re.sub(r"([*?\[])", r"[\1]", folder) + "/" + glob.removeprefix("./")


@cache
def _compiled(glob: str) -> re.Pattern[str]:
    body = "".join(_part(part) for part in _PARTS.findall(posixpath.normpath(glob)))
    return re.compile(f"(?s:{body})(?:/|\\Z)")


def _part(part: str) -> str:
    if part in _MEANT:
        return _MEANT[part]
    if len(part) > 1 and part[0] == "[":
        return "[" + part[1:].replace("\\", r"\\").replace("!", "^", 1)
    return re.escape(part)


@cache
def _real(folder: str) -> str:
    """The folder with links followed, for one path may lead there in two ways."""
    return os.path.realpath(folder)
