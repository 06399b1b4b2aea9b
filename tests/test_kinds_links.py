"""Rules about days, about work that belongs apart or together, about areas, and about faults of the input."""

import re
from pathlib import Path

import pytest
from organisations import facts, hits, marks, shipped, told

from rolelint import bundled
from rolelint.finding import Mark, Problem, Route
from rolelint.kinds import KINDS

TASK = "tasks:\n  - {name: Run payroll, owner: clerk, %s}\n"
DATE_RULES = ("raci/departed-owner", "raci/task-expired", "raci/not-yet", "raci/review-overdue")


@pytest.mark.parametrize(
    ("rule", "field"),
    [("raci/task-expired", "until"), ("raci/review-overdue", "review_by"), ("raci/not-yet", "from")],
)
def test_days_are_compared_with_the_given_day(rule: str, field: str) -> None:
    text = TASK % f"{field}: 2026-06-30"
    days = ("2026-06-29", "2026-06-30", "2026-07-01")
    after = [day for day in days if hits(rule, text, today=day)]
    assert after == (["2026-06-29"] if field == "from" else ["2026-07-01"])
    assert hits(rule, text) == []


def test_no_day_makes_an_error() -> None:
    assert {shipped(rule)["severity"] for rule in DATE_RULES} == {"warning", "info"}


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("people: {clerk: {until: 2026-03-31}}\n", ["last day: 2026-03-31"]),
        ("people: {clerk: {until: 2026-07-01}}\n", []),
        ("roles: {clerk: {until: 2026-03-31}}\n", ["last day: 2026-03-31"]),
        (
            "roles: {clerk: {}}\npeople: {ana: {roles: clerk, until: 2026-03-31}}\n",
            ["held by nobody since 2026-03-31"],
        ),
        ("roles: {clerk: {}}\npeople: {ana: {roles: clerk, until: 2026-03-31}, ben: clerk}\n", []),
    ],
)
def test_owners_who_have_left(head: str, found: list[str]) -> None:
    text = (
        head + "tasks:\n  - {name: Run payroll, owner: clerk}\n  - {name: b, A: clerk, until: 2026-04-01}\n"
    )
    gone = hits("raci/departed-owner", text, today="2026-06-30")
    assert [marks(hit)[0][1] for hit in gone] == found
    assert [hit.words["others"] for hit in gone] == [""] * len(found)
    assert hits("raci/departed-owner", text) == []


ORDERS = """
tasks:
  - {name: Taking of orders, R: %s, A: boss}
  - {name: Change the price conditions, owner: %s}
"""


@pytest.mark.parametrize(
    ("head", "parties", "severity"),
    [
        ("", ("clerk", "clerk"), "warning"),
        ("", ("clerk", "porter"), None),
        ("", ("[porter, clerk]", "clerk"), "warning"),
        ("", ("finance", "finance"), "info"),
        ("org: {profile: enterprise}\n", ("clerk", "clerk"), "error"),
        ("org: {headcount: 5}\n", ("clerk", "clerk"), "info"),
        ("org: {headcount: 6}\n", ("clerk", "clerk"), "warning"),
    ],
)
def test_work_that_belongs_apart(head: str, parties: tuple[str, str], severity: str | None) -> None:
    found = told("raci/segregation-of-duties", head + ORDERS % parties)
    assert [each[:2] for each in found] == ([] if severity is None else [("tasks.1.name", severity)])


def test_work_of_different_areas_is_apart() -> None:
    text = "tasks:\n  - {name: Take orders, owner: clerk, area: {region: north}}\n"
    text += "  - {name: Set credit limits, owner: clerk, area: {region: south}}\n"
    assert hits("raci/segregation-of-duties", text) == []
    assert len(hits("raci/segregation-of-duties", text.replace("south", "north"))) == 1


def test_one_task_is_never_apart_from_itself() -> None:
    text = "tasks:\n  - {name: Request and approve discounts, owner: clerk}\n"
    assert hits("raci/segregation-of-duties", text) == []


@pytest.mark.parametrize(
    ("taker", "found"),
    [
        ("owner: finance", 1),
        ("owner: finance, C: operations", 0),
        ("owner: finance, I: Operations Manager", 0),
        ("owner: finance, handoff: sheets on Monday", 0),
        ("A: TBD", 0),
    ],
)
def test_a_handoff_of_one_side(taker: str, found: int) -> None:
    text = "tasks:\n  - {name: Collect the sheets, owner: operations, next: [pay]}\n"
    text += f"  - {{name: Run payroll, id: PAY, {taker}}}\n"
    wanted = (
        "tasks.0.name",
        "warning",
        '"Collect the sheets" is handed on to "Run payroll", which does not name operations',
    )
    assert told("raci/handoff-one-sided", text) == [wanted] * found


def stock(areas: str, *rows: str) -> str:
    tasks = "\n".join(
        f"  - {{name: Count the stock, owner: p{n}, area: {{{row}}}}}" for n, row in enumerate(rows)
    )
    return f"areas: {areas}\ntasks:\n{tasks}\n"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (stock("{region: [n, s, e]}", "region: n", "region: s"), ["e"]),
        (stock("{region: [n, s, e]}", "region: n", "region: [s, e]"), []),
        (stock("{region: [n, s, e]}", "region: n", "region: n"), []),
        (stock("{region: [n, s, e]}", "region: n"), []),
        (stock("{region: [n, s, e]}", "region: n", "segment: small"), []),
        (stock("{region: {eu: [n, s], us: [w, e]}}", "region: eu", "region: w"), ["e"]),
        (stock("{region: [n, s, e]}\nnot_applicable: {e: closed}", "region: n", "region: s"), []),
        (stock("{region: [n, s, e]}\nnot_applicable: {count the stock: no}", "region: n", "region: s"), []),
    ],
)
def test_areas_left_out(text: str, missing: list[str]) -> None:
    assert [hit.words["missing"] for hit in hits("overlap/area-without-owner", text)] == missing


def test_work_of_two_functions_where_no_letter_says_who_decides() -> None:
    text = "scheme: {D: responsible}\ntasks:\n  - {name: a, D: [finance, IT]}\n"
    text += "  - {name: b, D: [finance, zorg]}\n  - {name: c, D: [CFO, Controller]}\n"
    text += "  - {name: d, D: [finance, IT], shared: both work}\n"
    text += "  - {name: e, D: [finance, IT], accountable: IT}\n"
    assert [hit.task for hit in hits("overlap/responsible-without-owner", text)] == ["a"]
    assert hits("overlap/responsible-without-owner", "tasks:\n  - {name: a, R: [finance, IT]}\n") == []


def test_problems_become_hits() -> None:
    route, other = Route(0, ("tasks",)), Route(0, ("matrix",))
    problem = Problem("syntax", "this is wrong", route, "mend it", (Mark(other, "and here"),), (3, 7))
    given = facts("tasks: {a: b}")
    given.problems = {"syntax": [problem], "other": [problem]}
    (hit,) = KINDS["reported"](given, "file/syntax", {"code": "syntax"})
    assert (hit.route, hit.words, hit.help, hit.at) == (
        route,
        {"message": "this is wrong"},
        "mend it",
        (3, 7),
    )
    assert marks(hit) == [("matrix", "and here")]
    assert len(list(KINDS["reported"](given, "file/both", {"code": ["syntax", "other"]}))) == 2


def test_every_fault_that_can_be_found_has_its_rule() -> None:
    house = Path(bundled.PACKAGE)
    code = re.compile(
        r'(?:Problem|Fault)\(\s*"([a-z-]+)"|^ *(?:[A-Z_]+|code, \w+) = "([a-z]+(?:-[a-z]+)+)"', re.MULTILINE
    )
    parts = ("source/*.py", "organisation/*.py", "suppression/*.py", "schema/messages.py")
    texts = [file.read_text("utf-8") for part in parts for file in house.glob(part)]
    found = {one or two for text in texts for one, two in code.findall(text)}
    told_of: set[str] = set()
    for pack in ("file", "raci"):
        for entry in (bundled.folder("rules") / pack).iterdir():
            if entry.name != "pack.yaml":
                rule = shipped(f"{pack}/{entry.name.removesuffix('.yaml')}")
                codes = rule.get("options", {}).get("code", ()) if rule["kind"] == "reported" else ()
                told_of |= {codes} if isinstance(codes, str) else set(codes)
    assert found == told_of
