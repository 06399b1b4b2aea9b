"""Old findings are quiet: by a baseline file, or by what a git reference had."""

import json
from pathlib import Path

import pytest
from cli_helpers import concise, git, put, run

ROW = "  - {{name: {}, responsible: finance}}\n"
MISSING = "raci/no-accountable"
NAME = ".rolelint-baseline.json"


def matrix(*tasks: str) -> str:
    return "tasks:\n" + "".join(ROW.format(task) for task in tasks)


def rows(folder: Path) -> list[tuple[str, str]]:
    """File and task of each entry of the baseline."""
    entries = json.loads((folder / NAME).read_text("utf-8"))["findings"]
    return [(entry["file"], entry["task"]) for entry in entries]


def test_what_is_noted_is_quiet_and_what_is_new_fails(tmp_path: Path) -> None:
    put(tmp_path, org=matrix("Run payroll", "Pay taxes"))
    written = run("org.yaml", "--write-baseline", cwd=tmp_path)
    assert (written.code, written.err) == (0, f"rolelint: 2 findings written to {NAME}\n")
    assert sorted(rows(tmp_path)) == [("org.yaml", "Pay taxes"), ("org.yaml", "Run payroll")]
    quiet = run("org.yaml", "--baseline", NAME, cwd=tmp_path)
    assert (quiet.code, quiet.err) == (0, "")
    assert quiet.lines[0] == "1 file, 2 tasks: no findings (2 old)"
    put(tmp_path, org="# moved\n\n" + matrix("Audit the books", "Pay taxes", "Run payroll"))
    assert concise("org.yaml", "--baseline", NAME, cwd=tmp_path) == [f"org.yaml:4:12 {MISSING}"]
    assert run("org.yaml", "--baseline", NAME, cwd=tmp_path).code == 1


def test_a_baseline_is_the_same_bytes_wherever_it_is_written_from(tmp_path: Path) -> None:
    put(tmp_path, org__a=matrix("Run payroll"))
    run(".", "--write-baseline", cwd=tmp_path)
    before = (tmp_path / NAME).read_bytes()
    run(".", "--write-baseline", "--baseline", f"../{NAME}", cwd=tmp_path / "org")
    assert (tmp_path / NAME).read_bytes() == before
    assert rows(tmp_path) == [("org/a.yaml", "Run payroll")]


def test_mended_findings_are_told_and_taken_out(tmp_path: Path) -> None:
    put(tmp_path, a=matrix("Run payroll", "Pay taxes"), b=matrix("Audit the books"))
    run(".", "--write-baseline", cwd=tmp_path)
    put(tmp_path, a=matrix("Pay taxes"))
    told = run(".", "--baseline", NAME, cwd=tmp_path)
    assert (told.code, told.err) == (
        0, f"rolelint: 1 mended, no longer found (--prune-baseline takes them out of {NAME})\n",
    )  # fmt: skip
    assert run(".", "--baseline", NAME, "--quiet", cwd=tmp_path).err == ""
    pruned = run(".", "--prune-baseline", cwd=tmp_path)
    assert (pruned.code, pruned.err) == (0, f"rolelint: 1 mended, taken out of {NAME}\n")
    assert sorted(rows(tmp_path)) == [("a.yaml", "Pay taxes"), ("b.yaml", "Audit the books")]


def test_what_a_run_did_not_look_at_is_not_mended(tmp_path: Path) -> None:
    put(tmp_path, a=matrix("Run payroll"), b=matrix("Audit the books"))
    run(".", "--write-baseline", cwd=tmp_path)
    before = (tmp_path / NAME).read_bytes()
    for narrowed in (["a.yaml"], [".", "--select", "overlap"], [".", "--ignore", "raci"]):
        done = run(*narrowed, "--prune-baseline", cwd=tmp_path)
        assert (done.code, done.err, (tmp_path / NAME).read_bytes()) == (0, "", before), narrowed
    (tmp_path / "b.yaml").unlink()
    assert run("a.yaml", "--prune-baseline", cwd=tmp_path).err.startswith("rolelint: 1 mended")
    assert rows(tmp_path) == [("a.yaml", "Run payroll")]


def test_a_baseline_replaces_nothing_but_a_baseline(tmp_path: Path) -> None:
    put(tmp_path, org=matrix("Run payroll"))
    done = run("org.yaml", "--write-baseline", "--baseline", "org.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "rolelint: --baseline: org.yaml is not replaced: it is no baseline\n"
    assert (tmp_path / "org.yaml").read_text("utf-8") == matrix("Run payroll")
    (tmp_path / NAME).write_text('<<<<<<< ours\n{"findings": [\n')
    assert run("org.yaml", "--baseline", NAME, cwd=tmp_path).code == 2
    assert run("org.yaml", "--write-baseline", cwd=tmp_path).code == 0
    assert run("org.yaml", "--baseline", NAME, cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--baseline", "none.json"],
         "--baseline: none.json: no such file or folder; --write-baseline makes it"),
        (["--write-baseline", "--since", "HEAD"],
         "--write-baseline notes all findings; it does not go with --since"),
        (["--write-baseline", "--prune-baseline"],
         "--write-baseline notes all findings; it does not go with --prune-baseline"),
        (["--since", "HEAD"],
         "--since: fatal: not a git repository (or any of the parent directories): .git"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_said(tmp_path: Path, given: list[str], said: str) -> None:
    put(tmp_path, org=matrix("Run payroll"))
    done = run("org.yaml", *given, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"rolelint: {said}\n")


def test_what_was_not_read_is_never_old(tmp_path: Path) -> None:
    put(tmp_path, org="tasks:\n  - {name: Run payroll, owner: finance\n")
    assert run("org.yaml", "--write-baseline", cwd=tmp_path).code == 1
    assert run("org.yaml", "--baseline", NAME, cwd=tmp_path).code == 1


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    put(tmp_path, org__a=matrix("Run payroll"), org__b=matrix("Pay taxes"))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def since(folder: Path, *given: str, ref: str = "HEAD") -> list[str]:
    return concise(*(given or (".",)), "--since", ref, cwd=folder)


def test_only_what_the_reference_had_not_is_told(repository: Path) -> None:
    assert since(repository) == []
    put(
        repository,
        org__a="# moved\n" + matrix("Run payroll", "Audit the books"),
        new=matrix("Count the stock"),
    )
    expected = [f"new.yaml:2:12 {MISSING}", f"org/a.yaml:4:12 {MISSING}"]
    assert since(repository) == expected
    done = run(".", "--since", "HEAD", cwd=repository)
    assert (done.code, done.lines[-2]) == (1, "3 files, 4 tasks: 2 errors (2 old)")
    assert since(repository / "org") == [f"a.yaml:4:12 {MISSING}"], "below the root of the repository"
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "two")
    assert since(repository) == []
    assert since(repository, ref="HEAD~1") == expected


@pytest.mark.parametrize("given", [(), ("org",), ("org/renamed.yaml",)])
def test_a_renamed_file_brings_nothing_new(repository: Path, given: tuple[str, ...]) -> None:
    git(repository, "mv", "org/a.yaml", "org/renamed.yaml")
    assert since(repository, *given) == []
    put(repository, org__renamed=matrix("Run payroll", "Audit the books"))
    assert since(repository, *given) == [f"org/renamed.yaml:3:12 {MISSING}"]


def test_the_organisation_is_judged_whole_at_both_times(tmp_path: Path) -> None:
    twice = "tasks:\n  - {{name: Count the stock, accountable: {0}, responsible: {0}}}\n"
    put(tmp_path, org__a=twice.format("Ada"), org__b=matrix("Pay taxes"))
    (tmp_path / ".rolelint.yaml").write_text("include: ['org/**']\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    put(tmp_path, org__b=matrix("Pay taxes") + twice.format("Ben").removeprefix("tasks:\n"))
    found = since(tmp_path)
    assert found != []
    assert all("overlap/" in line for line in found)
    assert since(tmp_path, "org/a.yaml") == found, "also where only the file that nobody touched is named"


def test_a_removed_suppression_is_new(repository: Path) -> None:
    put(repository, org__a=matrix("Run payroll").rstrip() + f" # rolelint: ignore[{MISSING}]: later\n")
    git(repository, "commit", "-qam", "two")
    put(repository, org__a=matrix("Run payroll"))
    assert since(repository) == [f"org/a.yaml:2:12 {MISSING}"]
    assert since(repository, ref="HEAD~1") == []


def test_a_shallow_clone_says_how_to_fetch_and_then_works(repository: Path, tmp_path: Path) -> None:
    put(repository, org__a=matrix("Run payroll", "Audit the books"))
    git(repository, "commit", "-qam", "two")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "shallow")
    shallow = tmp_path / "shallow"
    done = run(".", "--since", "HEAD~1", cwd=shallow)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        'rolelint: --since: "HEAD~1" is not in this shallow clone; fetch it first: '
        "git fetch --unshallow, or fetch-depth: 0\n"
    )
    git(shallow, "fetch", "-q", "--unshallow")
    assert since(shallow, ref="HEAD~1") == [f"org/a.yaml:3:12 {MISSING}"]


def test_standard_input_is_compared_with_the_file_it_stands_for(repository: Path) -> None:
    typed = matrix("Run payroll", "Audit the books")
    given = ("-", "--stdin-filename", "org/a.yaml", "--since", "HEAD")
    assert concise(*given, cwd=repository, stdin=typed) == [f"org/a.yaml:3:12 {MISSING}"]
