"""The figures of the overlap report, each counted again from the matrix and from the JSON report."""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli_helpers import put, run
from report_helpers import examined, measured

from rolelint.overlap.figures import Figures
from rolelint.overlap.headline import headline
from rolelint.overlap.turf import quarrels

ROOT = Path(__file__).parent.parent
OVERLAPPING = {
    "overlap/two-functions-accountable",
    "overlap/same-task-different-owners",
    "overlap/each-does-the-others-work",
    "overlap/responsible-without-owner",
    "overlap/part-of-whole",
    "overlap/same-table-twice",
    "raci/several-accountable",
}


def reports(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The overlap report and the report of findings on an example, as data."""
    folder = str(ROOT / "examples" / name)
    report = run("report", folder, "--names", "--format", "json", "--today", "2026-11-25", cwd=ROOT)
    lint = run(folder, "--format", "json", "--today", "2026-11-25", cwd=ROOT)
    return json.loads(report.out), json.loads(lint.out)


@pytest.mark.parametrize("name", ["saas", "enterprise", "startup"])
def test_the_four_figures_are_those_of_the_findings(name: str) -> None:
    report, lint = reports(name)
    found = lint["findings"]
    assert report["figures"] == {
        "tasks": lint["summary"]["tasks"],
        "overlaps": sum(f["rule"] in OVERLAPPING for f in found),
        "wrong_function": sum(f["suggests"] is not None for f in found),
        "unowned": sum(f["rule"] == "raci/no-accountable" for f in found),
    }
    told = [(f["rule"], f["severity"], f["message"], f["spot"]["line"]) for f in report["findings"]]
    assert told == [(f["rule"], f["severity"], f["message"], f["line"]) for f in found]
    assert len(report["overlaps"]) == report["figures"]["overlaps"]
    assert report["judged"] == lint["summary"]["judged"]


def test_rows_and_load_are_those_of_the_matrix() -> None:
    text = (ROOT / "examples/saas/org.yaml").read_text("utf-8")
    report, written = reports("saas")[0], yaml.safe_load(text)["tasks"]
    letters = {"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I", "support": "S"}
    load: dict[str, Counter[str]] = {}
    for row, task in zip(report["tasks"], written, strict=True):
        held: dict[str, set[str]] = {}
        for duty, letter in letters.items():
            value = task.get(duty, [])
            for party in [value] if isinstance(value, str) else value:
                if party != "TBD":
                    held.setdefault(party, set()).add(letter)
                    load.setdefault(party, Counter())[duty] += 1
        assert row["name"] == task["name"]
        assert {each["party"]: set(each["letters"].split("/")) for each in row["letters"]} == held
        assert text.splitlines()[row["spot"]["line"] - 1].endswith(task["name"])
    for party in report["parties"]:
        counted = {d: party[d] for d in ("accountable", "responsible", "consulted", "informed")}
        assert counted == {d: load[party["name"]][d] for d in counted}, party["name"]


def test_the_map_counts_who_works_with_whom() -> None:
    report = reports("saas")[0]
    function = {party["name"]: party["function"] for party in report["parties"]}
    own: Counter[str] = Counter()
    both: dict[tuple[str, ...], set[int]] = {}
    for number, row in enumerate(report["tasks"]):
        working = {function[e["party"]] for e in row["letters"] if {"A", "R"} & set(e["letters"].split("/"))}
        if len(working) == 1:
            own.update(working)
        for pair in combinations(sorted(working), 2):
            both.setdefault(pair, set()).add(number)
    assert {group["name"]: group["own"] for group in report["map"]["groups"] if group["own"]} == dict(own)
    for pair in report["map"]["pairs"]:
        together = both.pop(tuple(sorted(pair["groups"])), set())
        assert set(pair["together"]) == together - set(pair["tasks"])
        assert pair["points"] == sum(reason["points"] for reason in pair["reasons"])
    assert not both


def test_the_map_has_the_points_of_the_quarrels() -> None:
    text = (ROOT / "examples/saas/org.yaml").read_text("utf-8")
    _, seen = examined(text)
    scored = {quarrel.functions: quarrel.score for quarrel in quarrels(seen.facts[0])}
    groups = measured(text).map.groups
    found = {
        tuple(sorted(groups[n] for n in p.groups)): p.points for p in measured(text).map.pairs if p.reasons
    }
    assert found == scored and len(found) > 1


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((3, 0, 0, 0, 0, 0), "Nothing stands out in the 3 tasks of this matrix."),
        ((3, 0, None, 0, 0, 1), "One smaller thing stands out."),
        ((3, 0, 0, 0, 2, 5), "Two grey areas have no agreed border."),
        (
            (90, 1, None, 12, 2, 5),
            "One piece of work has several owners and 12 tasks have nobody who answers for them.",
        ),
    ],
)
def test_the_headline_says_what_matters(figures: tuple[Any, ...], sentence: str) -> None:
    assert headline(*figures) == sentence


def test_what_the_matrix_answers_for_is_no_overlap() -> None:
    rows = "  - {name: Plan the launch, accountable: [sales, marketing]}\n"
    loud = measured("tasks:\n" + rows)
    assert (loud.overlaps, len(loud.map.pairs[0].reasons)) == (1, 1)
    answer = "  # rolelint: ignore[raci/several-accountable]: agreed in May\n"
    quiet = measured("tasks:\n" + answer + rows)
    assert (quiet.overlaps, quiet.claims, quiet.map.pairs[0].reasons) == (0, (), ())
    assert [(each.rule, each.reason) for each in quiet.accepted] == [
        ("raci/several-accountable", "agreed in May")
    ]


def test_a_figure_that_no_rule_can_tell_is_none() -> None:
    figures = measured("tasks: {Pricing: }", select=("overlap",))
    assert (figures.overlaps, figures.wrong, figures.unowned) == (0, None, None)
    assert figures.headline == "Nothing stands out in the one task of this matrix."


def test_the_map_is_of_parties_where_functions_are_not_known() -> None:
    figures = measured("matrix:\n  Brew: {Ann: A, Bob: R}\n  Pour: {Ann: A, Bob: A}\n  Sip: {Bob: A/R}\n")
    assert (figures.map.by, figures.map.groups, figures.map.own) == ("party", ("Bob", "Ann"), (1, 0))
    (pair,) = figures.map.pairs
    assert (pair.rows, pair.together) == ((1,), (0,))


GRID = "matrix:\n  Run the booth: {sales: A, marketing: A/R, finance: I}\n"
ROWS = "tasks:\n  - {name: Run the booth, accountable: [sales, marketing], consulted: legal}\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (GRID, [("Run the booth: {sales: A, marketing: R, finance: I}",)]),
        (ROWS, [("accountable: sales", "consulted: [legal, marketing]")]),
    ],
)
def test_settling_lines_can_be_put_into_the_matrix(text: str, lines: list[tuple[str, ...]]) -> None:
    (overlap,) = measured(text).claims
    assert [choice.lines for choice in overlap.choices][:1] == lines
    for choice in overlap.choices[:2]:
        line = choice.lines[0]
        settled = f"matrix:\n  {line}\n" if text == GRID else _put_in(choice.lines)
        assert measured(settled).overlaps == 0, line


def _put_in(lines: tuple[str, ...]) -> str:
    return "tasks:\n  - name: Run the booth\n" + "".join(f"    {line}\n" for line in lines)


PEOPLE = """
people:
  maya: {roles: [vp-sales]}
  zeno: {}
roles: {vp-sales: {function: sales}}
tasks:
  - {name: Brief maya on prices, accountable: [maya, zeno]}
"""


def told(figures: Figures) -> str:
    """All that the figures say, but the names of tasks."""
    return str(figures).replace("Brief maya on", "")


def test_people_are_named_only_when_asked_for() -> None:
    assert "maya" not in told(measured(PEOPLE)) and "zeno" not in told(measured(PEOPLE))
    (overlap,) = measured(PEOPLE).claims
    assert [choice.lines for choice in overlap.choices[:2]] == [(), ()]
    named = measured(PEOPLE, names=True)
    assert [column.name for column in named.columns] == ["maya", "zeno"]
    assert named.claims[0].choices[0].lines == ("accountable: maya", "consulted: zeno")


def test_areas_without_a_task_are_looked_for_where_both_sides_own_work() -> None:
    assert not measured("tasks: {Bake bread: kitchen, Close deals: sales}").gaps.looked
    gaps = measured("tasks: {Write the newsletter: marketing, Close deals: sales}").gaps
    assert gaps.looked and ("pricing strategy", "marketing") in gaps.areas


def test_each_organisation_has_a_report_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, a="org: {name: Ayr}\ntasks: {Brew: sales}\n", b="org: {name: Bute}\ntasks: {Pour: }\n")
    done = run("report", ".", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert 'several organisations ("Ayr", "Bute"); name one with --organisation' in done.err
    report = json.loads(run("report", ".", "--organisation", "Bute", "--format", "json", cwd=tmp_path).out)
    assert [task["name"] for task in report["tasks"]] == ["Pour"]
    assert {f["spot"]["file"] for f in report["findings"]} == {"b.yaml"}
    assert 'did you mean "Bute"' in run("report", ".", "--organisation", "Bude", cwd=tmp_path).err
