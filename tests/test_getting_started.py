"""docs/getting-started.md is true: each command is run, in order, and says what the page shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_helpers import run

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "getting-started.md"
ELISION = "…"
FILES = {
    "ticks.csv": """\
Work,Who's on the hook,Does it,Depends
Plan the fair,Marketing,Agency,x
Book the hall,Office,Office,x
""",
    "map.yaml": """\
columns: {Work: task, Who's on the hook: accountable, Does it: responsible, Depends: ignore}
""",
    "table.md": """\
| Task | Ann | Bob |
|---|---|---|
| Plan the fair | A/R | C |
| Write the invitation | C | R |
""",
}
"""What a reader would have at hand."""


def blocks() -> Iterator[tuple[str, list[str]]]:
    """(language, lines) of each block that does something."""
    for language, text in re.findall(r"```(console|diff)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
        yield language, text.splitlines()


def commands(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """(command, what is shown below it)."""
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start][2:], lines[start + 1 : end]


def said(command: str, folder: Path) -> list[str]:
    """What a pipe of `rolelint …` and `cat …` writes: the last one's output, and all messages before it."""
    stdin, messages = "", ""
    for part in command.split(" | "):
        name, *words = part.split()
        if name == "cat":
            stdin = (folder / words[0]).read_text("utf-8")
        else:
            assert name == "rolelint", command
            done = run(*words, cwd=folder, stdin=stdin)
            stdin = done.out
            messages += done.err if " | " not in command else ""
    return (messages + stdin).splitlines()


def matches(shown: list[str], lines: list[str]) -> bool:
    """Whether the lines are those shown; an elision stands for any number of them."""
    pattern = "".join(r"(?:.*\n)*?" if line == ELISION else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in lines)) is not None


def mend(lines: list[str], file: Path) -> None:
    text = file.read_text("utf-8")
    old = [line[1:] for line in lines if line.startswith("-")]
    new = [line[1:] for line in lines if line.startswith("+")]
    for before, after in zip(old, new, strict=True):
        assert text.count(before + "\n") == 1
        text = text.replace(before + "\n", after + "\n")
    file.write_text(text, "utf-8")


def test_every_command_says_what_the_page_shows(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    shutil.copy(ROOT / "examples" / "spreadsheet" / "raci.xlsx", tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    ran = 0
    for language, lines in blocks():
        if language == "diff":
            mend(lines, tmp_path / "org.yaml")
            continue
        for command, shown in commands(lines):
            got = said(command, tmp_path)
            assert matches(shown, got), "\n".join([command, *got])
            ran += 1
    assert ran > 10
