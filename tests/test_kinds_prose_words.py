"""Kinds about metrics, traits, names and areas of work."""

from typing import Any

import pytest
from prose_helpers import METRIC, Made, clear

from rolelint.finding import Route
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Shared
from rolelint.words import Phrases, listed

SUPPORT, SUCCESS = clear("support"), clear("success")
GREY = Verdict("grey", rule="x/grey")


def joint() -> Shared:
    return Shared(Route(0, ("tasks", 0, "shared")), "both")


YARD = {"metrics": {"support": ["tickets"], "success": ["usage", "log ins"]}, "common": ["churn"]}


@pytest.mark.parametrize(
    ("metrics", "found"),
    [
        (("Tickets a day",), True),
        (("tickets", "ticket age"), True),
        (("tickets", "usage"), False),
        (("tickets", "churn"), False),
        (("tickets", "moods"), False),
        (("churn by tickets",), False),
        (("tickets against usage",), False),
        (("usage",), False),
        ((), False),
    ],
)
def test_the_others_yardstick(metrics: tuple[str, ...], found: bool) -> None:
    made = Made()
    made.task("Onboard", "success", traits={"metric": metrics})
    assert [hit.route.steps for hit in made.hits("yardstick", **YARD)] == [("tasks", 0, "metric")] * found


def test_what_the_yardstick_says() -> None:
    made = Made()
    made.task("Onboard", "success", SUCCESS, traits={"metric": ("tickets",)})
    (hit,) = made.hits("yardstick", **YARD)
    assert hit.words == {
        "task": "Onboard",
        "metric": '"tickets"',
        "other": "support",
        "owner": "success",
    }
    assert [mark.route.steps for mark in hit.marks] == [("tasks", 0, "accountable")]


def test_a_verdict_that_rests_on_the_metric_alone_is_told_here() -> None:
    made = Made()
    made.task("Onboard", "success", clear("support", rule=METRIC), traits={"metric": ("tickets",)})
    assert [hit.task for hit in made.hits("yardstick", **YARD)] == ["Onboard"]


@pytest.mark.parametrize("verdict", [GREY, Verdict("mixed"), SUPPORT])
def test_yardsticks_of_tasks_that_another_rule_tells(verdict: Verdict) -> None:
    made = Made()
    made.task("Onboard", "success", verdict, traits={"metric": ("tickets",)})
    made.task("Joint", "success", traits={"metric": ("tickets",)}, shared=joint())
    made.task("Books", "finance", traits={"metric": ("tickets",)})
    assert made.hits("yardstick", **YARD) == []


DISAGREE: dict[str, Any] = {
    **YARD,
    "at_least": 2,
    "exempt_kinds": ["visit"],
    "traits": {
        "horizon": {"short": "support", "long": "success"},
        "strategy": {"pull": "support", "push": "success"},
        "audience": {"one-to-one": "support", "one-to-many": "success"},
    },
}
FOUR = {"horizon": ("short",), "strategy": ("pull",), "audience": ("one-to-many",), "metric": ("usage",)}


def test_traits_that_disagree() -> None:
    made = Made()
    made.task("Care", "success", traits=FOUR)
    words = {
        "task": "Care",
        "one": "support",
        "other": "success",
        "one_marks": "horizon: short and strategy: pull",
        "other_marks": "audience: one-to-many and metric: usage",
    }
    (hit,) = made.hits("traits-disagree", **DISAGREE)
    assert (hit.route.steps, hit.words) == (("tasks", 0, "name"), words)
    assert [(mark.route.steps[-1], mark.message) for mark in hit.marks] == [
        ("horizon", "reads as support"),
        ("strategy", "reads as support"),
        ("audience", "reads as success"),
        ("metric", "reads as success"),
    ]


@pytest.mark.parametrize(
    "traits",
    [
        FOUR | {"audience": ("one-to-few",)},
        FOUR | {"horizon": ("short", "long")},
        FOUR | {"metric": ("churn by usage",)},
        FOUR | {"kind": ("Visit",)},
        {"horizon": ("short",), "strategy": ("push",)},
        {},
    ],
)
def test_traits_that_may_stand(traits: dict[str, tuple[str, ...]]) -> None:
    made = Made()
    made.task("Care", "success", traits=traits)
    assert made.hits("traits-disagree", **DISAGREE) == []


def test_traits_of_tasks_that_another_rule_tells() -> None:
    made = Made()
    made.task("Grey", "success", GREY, traits=FOUR)
    made.task("Mixed", "success", Verdict("mixed"), traits=FOUR)
    made.task("Wrong", "success", SUPPORT, traits=FOUR)
    made.task("Joint", "success", traits=FOUR, shared=joint())
    made.task("Hint", "success", clear("support", "hint"), traits=FOUR)
    assert [hit.task for hit in made.hits("traits-disagree", **DISAGREE)] == ["Hint"]


CALLED: dict[str, Any] = {
    "work": "support",
    "called": "success",
    "words": ["success"],
    "before": ["calls", "desk visits"],
    "mild": ["telesuccess"],
    "unless": ["success story"],
    "sections": ["success", "success team"],
    "titles": ["success agent"],
    "metrics": ["tickets"],
}


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("Success calls to users", "none"),
        ("SUCCESS CALL", "none"),
        ("Make success desk visits", "none"),
        ("Customer success: answer tickets", "none"),
        ("Customer success - answer tickets", "none"),
        ("Telesuccess round", "info"),
        ("Calls for the success team", None),
        ("Success plan", None),
        ("Success story calls: success calls", None),
        ("Answer tickets: success", None),
        ("Successes", None),
        (": success", None),
        ("  : answer", None),
    ],
)
def test_work_by_the_name_of_another(name: str, severity: str | None) -> None:
    made = Made()
    made.task(name, "support", SUPPORT)
    expected = [] if severity is None else [None if severity == "none" else severity]
    assert [hit.severity for hit in made.hits("called", **CALLED)] == expected


def test_what_a_wrong_name_says() -> None:
    made = Made()
    made.task("Success calls", "ceo", SUPPORT)
    (hit,) = made.hits("called", **CALLED)
    assert hit.words == {
        "what": '"Success calls"',
        "evidence": '"calls"',
        "called": "success",
        "work": "support",
    }
    assert [(sign.phrase, sign.function) for sign in hit.signs] == [("calls", "support")]


def test_a_wrong_owner_is_told_instead() -> None:
    made = Made()
    made.task("Success calls", "success", SUPPORT)
    made.task("Success calls again", "support", SUCCESS)
    made.task("Success calls anew", "support", clear("support", "hint"))
    assert made.hits("called", **CALLED) == []


@pytest.mark.parametrize(
    ("name", "bare", "found"),
    [
        ("Success: answer tickets", "answer tickets", True),
        ("Success calls to users", "calls to users", True),
        ("Success calls to users", "users", False),
        ("Tickets of success", "Tickets of", False),
    ],
)
@pytest.mark.parametrize("owner", ["support", "success", "ceo"])
def test_the_name_itself_does_not_make_the_work_mixed(name: str, bare: str, found: bool, owner: str) -> None:
    made = Made()
    made.verdicts[bare] = SUPPORT
    made.task(name, owner, Verdict("mixed"))
    assert [hit.task for hit in made.hits("called", **CALLED)] == [name] * found


def test_grey_work_may_be_called_as_it_likes() -> None:
    made = Made()
    made.verdicts["calls"] = SUPPORT
    made.task("Success calls", "success", GREY)
    assert made.hits("called", **CALLED) == []


def test_a_section_is_told_once() -> None:
    made = Made()
    made.task("Answer tickets", "support", SUPPORT, section="Success Team")
    made.task("Mend printers", "support", SUPPORT, section="success team")
    made.task("Mend mice", "support", SUPPORT, section="Success & Support")
    (hit,) = made.hits("called", **CALLED)
    assert (hit.route.steps, hit.severity) == (("tasks", 0, "name"), "info")
    assert [mark.route.steps for mark in hit.marks] == [("tasks", 1, "name")]


def test_a_title_measured_by_the_others_numbers() -> None:
    made = Made()
    made.role("a", title="Success Agent", metrics=("usage", "tickets"))
    made.role("success agent", metrics=("usage",))
    made.role("b", title="Support Agent", metrics=("tickets",))
    (hit,) = made.hits("called", **CALLED)
    assert hit.route.steps == ("roles", "a")
    assert hit.words["evidence"] == "measured by tickets"


def test_an_owner_whose_name_does_not_say_the_function() -> None:
    made = Made()
    made.role("kim", "success")
    made.task("Onboard", "Kim", traits={"metric": ("tickets",)})
    assert [hit.words["owner"] for hit in made.hits("yardstick", **YARD)] == ["Kim (success)"]


def area(name: str, side: str, *phrases: str, **given: list[str]) -> dict[str, Any]:
    return {"name": name, "side": side, "rules": [], "kinds": [], "phrases": list(phrases), **given}


AREAS: dict[str, Any] = {
    "at_least": 4,
    "at_least_each": 1,
    "areas": [
        area("tickets", "support", "queue"),
        area("repairs", "support", "mend"),
        area("usage", "success", rules=["x/usage"]),
        area("training", "success", kinds=["lesson"]),
    ],
}


def four(**given: Any) -> Made:
    made = Made(**given)
    made.task("A", "support")
    made.task("B", "success")
    made.task("C", "finance")
    made.task("D")
    return made


def test_areas_without_a_task_are_told_once_a_side() -> None:
    hits = four().hits("coverage", **AREAS)
    assert [(hit.route, hit.words, hit.parties) for hit in hits] == [
        (
            Route(0, ("tasks",), key=True),
            {"side": "support", "areas": '"tickets" and "repairs"', "area": "tickets"},
            ("support",),
        ),
        (
            Route(0, ("tasks",), key=True),
            {"side": "success", "areas": '"usage" and "training"', "area": "usage"},
            ("success",),
        ),
    ]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"name": "Watch the queues"}, ['"repairs"', '"usage" and "training"']),
        ({"name": "X", "description": "Mend it"}, ['"tickets"', '"usage" and "training"']),
        ({"name": "X", "traits": {"kind": ("Lesson",)}}, ['"tickets" and "repairs"', '"usage"']),
        (
            {"name": "X", "verdict": clear("success", "hint", "x/usage")},
            ['"tickets" and "repairs"', '"training"'],
        ),
    ],
)
def test_what_covers_an_area(given: dict[str, Any], left: list[str]) -> None:
    made = four()
    made.task(owner="ceo", **given)
    assert [hit.words["areas"] for hit in made.hits("coverage", **AREAS)] == left


def test_areas_that_do_not_apply_need_a_reason() -> None:
    made = four(not_applicable={"All Repairs": "we sell new ones", "usage": " "})
    assert [hit.words["areas"] for hit in made.hits("coverage", **AREAS)] == [
        '"tickets"',
        '"usage" and "training"',
    ]


def test_coverage_is_asked_of_files_with_enough_to_judge() -> None:
    assert four(profile="startup").hits("coverage", **AREAS) == []
    assert four().hits("coverage", **{**AREAS, "at_least": 5}) == []
    assert four().hits("coverage", **{**AREAS, "at_least_each": 2}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The WIN-RATES of May", "win rate"),
        ("rate of win", None),
        ("class dismissed", None),
        ("Press it", "press"),
        ("winrate", None),
        ("", None),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, found: str | None) -> None:
    assert Phrases(["win rate", "press", "", "clas"]).first(text) == found


def test_the_phrase_that_stands_first_is_found() -> None:
    assert Phrases(["b", "a b", "c"]).first("x c a b") == "c"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b and 2 others"),
    ],
)
def test_names_are_listed_as_a_reader_would(names: list[str], text: str) -> None:
    assert listed(names, 3) == text
