"""Files are written whole, and never over another unasked."""

import os
from pathlib import Path

import pytest

from rolelint.cli import files
from rolelint.cli.files import Exists, write


def test_a_new_file_holds_all_of_the_text(tmp_path: Path) -> None:
    write(tmp_path / "new.yaml", "tasks:\n  Payroll: finance\n")
    assert (tmp_path / "new.yaml").read_text() == "tasks:\n  Payroll: finance\n"
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


def test_a_file_is_replaced_only_when_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"
    path.write_text("mine")
    with pytest.raises(Exists):
        write(path, "yours")
    assert path.read_text() == "mine"
    write(path, "yours", replace=True)
    assert path.read_text() == "yours"


def test_a_file_that_comes_about_in_this_instant_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "raced.yaml"

    def umask() -> int:
        path.write_text("mine")  # somebody else is quicker
        return 0o022

    monkeypatch.setattr(files, "_umask", umask)
    with pytest.raises(Exists):
        write(path, "yours")
    assert path.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["raced.yaml"]


@pytest.mark.parametrize("there", [False, True])
def test_without_hard_links_a_file_is_kept_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    path = tmp_path / "plain.yaml"

    def link(source: object, target: object) -> None:
        if there:
            path.write_text("mine")
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    if there:
        with pytest.raises(Exists):
            write(path, "yours")
    else:
        write(path, "yours")
    assert path.read_text() == ("mine" if there else "yours")
    assert [path.name for path in tmp_path.iterdir()] == ["plain.yaml"]
