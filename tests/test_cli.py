"""The command line as users run it: arguments, exit codes, what goes where."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "tasks:\n  - {name: Run payroll, accountable: finance, responsible: finance}\n"
BAD = "tasks:\n  - name: Run payroll\n    responsible: finance\n"


def rolelint(
    *arguments: str, stdin: str | bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own; a traceback anywhere fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", "rolelint", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")} | env,
        check=False,
        timeout=60,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def org(tmp_path: Path) -> Path:
    path = tmp_path / "org.yaml"
    path.write_text(BAD)
    return path


def test_a_finding_fails_the_run(org: Path) -> None:
    done = rolelint("org.yaml", "--format", "concise", cwd=org.parent)
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        'org.yaml:2:11: error raci/no-accountable nobody is accountable for "Run payroll"\n',
        "",
    )


def test_a_sound_matrix_passes(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text(GOOD)
    done = rolelint("org.yaml", "--format", "concise", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_options_may_come_before_the_path(org: Path) -> None:
    assert rolelint("--format", "json", "org.yaml", cwd=org.parent).returncode == 1


def test_no_path_means_this_folder(org: Path) -> None:
    assert rolelint("--format", "concise", cwd=org.parent).stdout.startswith("org.yaml:2:11: error")


def test_standard_input(org: Path) -> None:
    done = rolelint("-", "--format", "concise", stdin=BAD)
    assert (done.returncode, done.stdout.split(": ")[0]) == (1, "<stdin>:2:11")


def test_fail_on_decides_what_fails(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text("tasks:\n  - {name: Run payroll, accountable: finance}\n")
    codes = [rolelint("org.yaml", *flag, cwd=tmp_path).returncode for flag in ([], ["--fail-on", "warning"])]
    assert codes == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "raci/no-acountable"], 'did you mean "raci/no-accountable"?'),
        (["--ignore", "salesmarketing"], 'did you mean "sales-marketing"?'),
        (["--format", "jsn"], "'jsn' is not one of"),
        (["--no-such-flag"], "No such option"),
        (["--today", "2027-02-31"], '"2027-02-31" is not a date'),
    ],
)
def test_wrong_usage_is_said_and_exits_2(org: Path, arguments: list[str], said: str) -> None:
    done = rolelint("org.yaml", *arguments, cwd=org.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_all_unknown_rules_are_told_at_once(org: Path) -> None:
    done = rolelint("org.yaml", "--select", "nope,neither", "--ignore", "nor-this", cwd=org.parent)
    assert done.stderr.splitlines() == [
        'rolelint: select: no rule is called "nope"',
        'rolelint: select: no rule is called "neither"',
        'rolelint: ignore: no rule is called "nor-this"',
    ]


def test_unreadable_files_are_said_and_the_rest_is_linted(org: Path) -> None:
    done = rolelint("absent.yaml", "org.yaml", "--format", "concise", cwd=org.parent)
    assert (done.returncode, done.stderr) == (2, "rolelint: absent.yaml: no such file or folder\n")
    assert done.stdout.startswith("org.yaml:2:11: error raci/no-accountable")


def test_nothing_to_lint_is_3(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\n")
    done = rolelint(".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (3, "rolelint: nothing to lint: no task was found\n")
    named = rolelint("compose.yaml", cwd=tmp_path)
    assert named.returncode == 3
    assert named.stderr.startswith("rolelint: compose.yaml: no `tasks:` or `matrix:` in it\n")


def test_a_broken_file_is_a_finding_and_the_rest_is_linted(org: Path) -> None:
    (org.parent / "broken.yaml").write_text("tasks:\n  - {name: Sort mail, accountable: office\n")
    done = rolelint(".", "--format", "json", "--select", "raci/*", cwd=org.parent)
    found = [(f["file"], f["rule"]) for f in json.loads(done.stdout)["findings"]]
    assert done.returncode == 1
    assert ("broken.yaml", "file/syntax") in found
    assert ("org.yaml", "raci/no-accountable") in found


def test_what_was_misspelt_is_not_also_missing(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text(
        "tasks:\n  - {name: Run payroll, acountable: hr}\n  - {name: Pay tax}\n"
    )
    done = rolelint("org.yaml", "--format", "concise", cwd=tmp_path)
    assert [line.split()[0] + " " + line.split()[2] for line in done.stdout.splitlines()] == [
        "org.yaml:2:25: file/unknown-key",
        "org.yaml:3:12: raci/no-accountable",
    ]


def test_colours_only_where_wanted(org: Path) -> None:
    plain = rolelint("org.yaml", cwd=org.parent).stdout
    assert "\x1b" not in plain
    assert "\x1b[" in rolelint("org.yaml", cwd=org.parent, FORCE_COLOR="1").stdout
    assert rolelint("org.yaml", cwd=org.parent, FORCE_COLOR="1", NO_COLOR="1").stdout == plain
    assert rolelint("org.yaml", "--no-color", cwd=org.parent, FORCE_COLOR="1").stdout == plain


def test_a_narrow_console_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text(BAD.replace("Run payroll", "Löhne 給与 zahlen"), "utf-8")
    done = rolelint("org.yaml", cwd=tmp_path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "\\u7d66" in done.stdout


def test_the_same_input_gives_the_same_bytes(org: Path) -> None:
    runs = {rolelint("org.yaml", cwd=org.parent, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(runs) == 1


def test_version_and_help() -> None:
    from rolelint import __version__

    assert rolelint("--version").stdout == f"rolelint {__version__}\n"
    assert rolelint("--help").stdout.startswith("Usage: rolelint [OPTIONS] COMMAND [ARGS]...")
    assert "--select" in rolelint("lint", "--help").stdout


def test_rules_are_listed_and_explained() -> None:
    listed = rolelint("rules", "raci").stdout
    assert "error    raci/no-accountable" in listed
    page = rolelint("explain", "raci/no-accountable").stdout
    assert [
        head for head in ("Why", "What to do", "Source", "Avoid", "Prefer") if f"\n{head}\n" not in page
    ] == []
    assert rolelint("explain", "no-accountable").stdout == page


def test_an_unknown_rule_is_not_explained() -> None:
    done = rolelint("explain", "raci/no-acountable")
    assert done.returncode == 2
    assert done.stderr == (
        'rolelint: no rule is called "raci/no-acountable" — did you mean "raci/no-accountable"?\n'
    )


def test_a_sentence_is_explained() -> None:
    done = rolelint("explain", "Negotiate contract terms with customers")
    assert done.returncode == 0
    assert "sales" in done.stdout


def test_the_schema_is_printed() -> None:
    assert json.loads(rolelint("schema").stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    rows = "".join(f"  - {{name: Task {n}, responsible: finance}}\n" for n in range(3000))
    (tmp_path / "org.yaml").write_text("tasks:\n" + rows)
    shell = f"{sys.executable} -m rolelint org.yaml | head -1"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr
    assert done.stderr == b""


def test_jsonschema_is_not_imported_for_a_sound_matrix(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text(GOOD)
    code = (
        "import sys\n"
        "from rolelint.cli import run\n"
        "run(['org.yaml'])\n"
        "print(sorted(set(sys.modules) & {'jsonschema', 'json.tool', 'jinja2', 'openpyxl'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, timeout=60
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
