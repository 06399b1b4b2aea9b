"""Files that rolelint writes: whole or not at all, and never over another unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class Exists(Exception):
    """A file stands where one was to be written."""


def write(path: str | Path, text: str | bytes, *, replace: bool = False) -> None:
    """Write a file atomically; Exists where one is already and `replace` was not asked for.

    A pipe or a device (`/dev/null`) is written to, never replaced.
    """
    path = Path(path)
    if path.exists() and not replace:
        raise Exists(f"{path}: there is a file already; --force replaces it")
    raw = text.encode("utf-8") if isinstance(text, str) else text
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.write(raw)
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        if path.exists():
            Path(temporary).chmod(path.stat().st_mode & 0o7777)
        else:
            Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path.resolve() if path.is_symlink() else path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
