"""Findings that someone has answered in the matrix: by a comment or a key, with a reason and a last day."""

from pathlib import Path

import pytest
from cli_helpers import concise, put, run

from rolelint.source import Document, read
from rolelint.suppression import collect

MISSING = "raci/no-accountable"
USELESS = "raci/vague-task"
HOW = "write `# rolelint: ignore[pack/rule]: why`"
TODAY = ("--today", "2027-03-31")


def told(folder: Path, matrix: str, *given: str) -> list[str]:
    put(folder, org=matrix)
    return [line.removeprefix("org.yaml:") for line in concise("org.yaml", *given, cwd=folder)]


def said(folder: Path, matrix: str, *given: str) -> list[tuple[str, str]]:
    """Severity and message of what is told by the rules about suppressions."""
    put(folder, org=matrix)
    lines = run("org.yaml", "--format", "concise", *given, cwd=folder).lines
    parts = [line.split(" ", 3)[1:] for line in lines]
    return [(severity, message) for severity, rule, message in parts if rule.startswith("file/")]


def test_a_comment_answers_on_the_line_above_a_task_or_for_a_file(tmp_path: Path) -> None:
    matrix = """\
tasks:
  - name: Run payroll # rolelint: ignore[raci/no-accountable]: on the line of the name
    responsible: finance
  - name: Pay taxes
    responsible: finance # rolelint: ignore[raci/no-accountable]: on a line that the finding points at
  # rolelint: ignore[raci/no-accountable]: above the task
  # and a second line of comment

  - name: Audit the books
    responsible: finance
  - name: Sort the mail
    responsible: office
"""
    assert told(tmp_path, matrix) == [f"11:11 {MISSING}"]
    assert (
        told(tmp_path, "# rolelint: ignore-file[raci/no-*]: all are new\n" + matrix, "--ignore", "file") == []
    )
    grid = (
        "matrix:\n  # rolelint: ignore[raci]: new\n  Run payroll: {finance: R}\n  Pay taxes: {finance: R}\n"
    )
    assert told(tmp_path, grid) == [f"4:3 {MISSING}"]
    short = "tasks:\n  Pricing:  # rolelint: ignore[raci/no-accountable]: until the offsite\n  Launch:\n"
    assert told(tmp_path, short) == [f"3:3 {MISSING}"]


def test_a_stack_of_comments_answers_for_what_stands_below(tmp_path: Path) -> None:
    above = "  # rolelint: ignore[raci/vague-task]: one\n  # why\n\n"
    stack = above + "  # rolelint: ignore[raci/no-accountable]: two\n"
    matrix = f"tasks:\n{stack}  - name: Pay taxes\n    responsible: finance\n{stack}"
    assert [line for line in told(tmp_path, matrix) if MISSING in line] == []


@pytest.mark.parametrize("number", [200, 400])
def test_a_stack_of_comments_is_walked_once(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    text = (
        "tasks:\n" + "# rolelint: ignore[raci]: so many\n" * number + "- name: Pay taxes\n  owner: finance\n"
    )
    asked = []
    line = Document.line
    monkeypatch.setattr(Document, "line", lambda self, at: asked.append(at) or line(self, at))
    found, _ = collect(read("org.yaml", text).documents)
    assert {each.lines for each in found} == {((number + 2, number + 3),)}
    assert len(asked) < 5 * number


def test_a_key_answers_for_its_task(tmp_path: Path) -> None:
    matrix = """\
tasks:
  - name: Run payroll
    responsible: finance
    ignore: {rule: raci/no-accountable, reason: new, until: 2027-03-31}
  - name: Pay taxes
    responsible: finance
    ignore:
      - {rule: raci/no-accountable, reason: new}
      - {rule: raci/vague-task, reason: of no use}
"""
    assert told(tmp_path, matrix, *TODAY) == ["9:16 file/unused-ignore"]


def test_the_summary_counts_what_was_answered(tmp_path: Path) -> None:
    put(tmp_path, org="tasks:\n  Pricing: # rolelint: ignore[raci/no-accountable]: later\n")
    assert run("org.yaml", cwd=tmp_path).lines[0] == "1 file, 1 task: no findings (1 suppressed)"


@pytest.mark.parametrize(
    ("comment", "severity", "message"),
    [
        (f"ignore[{USELESS}]: x", "warning", f"this suppresses nothing: {USELESS} does not speak here"),
        ("ignore[raci/no-acountable]: x", "warning",
         'no rule is called "raci/no-acountable" — did you mean "raci/no-accountable"?'),
        ("ignore[file/syntax]: x", "warning",
         "file/syntax cannot be suppressed: what was not read was not checked"),
        (f"ignore[{MISSING}] until=2027-03-30: x", "info", "this suppression was meant to end on 2027-03-30"),
        (f"ignore[{MISSING}] until=2027-02-30: x", "error", '"2027-02-30" is not a day like 2027-03-31'),
        (f"ignore[{MISSING}] until=soon: x", "error", '"soon" is not a day like 2027-03-31'),
        ("ignore", "error", f"this names no rule to ignore; {HOW}"),
        ("ignore[ , ]: x", "error", f"this names no rule to ignore; {HOW}"),
        ("disable raci", "error", f'"disable" is nothing a comment can ask for; {HOW}'),
        ("", "error", f"this asks for nothing; {HOW}"),
        (f"ignore[{MISSING}] agreed", "error",
         f"behind the rules comes `until=2027-03-31`, or a colon and the reason; {HOW}"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_suppression_is_told(
    tmp_path: Path, comment: str, severity: str, message: str
) -> None:
    matrix = f"tasks:\n  Pricing: # rolelint: {comment}\n"
    assert said(tmp_path, matrix, *TODAY) == [(severity, message)]


def test_days_turn_no_run_red(tmp_path: Path) -> None:
    put(tmp_path, org="tasks:\n  Pricing: # rolelint: ignore[raci/no-accountable] until=2027-03-31: later\n")
    days = ("2027-03-31", "2027-04-01", "2099-01-01")
    done = [run("org.yaml", "--format", "concise", "--today", day, cwd=tmp_path) for day in days]
    assert [(each.code, len(each.lines)) for each in done] == [(0, 0), (0, 1), (0, 1)]


def test_a_reason_can_be_required_and_uselessness_be_set(tmp_path: Path) -> None:
    matrix = "tasks:\n  Pricing: # rolelint: ignore[raci/no-accountable, raci/vague-task]\n"
    assert said(tmp_path, matrix) == [
        ("warning", "this suppresses nothing: raci/vague-task does not speak here")
    ]
    (tmp_path / ".rolelint.yaml").write_text("require-reason: true\nunused-ignores: off\n")
    assert said(tmp_path, matrix) == [("error", "this suppression gives no reason")]
    (tmp_path / ".rolelint.yaml").write_text("unused-ignores: error\n")
    assert [severity for severity, _ in said(tmp_path, matrix)] == ["error"]


def test_of_rules_that_do_not_run_no_suppression_is_useless(tmp_path: Path) -> None:
    matrix = "tasks:\n  Launch: sales # rolelint: ignore[raci/no-accountable]: later\n"
    assert said(tmp_path, matrix, "--select", "overlap") == []
    assert said(tmp_path, matrix, "--ignore", "raci") == []
    assert len(said(tmp_path, matrix)) == 1


def test_what_was_not_read_is_never_answered(tmp_path: Path) -> None:
    broken = "# rolelint: ignore-file[file/*]: no\ntasks:\n  - {name: Run payroll, owner: finance\n"
    assert "file/syntax" in {line.split()[1] for line in told(tmp_path, broken)}
