"""Completion in real shells, as click sets it up: `_ROLELINT_COMPLETE=bash_source rolelint`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from linting_helpers import WHOLE

RACI = sorted(identity for identity in WHOLE.rules if identity.startswith("raci/too-many"))
OVERLAP = sorted(identity for identity in WHOLE.rules if identity.startswith("overlap/"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a matrix, a folder and a command `rolelint`, which runs this Python."""
    command = tmp_path / "bin" / "rolelint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rolelint "$@"\n')
    command.chmod(0o755)
    (tmp_path / "org.yaml").touch()
    return tmp_path


def _said(folder: Path, command: list[str]) -> list[str]:
    paths = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": paths}, capture_output=True, text=True, check=True
    )
    assert "Traceback" not in done.stderr
    return sorted(line.partition("\t")[0] for line in done.stdout.splitlines())


def bash(folder: Path, line: str) -> list[str]:
    """What bash offers behind a line; where it is to complete by itself, what it is told."""
    words = line.split(" ")
    script = f"""
    eval "$(_ROLELINT_COMPLETE=bash_source rolelint)"
    complete -p rolelint >/dev/null
    compopt() {{ asked="$*"; }}
    COMP_WORDS=({" ".join(f"'{word}'" for word in words)})
    COMP_CWORD={len(words) - 1}
    _rolelint_completion rolelint '{words[-1]}' '{words[-2]}'
    if [ ${{#COMPREPLY[@]}} = 0 ]; then echo "$asked"; else printf '%s\\n' "${{COMPREPLY[@]}}"; fi
    """
    return _said(folder, ["bash", "--norc", "-c", script])


def fish(folder: Path, line: str) -> list[str]:
    """What fish offers behind a line."""
    script = f"_ROLELINT_COMPLETE=fish_source rolelint | source; complete -C '{line}'"
    return _said(folder, ["fish", "--no-config", "-c", script])


SHELLS = [
    pytest.param(shell, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is missing"))
    for name, shell in (("bash", bash), ("fish", fish))
]


@pytest.mark.parametrize("shell", SHELLS)
def test_what_shells_offer(folder: Path, shell: Callable[[Path, str], list[str]]) -> None:
    assert shell(folder, "rolelint --sel") == ["--select"]
    assert shell(folder, "rolelint org.yaml --fai") == ["--fail-on"]
    assert shell(folder, "rolelint exp") == ["explain", "export"]
    assert shell(folder, "rolelint --select raci/too-many") == RACI
    assert shell(folder, "rolelint lint --ignore over") == ["overlap", *OVERLAP]
    assert shell(folder, "rolelint explain raci/too-many") == RACI
    assert shell(folder, "rolelint --format sa") == ["sarif"]
    assert shell(folder, "rolelint --fail-on w") == ["warning"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is missing")
def test_ids_with_commas_between_them(folder: Path) -> None:
    assert bash(folder, "rolelint org.yaml --ignore overlap,raci/too-many") == [f"overlap,{r}" for r in RACI]


@pytest.mark.parametrize("shell", SHELLS)
def test_files_are_offered(folder: Path, shell: Callable[[Path, str], list[str]]) -> None:
    assert shell(folder, "rolelint o") == (["-o", "default"] if shell is bash else ["org.yaml"])
