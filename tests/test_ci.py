"""Hooks and pipelines, by the tools that run them: pre-commit, git, bash, docker where it is there."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from cli_helpers import git, put

ROOT = Path(__file__).parent.parent
CI = ROOT / "examples" / "ci"
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
DOCS = ROOT / "docs" / "ci.md"
SCHEMAS = {"github-": "vendor.github-workflows", "gitlab-": "vendor.gitlab-ci"}
COPIED = re.compile(r"<!-- (examples/ci/\S+) -->\n```yaml\n(.*?)```", re.S)

SOUND = "tasks:\n  - {name: Run payroll, accountable: finance, responsible: finance}\n"
BAD = "tasks:\n  - name: Run payroll\n    responsible: finance\n"
TWICE = "tasks:\n  - {{name: Count the stock, accountable: {0}, responsible: {0}}}\n"

online = pytest.mark.skipif(
    not os.environ.get("ROLELINT_ONLINE") or not (ROOT / ".git").exists(),
    reason="installs from a checkout, for which pip needs an index; ROLELINT_ONLINE=1 asks for it",
)


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """A user's environment: rolelint on the PATH, no configuration of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        "NO_COLOR": "1",
    } | more  # fmt: skip


def tool(cwd: Path, env: dict[str, str], *command: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=env, input=stdin, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def hooked(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Path, dict[str, str]]:
    """A repository with hooks of the manifest installed by pre-commit, and the environment to commit in.

    The hooks' repository holds the real manifest; `language: system` stands in for installing it.
    """
    hooks = getattr(request, "param", ["rolelint"])
    source, repository = tmp_path / "source", tmp_path / "repository"
    source.mkdir()
    (source / MANIFEST.name).write_bytes(MANIFEST.read_bytes())
    git(source, "init", "-q")
    git(source, "add", ".")
    git(source, "commit", "-qm", "hooks")
    config = {
        "repos": [
            {
                "repo": str(source),
                "rev": git(source, "rev-parse", "HEAD").strip(),
                "hooks": [{"id": hook, "language": "system"} for hook in hooks],
            }
        ]
    }
    put(repository, **{"_pre-commit-config.yaml": yaml.safe_dump(config)})
    env = environment(tmp_path)
    git(repository, "init", "-q")
    installed = tool(repository, env, sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stderr
    return repository, env


def commit(repository: Path, env: dict[str, str]) -> tuple[bool, str]:
    """Whether a commit of everything went through, and what was said."""
    tool(repository, env, "git", "add", "-A")
    done = tool(repository, env, "git", "commit", "-qm", "change")
    return done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_refuses_a_bad_commit_and_takes_the_mended_one(
    hooked: tuple[Path, dict[str, str]],
) -> None:
    repository, env = hooked
    put(repository, org=BAD)
    passed, said = commit(repository, env)
    assert (passed, "- exit code: 1" in said) == (False, True)
    assert 'error[raci/no-accountable]: nobody is accountable for "Run payroll"\n --> org.yaml:2:11' in said
    put(repository, org=SOUND)
    assert commit(repository, env)[0]
    assert git(repository, "log", "--format=%s").split() == ["change"]


def test_pre_commit_judges_the_whole_organisation_in_one_call(hooked: tuple[Path, dict[str, str]]) -> None:
    repository, env = hooked
    put(repository, org__a=TWICE.format("Ada"), org__c=SOUND, **{"README.md": "x\n"})
    assert commit(repository, env)[0]
    put(repository, org__b=TWICE.format("Ben"))
    passed, said = commit(repository, env)
    assert not passed, "what stands in the file that nobody touched counts as well"
    assert "org/a.yaml:2:12" in said
    assert "org/b.yaml:2:12" in said
    assert re.findall(r"\d+ files?, \d+ tasks?", said) == ["3 files, 3 tasks"]
    (repository / "org" / "b.yaml").unlink()
    put(repository, **{"README.md": "y\n"})
    passed, said = commit(repository, env)
    assert (passed, "(no files to check)Skipped" in said) == (True, True)


@pytest.mark.parametrize("hooked", [["rolelint-report"]], indirect=True)
def test_pre_commit_keeps_the_report_up_to_date(hooked: tuple[Path, dict[str, str]]) -> None:
    repository, env = hooked
    put(repository, org=TWICE.format("Ada"))
    assert commit(repository, env)[0]
    report = (repository / "overlap.md").read_text("utf-8")
    put(repository, org2=TWICE.format("Ben"))
    passed, said = commit(repository, env)
    assert (passed, "files were modified by this hook" in said) == (False, True)
    assert (repository / "overlap.md").read_text("utf-8") != report
    assert commit(repository, env)[0]


@online
def test_pre_commit_installs_the_hook_from_this_repository(tmp_path: Path) -> None:
    put(tmp_path / "repository", org=BAD)
    repository, env = tmp_path / "repository", environment(tmp_path)
    git(repository, "init", "-q")
    git(repository, "add", ".")
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "rolelint", "--all-files")
    done = tool(repository, env, *command)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "org.yaml:2:11" in done.stdout
    put(repository, org=SOUND)
    git(repository, "add", ".")
    assert tool(repository, env, *command).returncode == 0


@pytest.mark.parametrize("name", sorted(path.name for path in CI.glob("git*.yml")))
def test_a_pipeline_fits_the_schema_of_its_maker(name: str) -> None:
    schema = next(schema for start, schema in SCHEMAS.items() if name.startswith(start))
    holds(schema, CI / name)


def holds(schema: str, file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_action_fits_the_schema_of_its_maker() -> None:
    holds("vendor.github-actions", ACTION)


def test_manifest_and_example_are_what_pre_commit_reads(tmp_path: Path) -> None:
    for check, file in (("manifest", MANIFEST), ("config", CI / "pre-commit-config.yaml")):
        done = tool(
            tmp_path,
            environment(tmp_path),
            sys.executable,
            "-m",
            "pre_commit",
            f"validate-{check}",
            str(file),
        )
        assert (done.returncode, done.stdout) == (0, "")
    hooks = {hook["id"] for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))}
    (repo,) = yaml.safe_load((CI / "pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= hooks


def step(name: str, tmp_path: Path, cwd: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as GitHub does: in bash, its inputs in the environment."""
    action = yaml.safe_load(ACTION.read_text("utf-8"))
    (run,) = (each for each in action["runs"]["steps"] if each.get("name") == name)
    inputs = {key: str(value["default"]) for key, value in action["inputs"].items()} | given
    values = {f"inputs.{key}": value for key, value in inputs.items()}
    values |= {"steps.python.outputs.python-path": sys.executable, "runner.temp": str(tmp_path / "runner")}
    env = {
        key: re.sub(r"\$\{\{ (\S+) \}\}", lambda match: values[match[1]], text)
        for key, text in run["env"].items()
    }
    env |= {
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_WORKSPACE": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    assert "${{" not in run["run"], "an input inside of a script would be read as shell"
    script = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", run["run"])
    return tool(cwd, environment(tmp_path, **env), *script)


def test_the_action_annotates_and_writes_a_summary(tmp_path: Path) -> None:
    put(tmp_path, org__a=BAD, **{"other__two words": BAD.replace("payroll", "audits"), "left": BAD})
    done = step("Lint", tmp_path, tmp_path, paths="org\nother/two words.yaml\n", sarif="out/x.sarif")
    assert done.returncode == 1, done.stderr
    assert [line.split(",")[:2] for line in done.stdout.splitlines()] == [
        ["::error file=org/a.yaml", "line=2"],
        ["::error file=other/two words.yaml", "line=2"],
    ]
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("### rolelint: 2 errors\n")
    assert len(json.loads((tmp_path / "out" / "x.sarif").read_text("utf-8"))["runs"][0]["results"]) == 2


def test_the_action_names_files_from_the_root_of_the_checkout(tmp_path: Path) -> None:
    put(tmp_path, deep__org=BAD)
    done = step("Lint", tmp_path, tmp_path / "deep", sarif="x.sarif")
    assert done.stdout.startswith("::error file=deep/org.yaml,line=2,")
    (result,) = json.loads((tmp_path / "deep" / "x.sarif").read_text("utf-8"))["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": "deep/org.yaml"}


def test_what_the_action_is_given_is_never_shell(tmp_path: Path) -> None:
    put(tmp_path, org=SOUND)
    hostile = "$(touch gone) `touch gone`; touch gone\n*\n--write-baseline"
    done = step("Lint", tmp_path, tmp_path, paths=hostile, options="--fail-on warning")
    assert done.returncode == 2
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["rolelint"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["org.yaml", "summary.md"]


def test_the_action_tells_only_what_is_new(tmp_path: Path) -> None:
    put(tmp_path, org=BAD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    put(tmp_path, more=BAD.replace("payroll", "audits"))
    done = step("Lint", tmp_path, tmp_path, since="HEAD")
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == ["::error file=more.yaml"]


@online
def test_the_action_installs_itself(tmp_path: Path) -> None:
    done = step("Install rolelint", tmp_path, tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "runner" / "rolelint" / "rolelint" / "rules.compiled").is_file()


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "gitlab-merge-request.yml"])
def test_the_gitlab_job_leaves_the_reports_that_it_names(tmp_path: Path, name: str) -> None:
    put(tmp_path, org=BAD)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    put(tmp_path, org=BAD + "  - {name: Audit the books, responsible: finance}\n")
    job = yaml.safe_load((CI / name).read_text("utf-8"))["rolelint"]
    base = git(tmp_path, "rev-parse", "HEAD").strip()
    env = environment(tmp_path, CI_PROJECT_DIR=str(tmp_path), CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    done = tool(tmp_path, env, "bash", "-eo", "pipefail", "-c", "\n".join(job["script"]))
    expected = [2, 4] if name == "gitlab-ci.yml" else [4]
    assert (done.returncode, done.stderr) == (1, "")
    reports = job["artifacts"]["reports"]
    quality = json.loads((tmp_path / reports.pop("codequality")).read_text("utf-8"))
    assert [each["location"]["lines"]["begin"] for each in quality] == expected
    assert all((tmp_path / report).is_file() for report in reports.values())


def test_every_example_in_the_documents_is_a_file_that_is_tested() -> None:
    copied = dict(COPIED.findall(DOCS.read_text("utf-8")))
    assert copied == {f"examples/ci/{path.name}": path.read_text("utf-8") for path in CI.iterdir()}


def has_docker() -> bool:
    try:
        return subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not has_docker() or not (ROOT / "rules").is_dir(), reason="no docker, or no checkout")
def test_the_image_lints_what_is_mounted(tmp_path: Path) -> None:
    put(tmp_path, org=BAD)
    tag = "rolelint-test"
    assert tool(ROOT, environment(tmp_path), "docker", "build", "-q", "-t", tag, ".").returncode == 0
    run = ("docker", "run", "--rm", "-v", f"{tmp_path}:/work", tag, "org.yaml", "--format", "concise")
    done = tool(ROOT, environment(tmp_path), *run)
    assert (done.returncode, done.stdout.split(" ")[0]) == (1, "org.yaml:2:11:")
