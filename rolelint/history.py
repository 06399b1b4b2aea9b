"""What the files were at another point of a git repository."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path


class NoHistory(Exception):
    """The past cannot be read; the message says why and what to do."""


def repository(folder: Path) -> Path:
    """The root of the repository that holds a folder; NoHistory where there is none."""
    return Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))


def commit(folder: Path, ref: str) -> str:
    """The commit that a reference names; NoHistory says how to fetch what a shallow clone lacks."""
    if ref.startswith("-"):
        raise NoHistory(f'"{ref}" is not a reference')
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").decode().strip()
    except NoHistory:
        pass
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise NoHistory(
            f'"{ref}" is not in this shallow clone; fetch it first: git fetch --unshallow, or fetch-depth: 0'
        )
    raise NoHistory(f'"{ref}" names no commit here; is it fetched, and spelt right?')


def files_at(folder: Path, ref: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """(path from the repository's root, bytes) of every wanted file at a reference, in order of path."""
    root = repository(folder)
    name = commit(folder, ref)
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", name).split(b"\0")
    entries = [line.partition(b"\t") for line in listed if line]
    chosen = []
    for head, _, raw in entries:
        mode, kind, blob = head.split()
        path = raw.decode("utf-8", "surrogateescape")
        if kind == b"blob" and mode != b"120000" and wanted(path):
            chosen.append((path, blob))
    yield from zip([path for path, _ in chosen], _blobs(root, [blob for _, blob in chosen]), strict=True)


def _blobs(root: Path, names: Sequence[bytes]) -> Iterator[bytes]:
    if not names:
        return
    out = _git(root, "cat-file", "--batch", stdin=b"\n".join(names) + b"\n")
    at = 0
    for _ in names:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[2])
        yield out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _git(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], input=stdin, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise NoHistory("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoHistory(said[-1] if said else f"git {arguments[0]} failed")
    return done.stdout
