"""Run the command line inside the test's process, which is many times faster than a process of its own."""

import contextlib
import subprocess
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner
from linting_helpers import WHOLE

from rolelint import packs
from rolelint.cli.commands import arguments, group


class Done(NamedTuple):
    """What a run left."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def _shipped(whole: bool = False) -> packs.Packs:
    return WHOLE


def run(*given: str, cwd: Path, stdin: str | bytes = "", env: dict[str, str | None] | None = None) -> Done:
    """`rolelint given…` in a folder; an exception other than a clean exit fails the test."""
    before = packs.shipped
    packs.shipped = _shipped
    try:
        with contextlib.chdir(cwd):
            result = CliRunner(env={"GITHUB_STEP_SUMMARY": None, **(env or {})}).invoke(
                group, arguments(list(given)), input=stdin
            )
    finally:
        packs.shipped = before
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def concise(*given: str, cwd: Path, stdin: str | bytes = "") -> list[str]:
    """`file:line:column rule` of every finding."""
    done = run(*given, "--format", "concise", cwd=cwd, stdin=stdin)
    assert done.code in (0, 1), done
    return [f"{line.split(': ')[0]} {line.split()[2]}" for line in done.lines]


def git(folder: Path, *words: str) -> str:
    """A git command in a folder, by an author of its own."""
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
    names += ["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", "-C", str(folder), *names, *words], check=True, capture_output=True)
    return done.stdout.decode()


def put(folder: Path, **files: str) -> None:
    """Write files; `__` in a name stands for a slash, `_` at its start for a dot."""
    for name, text in files.items():
        path = folder / (("." + name[1:]) if name.startswith("_") else name).replace("__", "/")
        path = path.with_name(path.name + ("" if "." in path.name[1:] else ".yaml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
