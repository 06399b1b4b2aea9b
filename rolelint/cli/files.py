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
        raise _exists(path)
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
        if replace:
            Path(temporary).replace(path.resolve() if path.is_symlink() else path)
        else:
            _put(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _put(temporary: Path, path: Path) -> None:
    """Give a file its name where no other has it, not even one that came about in this instant."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise _exists(path) from None
        temporary.rename(path)
        return
    temporary.unlink()


def _exists(path: Path) -> Exists:
    return Exists(f"{path}: there is a file already; --force replaces it")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
