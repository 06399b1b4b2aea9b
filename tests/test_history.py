"""The past of a real git repository."""

import subprocess
from pathlib import Path

import pytest

from rolelint.history import NoHistory, commit, files_at, repository


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "one"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "org").mkdir()
    (folder / "org" / "é b.yaml").write_text("old\n")
    (folder / "notes.txt").write_text("no\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "org" / "é b.yaml").write_text("new\n")
    git(folder, "commit", "-qam", "two")
    return folder


def yaml(path: str) -> bool:
    return path.endswith(".yaml")


def test_files_as_they_were(clone: Path) -> None:
    assert list(files_at(clone, "HEAD~1", yaml)) == [("org/é b.yaml", b"old\n")]
    assert list(files_at(clone / "org", "main", yaml)) == [("org/é b.yaml", b"new\n")]
    assert list(files_at(clone, "HEAD", lambda path: False)) == []
    assert repository(clone / "org") == clone.resolve()


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", ""])
def test_an_unknown_reference_is_said(clone: Path, ref: str) -> None:
    with pytest.raises(NoHistory):
        commit(clone, ref)


def test_a_shallow_clone_is_told_how_to_fetch(clone: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "two"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{clone}", str(shallow))
    with pytest.raises(NoHistory, match="git fetch --unshallow"):
        commit(shallow, "HEAD~1")


def test_no_repository_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoHistory, match="not a git repository"):
        repository(tmp_path)
