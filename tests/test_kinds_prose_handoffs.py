"""Kinds about handoffs."""

from typing import Any

import pytest
from prose_helpers import FUNCTIONS, Made

from rolelint.finding import Route
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Handoff

GREY = Verdict("grey", rule="x/grey", area="leads")
PAIR = {"functions": list(FUNCTIONS)}


def passed(**fields: str) -> Handoff:
    return Handoff(Route(0, ("tasks", 0, "handoff")), **fields)


STEP = {"giver": "success", "taker": "support", "stages": ["trial", "paid", "renewed"]}


def test_a_next_step_without_a_handoff() -> None:
    made = Made()
    made.task("Onboard customers", "success", following=("answer TICKETS", "nothing known"))
    made.task("Answer tickets", "support")
    (hit,) = made.hits("handoff-missing", **STEP)
    assert hit.route.steps == ("tasks", 0, "name")
    assert hit.words == {
        "task": "Onboard customers",
        "next": "Answer tickets",
        "from": "success",
        "to": "support",
    }
    assert [(m.route.steps, m.message) for m in hit.marks] == [
        (("tasks", 1, "name"), "support takes it up here")
    ]
    assert hit.severity is None


def test_a_next_step_may_be_named_by_its_id_and_is_told_once() -> None:
    made = Made(profile="startup")
    made.task("Onboard customers", "success", following=("desk", "answer tickets"))
    made.task("Answer tickets", "support", identifier="desk")
    assert [hit.severity for hit in made.hits("handoff-missing", **STEP)] == ["info"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"handoffs": (passed(when="done"),)}, {}),
        ({}, {"handoffs": (passed(when="done"),)}),
        ({"verdict": GREY}, {}),
    ],
)
def test_steps_that_are_covered(first: dict[str, Any], second: dict[str, Any]) -> None:
    made = Made()
    made.task("Onboard customers", "success", following=("Answer tickets",), **first)
    made.task("Answer tickets", "support", **second)
    assert made.hits("handoff-missing", **STEP) == []


def test_stages_pass_where_each_side_holds_its_own() -> None:
    made = Made()
    made.task("Trial A", "success", traits={"stage": ("Trial",)})
    made.task("Trial B", "success", traits={"stage": ("trial",)})
    made.task("Renewal", "support", traits={"stage": ("renewed",)})
    made.task("Dance", "support", traits={"stage": ("unheard of",)})
    assert [(hit.task, hit.marks[0].route.steps) for hit in made.hits("handoff-missing", **STEP)] == [
        ("Trial B", ("tasks", 2, "name"))
    ]


def test_a_stage_of_both_is_no_border_and_the_order_of_the_list_means_nothing() -> None:
    made = Made()
    made.task("Trial A", "success", traits={"stage": ("trial",)})
    made.task("Trial B", "support", traits={"stage": ("trial",)})
    made.task("Renewal", "support", traits={"stage": ("renewed",)})
    made.task("Onboard customers", "success")
    made.task("Answer tickets", "support")
    assert made.hits("handoff-missing", **STEP) == []


GAPS = {
    **PAIR,
    "policy": "fewest",
    "needs": {"growing": ["artefact", "within"], "enterprise": ["when", "artefact", "within"]},
}


def test_gaps_of_a_handoff() -> None:
    made = Made()
    made.task("Onboard customers", "success", handoffs=(passed(taker="Support", artefact="a.md"),))
    words = {
        "task": "Onboard customers",
        "missing": "how fast to act (`within`)",
        "from": "success",
        "to": "Support",
    }
    (hit,) = made.hits("handoff-gaps", **GAPS)
    assert (hit.route.steps, hit.words, hit.severity) == (("tasks", 0, "handoff"), words, "info")


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ({"profile": "startup"}, []),
        ({"profile": "enterprise"}, [None]),
        ({"policy": {"fewest": "when"}}, [None]),
        ({"policy": {"fewest": ("artefact", "nonsense")}}, []),
        ({"policy": {"fewest": True}}, ["info"]),
    ],
)
def test_what_a_handoff_needs(organisation: dict[str, Any], expected: list[str | None]) -> None:
    made = Made(**organisation)
    made.task("Onboard", "success", handoffs=(passed(giver="success", taker="support", artefact="a"),))
    assert [hit.severity for hit in made.hits("handoff-gaps", **GAPS)] == expected


def test_grey_work_of_an_enterprise_is_told_by_the_grey_rule() -> None:
    for profile, number in (("enterprise", 0), ("growing", 1)):
        made = Made(profile=profile)
        made.task("Sort", "success", GREY, handoffs=(passed(taker="support"),))
        assert len(made.hits("handoff-gaps", **GAPS)) == number


def test_handoffs_of_one_sentence_and_of_others_are_whole() -> None:
    made = Made()
    made.task("Onboard customers", "success", handoffs=(passed(when="when they log in"),))
    made.task("Ship", "success", handoffs=(passed(taker="finance"),))
    assert made.hits("handoff-gaps", **GAPS) == []
