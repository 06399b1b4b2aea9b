"""`rolelint import` and `rolelint export` as users run them: files, pipes, exit codes, what goes where."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolelint.cli.commands import group

CSV = "Task,Sales,Marketing\nWrite copy,I,A/R\nClose deals,A/R,✓\n"
YAML = """\
# yaml-language-server: $schema=https://rolelint.org/schemas/organisation.schema.json
# Imported from raci.csv.

matrix:
  Write copy: {Sales: I, Marketing: A/R}
  # not sure: "✓" of Marketing is no letter
  Close deals: {Sales: A/R}
"""
SUMMARY = """\
raci.csv: 2 tasks, 2 parties
  9 cells read = 8 written + 1 reported below
  raci.csv:3:17: left out: "✓" of Marketing is no letter
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raci.csv").write_text(CSV, "utf-8")


def run_import(*given: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(group, ["import", *given], input=stdin)


def run_export(*given: str) -> Result:
    return CliRunner().invoke(group, ["export", *given])


def test_yaml_goes_to_standard_output_and_the_summary_to_standard_error() -> None:
    done = run_import("raci.csv")
    assert (done.exit_code, done.stdout, done.stderr) == (0, YAML, SUMMARY)


def test_standard_input_is_read_and_its_format_guessed() -> None:
    done = run_import("-", "-q", stdin=CSV.encode("utf-16"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == YAML.replace("raci.csv", "<stdin>")


def test_an_output_file_is_written_once_and_replaced_only_when_asked() -> None:
    assert run_import("raci.csv", "-o", "org.yaml").exit_code == 0
    assert Path("org.yaml").read_text("utf-8") == YAML
    Path("org.yaml").write_text("mine", "utf-8")
    done = run_import("raci.csv", "-o", "org.yaml")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (
        2,
        "rolelint: org.yaml: there is a file already; --force replaces it",
    )
    assert Path("org.yaml").read_text("utf-8") == "mine"
    assert run_import("raci.csv", "-o", "org.yaml", "--force").exit_code == 0
    assert Path("org.yaml").read_text("utf-8") == YAML


def test_several_files_become_one_matrix() -> None:
    Path("more.csv").write_text("Task,HR\nHire,A/R\n", "utf-8")
    done = run_import("raci.csv", "more.csv")
    assert done.stdout.splitlines()[1:2] == ["# Imported from raci.csv, more.csv."]
    assert done.stdout.splitlines()[-1] == "  Hire: {HR: A/R}"


def test_a_file_without_a_matrix_is_said_in_one_line() -> None:
    Path("prose.md").write_text("We sell things.\n", "utf-8")
    done = run_import("prose.md")
    assert (done.exit_code, done.stdout, done.stderr) == (
        3,
        "",
        "prose.md: no matrix found (0 cells looked at)\n",
    )


WRONG = {
    "a missing file": (["none.csv"], "rolelint: none.csv: no such file or folder"),
    "a folder": (["."], "rolelint: .: a folder, not a file"),
    "a folder that is not there": (
        ["raci.csv", "-q", "-o", "no/org.yaml"], "rolelint: no/org.yaml: no such file or folder",
    ),
    "an old workbook": (
        ["old.xls"], "rolelint: old.xls: this is an old Excel file (.xls): save it as .xlsx or .csv",
    ),
    "two characters": (
        ["raci.csv", "--delimiter", "::"], "rolelint: --delimiter takes one character, or `tab`",
    ),
    "a map of other words": (
        ["raci.csv", "--map", "map.yaml"],
        'rolelint: map.yaml: the map: "colums" is not known: columns, letters, tasks',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said(arguments: list[str], words: str) -> None:
    Path("old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    Path("map.yaml").write_text("colums: {}\n", "utf-8")
    done = run_import(*arguments)
    assert (done.exit_code, done.stdout, done.stderr.splitlines()) == (2, "", [words])


def test_all_that_cannot_be_read_is_said_at_once_and_nothing_is_written() -> None:
    Path("old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    done = run_import("none.csv", "raci.csv", "old.xls", "-o", "org.yaml")
    assert done.exit_code == 2
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["none.csv", "old.xls"]
    assert not Path("org.yaml").exists()


def test_a_map_file() -> None:
    Path("map.yaml").write_text('letters: {"✓": responsible}\n', "utf-8")
    done = run_import("raci.csv", "--map", "map.yaml", "-q")
    assert done.stdout.splitlines()[-1] == "  Close deals: {Sales: A/R, Marketing: R}"


def test_export_takes_the_format_from_the_name() -> None:
    run_import("raci.csv", "-o", "org.yaml")
    table = "Task,Sales,Marketing\nWrite copy,I,R/A\nClose deals,R/A,-\n"
    assert run_export("org.yaml").stdout == table
    assert run_export("org.yaml", "-o", "out.md").exit_code == 0
    assert Path("out.md").read_text("utf-8").splitlines()[0] == "| Task        | Sales | Marketing |"
    assert run_export("org.yaml", "-o", "out.xlsx").exit_code == 0
    assert Path("out.xlsx").read_bytes()[:2] == b"PK"
    done = run_export("org.yaml", "-o", "out.md")
    assert (done.exit_code, done.stderr) == (
        2,
        "rolelint: out.md: there is a file already; --force replaces it\n",
    )


def test_export_of_nothing() -> None:
    Path("empty.yaml").write_text("tasks: []\n", "utf-8")
    done = run_export("empty.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (3, "", "rolelint: no task found to export\n")
