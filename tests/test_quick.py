"""The short way through the command line says what click says, or leaves the words to click."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelint.cli.commands import COMMANDS, arguments, group
from rolelint.cli.quick import COMPLETING, DEFAULTS, parsed

WORDS = [
    "org.yaml", "a b/c.yaml", "-", "--", "", "-x", "lint", "rules", "org", "--format", "json", "text",
    "--format=json", "--select", "--ignore", "raci,overlap/*", " raci , ,", "--fail-on", "error", "info",
    "--no-color", "--color", "--quiet", "-q", "-qq", "--hints", "--since", "--help", "--version", "--output",
    "--baseline", "--config", "--since=x", "--today", "text=-", "--nonsense", "é",
]  # fmt: skip
HEAVY = "click", "jsonschema", "difflib", "dataclasses", "tempfile", "statistics"
"""Libraries that a run without findings does without."""


def by_click(given: list[str]) -> dict[str, Any]:
    """What click makes of the words: the parameters of the command `lint`."""
    words = arguments(given)
    with click.Context(group) as above:
        command = group.get_command(above, words[0])
        assert command is not None
        return command.make_context(words[0], words[1:], parent=above).params


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_read_the_short_way_is_what_click_reads(given: list[str]) -> None:
    quick = parsed(given)
    if quick is not None:
        assert by_click(given) == {"paths": quick[0], **quick[1]}


@pytest.mark.parametrize(
    ("given", "paths", "flags"),
    [
        ([], (), {}),
        (["org.yaml", "-"], ("org.yaml", "-"), {}),
        (["--format", "github", "org"], ("org",), {"form": "github"}),
        (["./org", "-q", "--no-color"], ("./org",), {"quiet": True, "color": False}),
        (["--select", "raci,overlap", "--select", "a/b"], (), {"select": ("raci", "overlap", "a/b")}),
        (["a.yaml", "--fail-on", "warning"], ("a.yaml",), {"fail_on": "warning"}),
        (
            ["--baseline", "b.json", "--since", "HEAD", "--config", "none"],
            (),
            {"baseline": "b.json", "since": "HEAD", "config": "none"},
        ),
        (["--output", "json=a", "--output", "text=-"], (), {"outputs": ("json=a", "text=-")}),
    ],
)
def test_hooks_and_pipelines_go_the_short_way(
    given: list[str], paths: tuple[str, ...], flags: dict[str, Any]
) -> None:
    assert parsed(given) == (paths, {**DEFAULTS, **flags})


@pytest.mark.parametrize(
    "given",
    [
        *([name, "org.yaml"] for name in COMMANDS),
        ["--format", "jason"],
        ["--format"],
        ["--select", "-q"],
        ["-h"],
    ],
)
def test_commands_help_and_mistakes_are_for_click(given: list[str]) -> None:
    assert parsed(given) is None


def test_completion_is_for_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETING, "bash_complete")
    assert parsed(["org.yaml"]) is None


def test_a_run_without_findings_imports_little(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text("tasks: {Run payroll: finance}\n", "utf-8")
    code = "import sys; before = set(sys.modules)\n"
    code += "from rolelint.cli import run\ntry: run(['org.yaml'])\n"
    code += f"finally: print(sorted(set({HEAVY!r}) & set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"
