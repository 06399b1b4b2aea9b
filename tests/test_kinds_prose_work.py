"""Kinds about two functions as a whole: agreements, numbers, mandates, scope, direction."""

from typing import Any

import pytest
from prose_helpers import FUNCTIONS, Made, clear

from rolelint.finding import Route
from rolelint.organisation.model import Agreement, Handoff, Shared

SUPPORT, SUCCESS = clear("support"), clear("success")
PAIR = {"functions": list(FUNCTIONS)}


def joint() -> Shared:
    return Shared(Route(0, ("tasks", 0, "shared")), "both")


def three_each(made: Made, **first: Any) -> Made:
    for number in range(3):
        made.task(f"Desk {number}", "support", **(first if number == 0 else {}))
        made.task(f"Care {number}", "success")
    return made


def test_nothing_joins_them() -> None:
    made = three_each(Made(), letters={"informed": "finance"})
    words = {"one": "support", "other": "success", "n": "3", "m": "3"}
    assert made.said("agreement", **PAIR, at_least=3) == [(("tasks", 0, "name"), words, None)]


def test_a_file_of_owners_alone_cannot_show_it() -> None:
    assert [hit.severity for hit in three_each(Made()).hits("agreement", **PAIR, at_least=3)] == ["info"]


@pytest.mark.parametrize(
    ("organisation", "first"),
    [
        ({}, {"letters": {"informed": "success"}}),
        ({}, {"shared": joint()}),
        ({}, {"handoffs": (Handoff(Route(0), when="x"),)}),
        ({"profile": "startup"}, {}),
        ({"agreements": (Agreement("sla", Route(0)),)}, {}),
        ({"agreements": (Agreement("sla", Route(0), ("Support", "success", "it")),)}, {}),
    ],
)
def test_what_joins_them(organisation: dict[str, Any], first: dict[str, Any]) -> None:
    assert three_each(Made(**organisation), **first).hits("agreement", **PAIR, at_least=3) == []


def test_an_agreement_with_others_does_not() -> None:
    made = Made(agreements=(Agreement("sla", Route(0), ("support", "finance")),))
    assert len(three_each(made).hits("agreement", **PAIR, at_least=3)) == 1
    assert three_each(Made()).hits("agreement", **PAIR, at_least=4) == []


GOAL = {**PAIR, "at_least": 2, "common": ["churn"]}


def measured(support: str, success: str, **given: Any) -> Made:
    made = Made(**given)
    for number in range(2):
        made.task(f"Desk {number}", "support", traits={"metric": (support,)})
        made.task(f"Care {number}", "success", traits={"metric": (success,)})
    return made


def test_no_number_is_shared() -> None:
    words = {"one": "support", "other": "success", "one_metrics": "tickets", "other_metrics": "usage"}
    expected = [(("tasks", 0, "metric"), words, None)]
    assert measured("tickets", "usage").said("shared-goal", **GOAL) == expected


def test_numbers_that_are_shared() -> None:
    assert measured("Tickets ", "tickets").hits("shared-goal", **GOAL) == []
    assert measured("yearly churn", "churn of users").hits("shared-goal", **GOAL) == []
    assert measured("tickets", "usage").hits("shared-goal", **{**GOAL, "at_least": 3}) == []
    made = measured("tickets", "usage")
    made.task("Both", "support", traits={"metric": ("churn",)}, letters={"informed": "success"})
    assert made.hits("shared-goal", **GOAL) == []
    made = measured("tickets", "usage")
    made.function("success", metrics=("tickets",))
    assert made.hits("shared-goal", **GOAL) == []


def test_mandates() -> None:
    made = Made(headcount=50)
    made.function("Support", mandate="  ")
    made.function("Success", mandate="Keep customers.")
    expected = [(("functions", "Support"), {"function": "Support"}, None)]
    assert made.said("mandate", **PAIR, from_headcount=50) == expected
    assert made.said("mandate", **PAIR, from_headcount=51) == []


def test_mandates_are_asked_of_large_organisations_that_list_both() -> None:
    for given, number in (({}, 0), ({"profile": "enterprise"}, 2), ({"headcount": 9}, 0)):
        made = Made(**given)
        made.function("support")
        made.function("success")
        assert len(made.hits("mandate", **PAIR, from_headcount=50)) == number
    made = Made(headcount=500)
    made.function("support")
    assert made.hits("mandate", **PAIR, from_headcount=50) == []


NEST = {"outer": "success", "policy": "nested", "allowed": ["allowed", "true"], "names": ["support", "desk"]}


def test_a_function_inside_another() -> None:
    made = Made()
    made.function("Success", includes=("events", "Support"))
    made.function("Desk", parent="success")
    made.function("Night desk", parent="success")
    assert made.said("nested-function", **NEST) == [
        (("functions", "Success"), {"inner": "Support", "outer": "success"}, None),
        (("functions", "Desk"), {"inner": "Desk", "outer": "success"}, None),
    ]


@pytest.mark.parametrize("said", ["Allowed", True])
def test_nesting_by_choice_or_elsewhere(said: str | bool) -> None:
    made = Made(policy={"nested": said})
    made.function("success", includes=("support",))
    assert made.hits("nested-function", **NEST) == []
    made = Made()
    made.function("commercial", includes=("support", "success"))
    made.function("support", parent="commercial")
    assert made.hits("nested-function", **NEST) == []


RULE = "x/tickets"


def directed(number: int, **given: Any) -> Made:
    made = Made(**given)
    for index in range(number):
        made.task(f"Desk {index}", "success", SUPPORT, letters={"responsible": "support"})
    return made


def test_the_last_word_on_the_others_work() -> None:
    made = directed(2)
    made.task("Mend printers", "support", SUPPORT)
    (hit,) = made.hits("directs", work="support", director="success", at_least=3)
    assert (hit.route.steps, hit.words) == (("tasks", 0, "accountable"), {"n": "2", "m": "3"})
    assert [mark.route.steps for mark in hit.marks] == [("tasks", 1, "accountable")]


def test_direction_is_a_pattern() -> None:
    options = {"work": "support", "director": "success", "at_least": 3}
    assert directed(1).hits("directs", **options) == []
    assert directed(2, profile="startup").hits("directs", **options) == []
    made = directed(2)
    made.task("Mend printers", "support", SUPPORT)
    made.task("Mend screens", "support", SUPPORT)
    assert made.hits("directs", **options) == []
    made.task("Mend mice", "success", SUPPORT, letters={"responsible": "support"})
    assert [hit.words for hit in made.hits("directs", **options)] == [{"n": "3", "m": "5"}]


def test_direction_by_a_swapped_function_is_told_there() -> None:
    assert directed(5).hits("directs", work="support", director="success", at_least=3) == []
    assert directed(5).facts().swapped_functions == {"success"}


SWAP = {**PAIR, "grave": [RULE]}


def test_a_function_that_does_the_others_work() -> None:
    made = Made()
    made.task("Review usage", "success", SUCCESS)
    for number in range(4):
        made.task(f"Desk {number}", "success", clear("support", "likely", RULE))
    words = {"function": "success", "other": "support", "n": "4", "of": "5"}
    assert made.said("swapped", **SWAP) == [(("tasks", 1, "name"), words, "warning")]
    made.function("Success")
    (hit,) = made.hits("swapped", **SWAP)
    assert hit.route.steps == ("functions", "Success")
    assert [mark.route.steps[1] for mark in hit.marks] == [1, 2, 3, 4]
    assert (hit.parties, hit.suggests) == (("success",), "support")


@pytest.mark.parametrize(
    ("profile", "grade", "rule", "severity"),
    [
        ("growing", "certain", RULE, "error"),
        ("growing", "certain", "x/other", "warning"),
        ("growing", "likely", RULE, "warning"),
        ("startup", "certain", RULE, "info"),
    ],
)
def test_how_grave_a_swap_is(profile: str, grade: str, rule: str, severity: str) -> None:
    made = Made(profile=profile)
    for number in range(5):
        made.task(f"Desk {number}", "success", clear("support", grade, rule))
    assert [hit.severity for hit in made.hits("swapped", **SWAP)] == [severity]


def test_misplaced_tasks_beside_as_many_in_place_are_no_swap() -> None:
    made = Made()
    for number in range(6):
        made.task(f"Desk {number}", "success", SUPPORT)
    for number in range(5):
        made.task(f"Own desk {number}", "support", SUPPORT)
    assert len(made.hits("swapped", **SWAP)) == 1
    made.task("Own desk 5", "support", SUPPORT)
    assert made.hits("swapped", **SWAP) == []


def test_half_or_too_little_is_no_swap() -> None:
    made = Made()
    for number in range(3):
        made.task(f"Care {number}", "success", SUCCESS)
        made.task(f"Desk {number}", "success", SUPPORT)
    made.task("Joint", "success", SUPPORT, shared=joint())
    made.task("Weak", "success", clear("support", "hint"))
    assert made.hits("swapped", **SWAP) == []
    made = Made()
    for number in range(4):
        made.task(f"Desk {number}", "success", SUPPORT)
    assert made.hits("swapped", **SWAP) == []
