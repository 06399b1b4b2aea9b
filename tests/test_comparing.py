"""What has changed between two states: tasks, who holds them, and overlaps."""

import json
from pathlib import Path

from cli_helpers import git, put, run
from hypothesis import given, settings
from hypothesis import strategies as st
from linting_helpers import WHOLE
from overlap_helpers import facts

from rolelint.comparing import Changes, Moved, Reassigned, Renamed, compare
from rolelint.comparing.pairing import paired
from rolelint.similar import Wording

WORDING = Wording(WHOLE.files.values())


def changes(before: str, now: str) -> Changes:
    return compare(facts(before).organisation, facts(now).organisation, WORDING)


OLD = """
tasks:
  - {name: Close deals, accountable: sales, responsible: ae}
  - {name: Write the monthly newsletter, owner: marketing}
  - {name: Payroll, owner: finance}
  - {name: Events, owner: marketing, area: {region: EMEA}}
  - {name: Events, owner: sales, area: {region: APAC}}
"""
NEW = """
tasks:
  - {name: Events, owner: sales, area: {region: APAC}}
  - {name: Events, owner: sales, area: {region: EMEA}}
  - {name: CLOSE deals, accountable: marketing, consulted: sales, responsible: ae}
  - {name: Write the weekly newsletter, owner: marketing}
  - {name: Office lease, owner: finance}
"""


def test_tasks_are_followed_by_name_area_and_likeness() -> None:
    assert changes(OLD, NEW) == Changes(
        added=("Office lease",),
        removed=("Payroll",),
        renamed=(Renamed("Write the monthly newsletter", "Write the weekly newsletter"),),
        reassigned=(
            Reassigned(
                "Events (region EMEA)",
                (
                    Moved("responsible", ("marketing",), ("sales",)),
                    Moved("accountable", ("marketing",), ("sales",)),
                ),
            ),
            Reassigned(
                "CLOSE deals",
                (Moved("accountable", ("sales",), ("marketing",)), Moved("consulted", (), ("sales",))),
            ),
        ),
    )


def test_an_id_outlives_every_change_of_name() -> None:
    before, now = "tasks: [{id: a-b, name: Brew, owner: x}]", "tasks: [{id: a-b, name: Distil, owner: x}]"
    assert changes(before, now) == Changes(renamed=(Renamed("Brew", "Distil"),))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Brew tea", "Brew", "Pour tea", "Sip", "Tea"]), max_size=6), st.randoms())
def test_moving_rows_changes_nothing_and_every_row_is_told_of(names: list[str], random: object) -> None:
    rows = [f"  - {{name: {name}, owner: p{n % 3}, group: g{n}}}" for n, name in enumerate(names)]
    moved = list(rows)
    random.shuffle(moved)  # type: ignore[attr-defined]
    one, other = (facts("tasks:\n" + "\n".join(each or ["  []"])) for each in (rows, moved))
    assert not compare(one.organisation, other.organisation, WORDING).any
    pairs = paired(one.organisation.tasks, other.organisation.tasks, WORDING)
    assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(names)


def test_diff_of_files_says_what_has_changed(tmp_path: Path) -> None:
    put(
        tmp_path,
        old="tasks: {Brew: sales, Pour: sales}\n",
        new="tasks:\n  - {name: Brew, accountable: [sales, hr]}\n",
    )
    done = run("diff", "old.yaml", "new.yaml", cwd=tmp_path)
    assert (done.code, done.lines) == (
        0,
        [
            "2 tasks before, 1 now",
            "removed (1)",
            "  Pour",
            "reassigned (1)",
            "  Brew: responsible sales → nobody; accountable sales → sales, hr",
            "new overlaps (1)",
            '  sales and hr are both accountable for "Brew"',
        ],
    )
    assert run("diff", "old.yaml", "new.yaml", "--exit-code", cwd=tmp_path).code == 1
    assert run("diff", "old.yaml", "old.yaml", "--exit-code", cwd=tmp_path).code == 0
    data = json.loads(run("diff", "old.yaml", "new.yaml", "--format", "json", cwd=tmp_path).out)
    assert data["tasks"] == {"before": 2, "now": 1} and data["changes"]["removed"] == ["Pour"]
    text = run("diff", "old.yaml", "new.yaml", "--format", "markdown", cwd=tmp_path).out
    assert "- reassigned: Brew: responsible sales → nobody; accountable sales → sales, hr" in text


def test_diff_and_report_look_at_the_past(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    put(tmp_path, org="tasks:\n  - {name: Brew, accountable: [sales, hr]}\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    put(tmp_path, org="tasks: {Brew: sales, Pour: }\n")
    lines = run("diff", "HEAD", cwd=tmp_path).lines
    assert lines[0] == "1 task before, 2 now"
    assert lines[-2:] == ["overlaps resolved (1)", '  sales and hr are both accountable for "Brew"']
    assert run("diff", "HEAD", "org.yaml", cwd=tmp_path).lines == lines
    assert run("diff", "HEAD", "HEAD", cwd=tmp_path).lines[1] == "nothing has changed"
    report = json.loads(run("report", ".", "--against", "HEAD", "--format", "json", cwd=tmp_path).out)
    assert report["trend"]["figures"] == {"tasks": 1, "overlaps": 1, "wrong_function": 0, "unowned": 0}
    assert report["trend"]["changes"]["added"] == ["Pour"]
    page = run("report", ".", "--against", "HEAD", "--format", "html", cwd=tmp_path).out
    assert "1 more than before" in page.replace('<span aria-hidden="true">↑</span> ', "")
    assert "neither a file nor a state" in run("diff", "nowhere", cwd=tmp_path).err
