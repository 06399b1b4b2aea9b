"""`rolelint init`: what is written, what is asked, and that nothing is ever replaced."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolelint import schema, source
from rolelint.cli import init
from rolelint.cli.commands import group


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(group, ["init", *arguments], input=answers)


def data(file: str, kind: str) -> object:
    got = source.read(file, Path(file).read_bytes())
    assert got.problems == []
    assert schema.problems(got.documents[0].data, kind, 0) == []
    return got.documents[0].data


def test_without_a_terminal_the_flags_and_their_defaults_answer() -> None:
    done = run("--headcount", "80", "--functions", "Sales & Success, no")
    assert (done.exit_code, done.stdout) == (
        0,
        "wrote org.yaml\nwrote .rolelint.yaml\nNext: rolelint org.yaml\n",
    )
    assert data("org.yaml", "organisation") == {
        "org": {"headcount": 80},
        "tasks": {
            "Close new-business deals": "Sales & Success",
            "Plan campaigns for the year": "no",
            "Qualify inbound leads": {
                "A": "Sales & Success",
                "R": "Sales & Success",
                "C": "no",
                "handoff": {
                    "from": "no", "to": "Sales & Success", "when": "lead asks for a demo", "within": "24h",
                },
            },
            "Set list prices": None,
        },
    }  # fmt: skip
    assert data(".rolelint.yaml", "config") == {"include": ["org.yaml"], "fail-on": "error"}


def test_in_a_terminal_three_questions_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "asked", lambda: True)
    done = run(answers="12\n\ngithub\n")
    assert done.exit_code == 0
    assert [line.partition(" [")[0] for line in done.stdout.splitlines() if "[" in line] == [
        "How many people work there",
        "Two functions whose work meets",
        "What runs rolelint on every change (none, pre-commit, github)",
    ]
    assert sorted(str(p) for p in Path().rglob("*") if p.is_file()) == [
        ".github/workflows/rolelint.yml", ".rolelint.yaml", "org.yaml",
    ]  # fmt: skip
    got = source.read("x.yml", Path(".github/workflows/rolelint.yml").read_bytes())
    assert (got.problems, sorted(got.documents[0].data)) == ([], ["jobs", "name", "on", "permissions"])


def test_a_hook_and_another_name() -> None:
    assert run("--run", "pre-commit", "--file", "who.yaml").exit_code == 0
    hook = source.read("x", Path(".pre-commit-config.yaml").read_bytes())
    assert hook.problems == []
    assert hook.documents[0].data["repos"][0]["hooks"][0]["id"] == "rolelint"
    assert data(".rolelint.yaml", "config") == {"include": ["who.yaml"], "fail-on": "error"}


def test_nothing_is_replaced_and_nothing_half_written() -> None:
    Path(".rolelint.yaml").write_text("mine", "utf-8")
    done = run()
    assert (done.exit_code, done.stderr) == (2, "rolelint: not replaced: .rolelint.yaml\n")
    assert [(p.name, p.read_text("utf-8")) for p in Path().iterdir()] == [(".rolelint.yaml", "mine")]


def test_two_functions_are_needed() -> None:
    done = run("--functions", "sales")
    assert (done.exit_code, list(Path().iterdir())) == (2, [])
    assert "give two names with a comma between" in done.stderr


def test_the_matrix_is_short() -> None:
    run()
    lines = Path("org.yaml").read_text("utf-8").splitlines()
    assert len([line for line in lines if line.strip() and not line.lstrip().startswith("#")]) <= 10
