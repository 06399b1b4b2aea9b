"""Kinds about people, titles and reporting lines."""

import pytest
from prose_helpers import FUNCTIONS, Made, clear

SUPPORT, SUCCESS = clear("support"), clear("success")
BOTH = {"functions": list(FUNCTIONS), "profiles": ["growing", "enterprise"], "at_least": 2, "warn_from": 50}
NOTE = {"functions": list(FUNCTIONS), "profiles": ["startup"], "together": True, "heads_too": True}


def two_and_two(made: Made, owner: str = "dana", **given: object) -> Made:
    made.task("Answer tickets", owner, SUPPORT)
    made.task("Mend printers", owner, SUPPORT)
    made.task("Onboard customers", owner, SUCCESS, **given)
    made.task("Review usage", owner, SUCCESS, **given)
    return made


@pytest.mark.parametrize(
    ("organisation", "severity", "size"),
    [
        ({"headcount": 60}, None, "an organisation of 60"),
        ({"headcount": 20}, "info", "an organisation of 20"),
        ({}, "info", "a growing organisation"),
        ({"profile": "enterprise"}, None, "a large organisation"),
    ],
)
def test_one_person_on_both_sides(organisation: dict[str, object], severity: str | None, size: str) -> None:
    words = {"who": "dana", "answers": "answers", "n": "2 tasks", "m": "2 tasks", "size": size}
    made = two_and_two(Made(**organisation))
    assert made.said("two-sides", **BOTH) == [(("tasks", 0, "accountable"), words, severity)]


def test_both_places_are_shown() -> None:
    (hit,) = two_and_two(Made()).hits("two-sides", **BOTH)
    assert hit.label == 'answers for "Answer tickets", support work'
    assert [(m.route.steps, m.message) for m in hit.marks] == [
        (("tasks", 2, "accountable"), 'and for "Onboard customers", success work')
    ]


def test_a_startup_is_left_to_the_note() -> None:
    assert two_and_two(Made(profile="startup", headcount=6)).said("two-sides", **BOTH) == []


def test_interim_cover_does_not_count() -> None:
    assert two_and_two(Made(), acting=True).said("two-sides", **BOTH) == []


def test_an_acting_role_does_not_count() -> None:
    made = Made()
    made.role("dana", acting=True)
    assert two_and_two(made).said("two-sides", **BOTH) == []


def test_a_head_by_title_is_meant_to_be_there() -> None:
    made = Made()
    made.role("CRO", *FUNCTIONS, by="title")
    assert two_and_two(made, "CRO").said("two-sides", **BOTH) == []


def test_whoever_holds_a_heads_role_is_one() -> None:
    made = Made()
    made.role("CRO", *FUNCTIONS, by="title")
    made.person("maya", *FUNCTIONS, roles=("CRO",))
    assert two_and_two(made, "maya").said("two-sides", **BOTH) == []


def test_whoever_holds_a_role_of_each_side_is_none() -> None:
    made = Made()
    made.role("desk lead", "support", by="title")
    made.role("care lead", "success", by="title")
    made.person("dana", *FUNCTIONS, roles=("desk lead", "care lead"))
    assert [hit.parties for hit in two_and_two(made).hits("two-sides", **BOTH)] == [("dana",)]


def test_a_head_by_those_who_report_there() -> None:
    made = Made()
    made.role("boss")
    made.role("one", "support", reports_to=("Boss",))
    made.role("other", "success", reports_to=("boss",))
    assert two_and_two(made, "boss").said("two-sides", **BOTH) == []


def test_a_head_named_in_the_options() -> None:
    made = two_and_two(Made(), "Country Manager Spain")
    assert made.said("two-sides", **BOTH, heads=["country manager"]) == []
    assert len(made.said("two-sides", **BOTH, heads=["manager country"])) == 1


def test_a_function_and_people_of_one_function_are_left_to_the_wrong_function_rules() -> None:
    made = Made()
    made.person("sam", "support")
    assert two_and_two(made, "sam").said("two-sides", **BOTH) == []
    assert two_and_two(Made(), "support").said("two-sides", **BOTH) == []


def test_hints_and_single_tasks_are_not_enough() -> None:
    made = Made()
    made.task("Answer tickets", "dana", SUPPORT)
    made.task("Mend printers", "dana", SUPPORT)
    made.task("Onboard customers", "dana", SUCCESS)
    made.task("Review usage", "dana", clear("success", "hint"))
    assert made.said("two-sides", **BOTH) == []


def test_a_small_team_gets_one_note_of_all() -> None:
    made = Made(profile="startup", headcount=6)
    made.person("ana", *FUNCTIONS)
    two_and_two(made, "ana")
    made.task("Close tickets", "ben", SUPPORT)
    made.task("Call churned customers", "ben", SUCCESS)
    words = {
        "who": "ana and ben",
        "answers": "answer",
        "n": "2 tasks",
        "m": "2 tasks",
        "size": "an organisation of 6",
    }
    assert made.said("two-sides", **NOTE) == [(("tasks", 0, "accountable"), words, None)]


TITLE = {
    "words": {"support": ["support"], "success": ["success"]},
    "from_headcount": 50,
    "heads": ["vp", "head"],
    "exempt": ["assistant"],
    "people": ["manager", "lead", "assistant"],
}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Support & Success Manager", True),
        ("Success and Support Lead", True),
        ("SUPPORT/SUCCESS manager", True),
        ("Support Success Manager", False),
        ("VP Support & Success", False),
        ("VP, Support & Success Manager", False),
        ("Support & Success Assistant", False),
        ("Support & Success", False),
        ("Support & Support Manager", False),
        ("Support Manager", False),
        ("", False),
        ("& / +", False),
    ],
)
def test_titles_that_join(title: str, found: bool) -> None:
    made = Made(headcount=80)
    made.role("r", title=title)
    words = {"title": title, "threshold": "50"}
    assert made.said("joined-title", **TITLE) == ([(("roles", "r"), words, None)] if found else [])


@pytest.mark.parametrize(
    ("organisation", "number"),
    [({"headcount": 49}, 0), ({"headcount": 50}, 1), ({}, 0), ({"profile": "enterprise"}, 1)],
)
def test_titles_join_freely_below_a_size(organisation: dict[str, object], number: int) -> None:
    made = Made(**organisation)
    made.task("Answer tickets", "Support & Success Manager")
    made.task("Mend printers", "support & success manager")
    assert [hit.route.steps for hit in made.hits("joined-title", **TITLE)] == [
        ("tasks", 0, "accountable")
    ] * number


def test_a_title_of_somebody_who_leads_both() -> None:
    made = Made(headcount=80)
    made.role("Support & Success Manager")
    made.role("one", "support", reports_to=("support & success manager",))
    made.role("other", "success", reports_to=("Support & Success Manager",))
    assert made.hits("joined-title", **TITLE) == []


LINE = {"role_function": "support", "manager_function": "success", "policy": "p"}


def line(**organisation: object) -> Made:
    made = Made(**organisation)
    made.role("boss", *FUNCTIONS, by="title")
    made.role("success head", "success", reports_to=("boss",))
    made.role("office")
    return made


def test_a_line_into_the_other_function() -> None:
    made = line()
    made.role("desk", "support", reports_to=("Success Head",))
    words = {"role": "desk", "manager": "success head"}
    assert made.said("under-direction", **LINE) == [(("roles", "desk"), words, None)]


def test_the_line_is_told_where_it_crosses_and_not_below() -> None:
    made = line()
    made.role("office", reports_to=("success head",))
    made.role("desk lead", "support", reports_to=("office",))
    made.role("desk", "support", reports_to=("desk lead",))
    assert [hit.parties for hit in made.hits("under-direction", **LINE)] == [("desk lead", "success head")]


def test_somebody_over_both_ends_the_line() -> None:
    made = line()
    made.role("boss", *FUNCTIONS, by="title", reports_to=("success head",))
    made.role("desk", "support", reports_to=("boss",))
    assert made.hits("under-direction", **LINE) == []


def test_circles_unknown_managers_and_dotted_lines_end_quietly() -> None:
    made = line()
    made.role("a", "support", reports_to=("b",))
    made.role("b", reports_to=("a", "b", "nobody"))
    made.role("desk", "support", reports_to=("boss",), dotted=("success head",))
    assert made.hits("under-direction", **LINE) == []


def test_a_recorded_choice_and_exempt_roles_are_silent() -> None:
    for given in ({"policy": {"p": "Success"}}, {"policy": {"p": ("x", "success")}}):
        made = line(**given)
        made.role("desk", "support", reports_to=("success head",))
        assert made.hits("under-direction", **LINE) == []
    made = line()
    made.role("desk", "support", reports_to=("success head",), kind="hotline")
    made.role("Night Desk Lead", "support", reports_to=("success head",))
    made.person("sam", "support", roles=("night desk lead",), reports_to=("success head",))
    assert made.hits("under-direction", **LINE, exempt_kinds=["hotline"], exempt_titles=["night desk"]) == []
    assert len(made.hits("under-direction", **LINE)) == 3
