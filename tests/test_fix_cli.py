"""--fix, --unsafe-fixes and --diff on real files: what is written, what is said, and what is left alone."""

import os
from pathlib import Path

import pytest
from cli_helpers import git, put, run

SLIP = "roles: {payroll-lead: {}}\ntasks:\n  - {name: Run payroll, owner: payroll-laed}\n"
MENDED = SLIP.replace("laed", "lead")
TWO = "tasks:\n  - name: Patch the servers\n    accountable: [IT, operations]\n    responsible: IT\n"


def test_fix_writes_the_file_and_reports_what_is_left(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP + TWO.removeprefix("tasks:\n"))
    done = run("--fix", "--format", "concise", "org.yaml", cwd=tmp_path)
    assert (tmp_path / "org.yaml").read_text() == MENDED + TWO.removeprefix("tasks:\n")
    assert [line.split()[2] for line in done.lines] == ["raci/several-accountable"]
    assert (done.code, done.err) == (1, "rolelint: 1 fix made: org.yaml\n")
    assert run("--unsafe-fixes", "org.yaml", cwd=tmp_path).code == 0
    assert "accountable: [IT]\n    consulted: operations\n" in (tmp_path / "org.yaml").read_text()


def test_machine_formats_stay_pure(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP)
    done = run("--fix", "--format", "json", "org.yaml", cwd=tmp_path)
    assert done.out.startswith("{")
    assert done.code == 0


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    put(tmp_path, org="# é\r\n" + SLIP)
    before = (tmp_path / "org.yaml").read_bytes()
    done = run("--diff", "org.yaml", cwd=tmp_path)
    assert done.code == 1
    assert done.lines == [
        "--- org.yaml",
        "+++ org.yaml",
        "@@ -1,4 +1,4 @@",
        " # é",
        " roles: {payroll-lead: {}}",
        " tasks:",
        "-  - {name: Run payroll, owner: payroll-laed}",
        "+  - {name: Run payroll, owner: payroll-lead}",
    ]
    assert (tmp_path / "org.yaml").read_bytes() == before
    put(tmp_path, org=MENDED)
    assert run("--diff", "org.yaml", cwd=tmp_path)[:2] == (0, "")


def test_the_diff_can_be_applied(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP.rstrip("\n"))
    (tmp_path / "fix.patch").write_text(run("--diff", "org.yaml", cwd=tmp_path).out)
    git(tmp_path, "init", "-q")
    git(tmp_path, "apply", "-p0", "fix.patch")
    assert (tmp_path / "org.yaml").read_text() == MENDED.rstrip("\n")


def test_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    done = run("--fix", "--stdin-filename", "org.yaml", "-", cwd=tmp_path, stdin=SLIP)
    assert (done.code, done.out) == (0, MENDED)
    assert run("--fix", "-", cwd=tmp_path, stdin=TWO)[:2] == (1, TWO)
    assert list(tmp_path.iterdir()) == []


def test_only_selected_rules_mend(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP.replace("owner", "consulted: [], owner"))
    run("--fix", "--select", "overlap", "org.yaml", cwd=tmp_path)
    assert "payroll-laed" in (tmp_path / "org.yaml").read_text()
    run("--fix", "--select", "raci/unknown-role", "org.yaml", cwd=tmp_path)
    assert (tmp_path / "org.yaml").read_text() == MENDED.replace("owner", "consulted: [], owner")


def test_what_a_baseline_answers_is_left(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP)
    run("--write-baseline", "org.yaml", cwd=tmp_path)
    run("--fix", "--baseline", ".rolelint-baseline.json", "org.yaml", cwd=tmp_path)
    assert (tmp_path / "org.yaml").read_text() == SLIP
    assert run("--fix", "--write-baseline", "org.yaml", cwd=tmp_path).code == 2


def test_only_files_that_were_named_are_written(tmp_path: Path) -> None:
    put(tmp_path, _rolelint="include: ['*.yaml']\n", a=MENDED, b="tasks: {Close the books: payroll-laed}\n")
    run("--fix", "a.yaml", cwd=tmp_path)
    assert "payroll-laed" in (tmp_path / "b.yaml").read_text()
    run("--fix", "b.yaml", cwd=tmp_path)
    assert (tmp_path / "b.yaml").read_text() == "tasks: {Close the books: payroll-lead}\n"


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_modes_stay_and_links_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP, locked=SLIP)
    (tmp_path / "org.yaml").chmod(0o640)
    (tmp_path / "locked.yaml").chmod(0o444)
    (tmp_path / "link.yaml").symlink_to("org.yaml")
    done = run("--fix", "link.yaml", cwd=tmp_path)
    assert done.err == "rolelint: not mended: link.yaml: a link; name the file it leads to, org.yaml\n"
    assert done.code == 1
    done = run("--fix", "locked.yaml", cwd=tmp_path)
    assert done.err == "rolelint: not mended: locked.yaml: it may not be written\n"
    assert (tmp_path / "org.yaml").read_text() == (tmp_path / "locked.yaml").read_text() == SLIP
    run("--fix", "org.yaml", cwd=tmp_path)
    assert (tmp_path / "org.yaml").read_text() == MENDED
    assert (tmp_path / "org.yaml").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.yaml").is_symlink()
    assert len(list(tmp_path.iterdir())) == 3
