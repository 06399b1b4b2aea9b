"""Where reports go, what is said beside them, and how a run ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_helpers import put, run

from rolelint.reporting import REPORTERS

BAD = "tasks:\n  - {name: Run payroll, responsible: finance}\n"
MILD = "tasks:\n  - {name: Run payroll, owner: finance} # rolelint: ignore[raci/vague-task]: x\n"
SOUND = "tasks:\n  - {name: Run payroll, owner: finance}\n"


def test_several_reports_in_one_run(tmp_path: Path) -> None:
    put(tmp_path, org=BAD)
    outputs = [f"--output={form}=out/deep/{form}" for form in REPORTERS]
    done = run("org.yaml", *outputs, "--output", "concise=-", cwd=tmp_path)
    alone = {form: run("org.yaml", "--format", form, cwd=tmp_path).out for form in REPORTERS}
    assert (done.code, done.out, done.err) == (1, alone["concise"], "")
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "out" / "deep").iterdir()} == alone
    put(tmp_path, org=SOUND)
    assert run("org.yaml", "--output", "json=out/deep/json", cwd=tmp_path).out == ""
    assert json.loads((tmp_path / "out" / "deep" / "json").read_text())["findings"] == [], (
        "made anew each run"
    )
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["json=a", "text=./a"], "--output: only one format can go to ./a"),
        (["json=-", "text=-"], "--output: only one format can go to standard output"),
        (["jsn=a"], f'--output: "jsn=a" is not FORMAT=FILE with a format of {", ".join(REPORTERS)}'),
        (["json="], f'--output: "json=" is not FORMAT=FILE with a format of {", ".join(REPORTERS)}'),
        (["text=org.yaml"], "--output: org.yaml is not replaced: it is no report's own file"),
        (["text=other.yml"], "--output: other.yml is not replaced: it is no report's own file"),
        (["markdown=raci.md"], "--output: raci.md is not replaced: it is no report's own file"),
        (["json=org.yaml/x"], "--output: org.yaml/x: "),
        (["json=folder"], "--output: folder: a folder, not a file"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    tmp_path: Path, outputs: list[str], said: str
) -> None:
    (tmp_path / "folder").mkdir()
    put(tmp_path, org=BAD, **{"raci.md": "| task | finance |\n|---|---|\n| Run payroll | R |\n"})
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    given = [word for output in outputs for word in ("--output", output)]
    done = run("org.yaml", "raci.md", *given, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"rolelint: {said}")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_devices_are_written_to_not_replaced(tmp_path: Path) -> None:
    put(tmp_path, org=SOUND)
    assert run("org.yaml", "--output", f"text={os.devnull}", cwd=tmp_path).code == 0
    assert not Path(os.devnull).is_file()
    os.mkfifo(tmp_path / "pipe")
    shell = f"{sys.executable} -m rolelint org.yaml --output concise=pipe --output json=- & cat pipe; wait"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout)["summary"]["tasks"] == 1


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit", "github", "markdown"])
def test_machine_formats_are_alone_on_standard_output(tmp_path: Path, form: str) -> None:
    put(tmp_path, org=BAD, odd="services: {}\n")
    plain = run("org.yaml", "odd.yaml", "--format", form, cwd=tmp_path)
    noisy = run(
        "org.yaml", "odd.yaml", "--format", form, "--statistics", "--write-baseline", "--color", cwd=tmp_path
    )
    quiet = run(
        "org.yaml", "odd.yaml", "--format", form, "--baseline", ".rolelint-baseline.json", cwd=tmp_path
    )
    assert plain.err == "rolelint: odd.yaml: no `tasks:` or `matrix:` in it\n"
    assert "1 finding written" in noisy.err
    assert noisy.out == quiet.out
    assert "\x1b" not in noisy.out


def test_statistics_count_the_rules(tmp_path: Path) -> None:
    put(tmp_path, org=BAD + "  - {name: Pay taxes, responsible: finance}\n  - {name: Stuff, owner: x}\n")
    said = ["     2  error    raci/no-accountable"]
    done = run("org.yaml", "--statistics", "--quiet", "--select", "raci/no-accountable", cwd=tmp_path)
    assert done.lines[-1:] == said
    machine = run(
        "org.yaml", "--statistics", "--format", "json", "--select", "raci/no-accountable", cwd=tmp_path
    )
    assert machine.err.splitlines() == said
    assert json.loads(machine.out)["summary"]["findings"]["error"] == 2


def test_quiet_leaves_findings_and_no_more(tmp_path: Path) -> None:
    put(tmp_path, org=BAD)
    whole, quiet = (run("org.yaml", *flags, cwd=tmp_path) for flags in ([], ["--quiet"]))
    assert quiet.code == whole.code == 1
    assert whole.out.startswith(quiet.out)
    assert whole.out[len(quiet.out) :].startswith("\n1 file, 1 task: 1 error\n")
    put(tmp_path, org=SOUND)
    assert run("org.yaml", "--quiet", cwd=tmp_path).out == ""


@pytest.mark.parametrize(
    ("files", "given", "code"),
    [
        ({"org": SOUND}, [], 0),
        ({"org": BAD}, [], 1),
        ({"org": MILD}, [], 0),
        ({"org": MILD}, ["--fail-on", "warning"], 1),
        ({"org": MILD}, ["--fail-on", "info"], 1),
        ({"org": MILD}, ["--preset", "strict"], 1),
        ({"org": MILD}, ["--preset", "lenient", "--fail-on", "warning"], 0),
        ({"org": SOUND}, ["--fail-on", "info"], 0),
        ({"org": BAD}, ["--ignore", "raci"], 0),
        ({"org": BAD, "odd": "a: [\n"}, [], 1),
        ({"org": SOUND, "odd": "a: [\n"}, ["odd.yaml"], 1),
        ({"org": SOUND}, ["gone.yaml"], 2),
        ({"org": BAD}, ["gone.yaml"], 2),
        ({"org": BAD}, ["--select", "nothing"], 2),
        ({"org": BAD}, ["--no-such-flag"], 2),
        ({"org": BAD, "_rolelint": "selct: x\n"}, [], 2),
        ({"org": BAD, "_rolelint": "a: [\n"}, [], 2),
        ({"org": BAD}, ["--config", "gone.yaml"], 2),
        ({"org": BAD, "_rolelint": "exclude: [org.yaml]\n"}, [], 3),
        ({"odd": "services: {}\n"}, [], 3),
        ({"org": ""}, [], 3),
        ({"org": "tasks: []\n"}, [], 3),
    ],
)
def test_how_a_run_ends(tmp_path: Path, files: dict[str, str], given: list[str], code: int) -> None:
    put(tmp_path, **files)
    for form in ("text", "json", "concise"):
        done = run(*(["org.yaml"] if "org" in files else ["."]), *given, "--format", form, cwd=tmp_path)
        assert done.code == code, done
        assert bool(done.err) == (code >= 2), "what went wrong is said, and nothing else"


def test_an_unreadable_configuration_is_said(tmp_path: Path) -> None:
    put(tmp_path, org=SOUND)
    (tmp_path / ".rolelint.yaml").mkdir()
    done = run("org.yaml", cwd=tmp_path)
    assert (done.code, done.err) == (2, "rolelint: .rolelint.yaml: a folder, not a file\n")


def test_machine_formats_are_utf_8_on_any_console(tmp_path: Path) -> None:
    put(tmp_path, org=BAD.replace("Run payroll", "Löhne 給与 zahlen"))
    env = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    for form in ("github", "markdown", "junit", "sarif"):
        command = [sys.executable, "-m", "rolelint", "org.yaml", "--format", form]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=env)
        assert (done.returncode, done.stderr) == (1, b"")
        text = done.stdout.decode("utf-8")
        assert "給与" in text or text.isascii(), form
