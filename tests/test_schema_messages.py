"""Every fault in plain words: whole lists of code, place and message, most in `schema_faults.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rolelint.finding import Problem, Route
from rolelint.organisation.model import DUTIES
from rolelint.schema import problems
from rolelint.schema.messages import CODES

FAULTS = yaml.safe_load((Path(__file__).parent / "schema_faults.yaml").read_text("utf-8"))


def told(found: list[Problem]) -> list[str]:
    return [f"{p.code} {where(p.route)}: {p.message}" for p in found]


def where(route: Route) -> str:
    return ("/".join(map(str, route.steps)) or ".") + ("~" if route.key else "")


@pytest.mark.parametrize("case", FAULTS, ids=[case["fault"] for case in FAULTS])
def test_messages_of_a_matrix(case: dict[str, Any]) -> None:
    assert told(problems(case["data"], "organisation", 0)) == case["told"]


def test_every_code_has_an_example() -> None:
    assert {line.split()[0] for case in FAULTS for line in case["told"]} == set(CODES)


@pytest.mark.parametrize(
    ("data", "helps"),
    [
        ({"taks": {}}, ["write `tasks:`"]),
        ({"x": 1, "tasks": None}, ['call it "x-x" if it is your own']),
        ({"rules": 1, "tasks": None}, ["rules are chosen in the configuration, not in the matrix"]),
        ([], ["the shortest matrix is `tasks:` with lines such as `Close renewals: sales` below it"]),
        ({"tasks": [{"name": "Pay", "region": "emea"}]}, ["write `area: {region: …}`"]),
        ({"tasks": [{"name": "Pay", "A/R": "hr"}]}, ["write one key for each letter"]),
        ({"tasks": [{"owner": "hr"}]}, ["add `name:`"]),
        ({"tasks": [{"name": "Pay", "until": "tomorrow"}]}, ["write year, month and day: 2026-12-31"]),
        (
            {"tasks": {"Pay": ["hr", "finance"]}},
            ["name the one owner, and the others by what they do: {A: one, R: [one, other]}"],
        ),
        (
            {"tasks": {"Pay": {"hr": "A/R"}}},
            ["under `tasks:` write letter: party, as in {A: sales}; party: letters belongs under `matrix:`"],
        ),
        (
            {"tasks": {"Money": {"Pay": "hr", "Bill": "hr"}}},
            ["for tasks under a heading write {group: …, tasks: […]} as an item of a list"],
        ),
        ({"matrix": {"Pay": "hr"}}, ["write {hr: A}, or put the task under `tasks:`"]),
        ({"defaults": {"owner": "hr"}}, ["only area and traits can be given to several tasks at once"]),
        ({"scheme": {"R": "do"}}, [f"choose from {', '.join(DUTIES)}"]),
    ],
)
def test_what_to_do_about_it(data: Any, helps: list[str]) -> None:
    assert [problem.help for problem in problems(data, "organisation", 0)] == helps


def test_messages_of_a_rule() -> None:
    rule = {"titel": "x", "kind": 1, "severity": "eror", "why": " ", "good": [], "bad": "x", "enabled": "yes"}
    rule |= {"message": "m", "help": "h", "source": "s"}
    assert told(problems(rule, "rule", 0)) == [
        'unknown-key titel~: unknown key "titel" in this rule — did you mean "title"?',
        "wrong-type kind: `kind` takes a text, found the number 1",
        'wrong-value severity: `severity` takes "error", "warning" or "info", found "eror"'
        ' — did you mean "error"?',
        "wrong-value why: `why` is empty",
        "wrong-value good: `good` is empty",
        'wrong-type bad: `bad` takes a list of matrices as YAML text, found "x"',
        'wrong-type enabled: `enabled` takes true or false, found "yes"',
    ]


def test_messages_of_a_pack() -> None:
    pack = {
        "functions": {"sales": {"title": ["ae"]}, "hr": [1]},
        "ambiguous": "sdr",
        "heads": {"cro": "sales"},
    }
    assert told(problems(pack, "pack", 0, what_for="pack.yaml")) == [
        "missing-key .: pack.yaml has no name",
        "missing-key .: pack.yaml has no `title`",
        'unknown-key functions/sales/title~: unknown key "title" in function "sales"'
        ' — did you mean "titles"?',
        'wrong-type functions/hr: function "hr" takes a mapping with titles and aliases, found a list of 1',
        'wrong-type ambiguous: `ambiguous` takes a list of names, found "sdr"',
        'wrong-type heads/cro: head "cro" takes a list of names, found "sales"',
    ]


def test_the_document_is_the_one_asked_about() -> None:
    (problem,) = problems({"taks": 1}, "organisation", 7)
    assert problem.route == Route(7, ("taks",), key=True)


@pytest.mark.parametrize("name", ["rule", "pack", "config"])
def test_what_is_no_mapping(name: str) -> None:
    whole = {"rule": "this rule", "pack": "this pack", "config": "the configuration"}[name]
    assert told(problems(["x"], name, 0)) == [f"wrong-type .: {whole} must be a mapping, found a list of 1"]


def test_an_unknown_schema_is_an_error() -> None:
    with pytest.raises(KeyError):
        problems({}, "nothing", 0)


def test_many_faults_are_counted() -> None:
    tasks = [{"name": f"Task {number}", "ownr": "hr"} for number in range(250)]
    found = problems({"tasks": tasks}, "organisation", 0)
    assert len(found) == 201
    assert told(found)[199:] == [
        'unknown-key tasks/199/ownr~: unknown key "ownr" in task "Task 199" — did you mean "owner"?',
        "unknown-key tasks/200: … and 50 more like this",
    ]


def nested(depth: int, *, shape: str) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = {"list": [value], "mapping": {"a": value}, "group": [{"group": "G", "tasks": value}]}[shape]
    return value


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"areas": {"region": nested(5000, shape="list")}}, ("areas", "region", 0)),
        ({"areas": {"region": nested(5000, shape="mapping")}}, ("areas", "region", *["a"] * 10)),
        ({"tasks": [{"name": "Pay", "owner": nested(5000, shape="list")}]}, ("tasks", 0)),
        ({"tasks": [{"name": "Pay", "R": [[]] * 200_000}]}, ("tasks", 0)),
        ({"org": {"headcount": -(10**5000)}}, ("org",)),
    ],
    ids=["deep lists", "deep mappings", "deep parties", "many parties", "a very long number"],
)
def test_what_is_too_deep_or_too_large_is_told_of_as_a_whole(
    data: Any, expected: tuple[str | int, ...]
) -> None:
    (problem,) = problems(data, "organisation", 0)
    assert (problem.code, problem.route.steps) == ("wrong-value", expected)
    assert problem.message.endswith("does not fit, and is too deep or too large to say where")


def test_deep_groups_do_not_break_anything() -> None:
    (problem,) = problems({"tasks": nested(3000, shape="group")}, "organisation", 0)
    assert problem.code == "wrong-value"
    assert problem.message == '`tasks` in group "G" does not fit, and is too deep or too large to say where'


def test_a_long_text_never_stands_in_a_message() -> None:
    long = "x" * 1_000_000
    data = {
        "tasks": [{"name": long, "horizon": long, long: 1}],
        "scheme": long,
        long: 1,
        "policy": {long: {}},
    }
    found = problems(data, "organisation", 0)
    assert [problem.code for problem in found] == [
        "wrong-value",
        "unknown-key",
        "wrong-value",
        "unread-key",
        "wrong-type",
    ]
    assert all(len(problem.message) + len(problem.help) < 400 for problem in found)


def test_shared_parts_are_not_gone_through_again_and_again() -> None:
    value: Any = [["x", {}]]
    for _ in range(30):
        value = [value] * 2
    assert problems({"x-mine": value, "tasks": None}, "organisation", 0) == []
