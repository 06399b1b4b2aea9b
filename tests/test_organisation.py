"""Every shape of a matrix -> the same model; what the file says of there being no owner."""

import gc
from typing import Any

import pytest
from organisation_helpers import from_text, held, made, told

from rolelint.finding import Route
from rolelint.organisation.model import Organisation, Party, Task

R, A, C, I = "responsible", "accountable", "consulted", "informed"  # noqa: E741


def only(text: str) -> Task:
    """The one task of a text."""
    (task,) = from_text(text).tasks
    return task


def test_nothing_makes_an_empty_organisation() -> None:
    several: list[tuple[Any, ...]] = [(), (None,), ({},), ([],), ("text",)]
    for documents in several:
        numbers = tuple(range(len(documents)))
        assert made(*documents) == Organisation(tasks=(), documents=numbers)


def test_a_grid() -> None:
    task = only("matrix: {Run the spring email campaign: {sales: I, marketing: A/R, legal: '', hr: '-'}}")
    home = ("matrix", "Run the spring email campaign")
    assert (task.name, task.route, task.home) == (home[1], Route(0, home, key=True), home)
    assert told(task) == [
        ("sales", I, (*home, "sales")),
        ("marketing", A, (*home, "marketing")),
        ("marketing", R, (*home, "marketing")),
    ]
    assert task.at(task.assignments[0]) == Route(0, (*home, "sales"))


def test_a_grid_with_lists_of_letters() -> None:
    task = only("matrix: {T: {sales: [R, A], marketing: [c, '-'], legal: [], hr: }}")
    assert held(task) == [("sales", R), ("sales", A), ("marketing", C)]


def test_letters_as_keys() -> None:
    task = only("matrix: {drift: {R: [ml_engineer], A: model_owner, C: [], I: [risk, ciso]}}")
    assert told(task) == [
        ("ml_engineer", R, ("matrix", "drift", "R", 0)),
        ("model_owner", A, ("matrix", "drift", "A")),
        ("risk", I, ("matrix", "drift", "I", 0)),
        ("ciso", I, ("matrix", "drift", "I", 1)),
    ]


def test_duty_words_as_keys_of_the_grid() -> None:
    task = only("matrix: {T: {accountable: A, Responsible: [AI, R], owner: x}}")
    assert held(task) == [("A", A), ("AI", R), ("R", R), ("x", A), ("x", R)]


@pytest.mark.parametrize(
    ("row", "assignments"),
    [
        ("{R: CS, A: AI}", [("CS", R), ("AI", A)]),  # teams, not letters
        ("{A: CS}", [("CS", A)]),
        ("{A: R, C: I}", [("A", R), ("C", I)]),  # people called A and C
        ("{A: R, C: A/R}", [("A", R), ("C", A), ("C", R)]),
        ("{A: R, C: ana}", [("R", A), ("ana", C)]),  # one value is no letter
        ("{support: R, informed: I}", [("R", "support"), ("I", I)]),
        ("{support: R, sales: A}", [("support", R), ("sales", A)]),
        ("{R: '-', A: ana}", [("ana", A)]),
        ("{R: , A: }", []),
        ("{}", []),
        ("sales", [("sales", A), ("sales", R)]),
        ("[sales, hr]", [("sales", A), ("sales", R), ("hr", A), ("hr", R)]),
    ],
)
def test_each_row_of_the_grid_says_how_it_is_meant(row: str, assignments: list[tuple[str, str]]) -> None:
    assert held(only(f"matrix: {{T: {row}}}")) == assignments


def test_a_declared_name_is_no_letters() -> None:
    found = from_text("{roles: [C, I], matrix: {T: {A: C, R: I}}}")
    assert held(found.tasks[0]) == [("C", A), ("I", R)]


def test_a_row_of_the_grid_may_tell_more() -> None:
    task = only("matrix: {T: {A: none, reason: Nothing to ship, description: Old, horizon: long}}")
    assert (task.unowned, task.reason, task.description) == ("on purpose", "Nothing to ship", "Old")
    assert task.traits == {"horizon": ("long",)}
    grid = only("matrix: {T: {sales: A, reason: R, kind: events, stage: I}}")
    assert held(grid) == [("sales", A), ("reason", R), ("stage", I)]
    assert grid.traits == {"kind": ("events",)}


def test_names_that_begin_like_a_key_of_ones_own_are_names() -> None:
    text = "matrix: {X-ray the luggage: {X-functional: R, x-note: see wiki}, Rest: {X-ray: A/R}}"
    assert [(t.name, held(t)) for t in from_text(text).tasks] == [
        ("X-ray the luggage", [("X-functional", R)]),
        ("Rest", [("X-ray", A), ("X-ray", R)]),
    ]
    assert [t.name for t in from_text("tasks: {X-ray the luggage: ops}").tasks] == ["X-ray the luggage"]


def test_rows_of_words() -> None:
    task = only("""
        tasks:
          - name: Qualify inbound leads
            id: Q1
            accountable: sales
            Responsible: [SDR team, marketing]
            sign-off: cfo
            description: " as written "
            notes: ignored
            x-own: ignored
        """)
    assert told(task) == [
        ("sales", A, ("tasks", 0, "accountable")),
        ("SDR team", R, ("tasks", 0, "Responsible", 0)),
        ("marketing", R, ("tasks", 0, "Responsible", 1)),
        ("cfo", "sign-off", ("tasks", 0, "sign-off")),
    ]
    assert (task.identifier, task.description, task.route) == (
        "Q1",
        "as written",
        Route(0, ("tasks", 0, "name")),
    )


def test_rows_of_letters() -> None:
    task = only("tasks: [{name: T, a: sales, R: [hr], С: legal}]")  # the last is Cyrillic
    assert told(task) == [
        ("sales", A, ("tasks", 0, "a")),
        ("hr", R, ("tasks", 0, "R", 0)),
        ("legal", C, ("tasks", 0, "С")),
    ]


def test_an_owner_is_accountable_and_responsible() -> None:
    assert told(only("tasks: [{name: Close renewals, owner: sales}]")) == [
        ("sales", A, ("tasks", 0, "owner")),
        ("sales", R, ("tasks", 0, "owner")),
    ]


def test_the_two_minute_form() -> None:
    found = from_text("""
        tasks:
          Close renewals: sales
          Pricing:
          Trade shows: {A: marketing, R: [marketing, sales]}
          key: {name: A longer name, id: L, owner: hr}
          short: {name: Another, owner: hr}
          Two: [a, b]
        """)
    assert [(task.name, task.identifier, task.route, held(task), task.unowned) for task in found.tasks] == [
        (
            "Close renewals",
            None,
            Route(0, ("tasks", "Close renewals"), key=True),
            [("sales", A), ("sales", R)],
            "",
        ),
        ("Pricing", None, Route(0, ("tasks", "Pricing"), key=True), [], "empty"),
        (
            "Trade shows",
            None,
            Route(0, ("tasks", "Trade shows"), key=True),
            [("marketing", A), ("marketing", R), ("sales", R)],
            "",
        ),
        ("A longer name", "L", Route(0, ("tasks", "key", "name")), [("hr", A), ("hr", R)], ""),
        ("Another", "short", Route(0, ("tasks", "short", "name")), [("hr", A), ("hr", R)], ""),
        (
            "Two",
            None,
            Route(0, ("tasks", "Two"), key=True),
            [("a", A), ("a", R), ("b", A), ("b", R)],
            "",
        ),
    ]


def test_a_plain_text_is_a_task_that_nobody_owns() -> None:
    bare = Task("Pricing", Route(0, ("tasks", 0)), ("tasks", 0), (), unowned="empty")
    assert only("tasks: [Pricing]")._asdict() == bare._asdict()


def test_numbers_are_names_in_their_text_form() -> None:
    found = made({"tasks": [{"name": 2026, "id": 7, "A": 3, "R": [4.5, True, None, {}]}, 12, {"id": 8}]})
    assert [(t.name, t.identifier, held(t)) for t in found.tasks] == [
        ("2026", "7", [("3", A), ("4.5", R), ("true", R)]),
        ("12", None, []),
        ("8", "8", []),
    ]


def test_what_has_no_name_is_left_out() -> None:
    assert made({"tasks": [{"A": "sales"}, None, [], {"name": " "}, ""], "matrix": {" ": {}}}).tasks == ()


def test_groups_end_somewhere() -> None:
    data: Any = ["deepest"]
    for _ in range(400):
        data = [{"group": "g", "tasks": data}]
    assert made({"tasks": data}).tasks == ()


@pytest.mark.parametrize(
    ("row", "unowned", "reason"),
    [
        ({"A": "TBD"}, "tbd", None),
        ({"A": "TBD", "R": "sales"}, "tbd", None),
        ({"A": "hr", "R": "TBD"}, "", None),
        ({"R": "TBD"}, "tbd", None),
        ({"R": ["sales", "TBD"]}, "", None),
        ({"C": "TBD"}, "empty", None),
        ({"owner": "?"}, "tbd", None),
        ({"A": "none", "reason": "An agency does it"}, "on purpose", "An agency does it"),
        ({"A": "Nobody", "R": "sales", "reason": "x"}, "on purpose", "x"),
        ({"A": "none", "R": "sales"}, "", None),
        ({"A": "none"}, "empty", None),
        ({"reason": "x"}, "empty", "x"),
        ({"I": "hr"}, "", None),
    ],
)
def test_what_the_file_says_of_there_being_no_owner(
    row: dict[str, str], unowned: str, reason: str | None
) -> None:
    task = made({"tasks": [{"name": "T", **row}]}).tasks[0]
    assert (task.unowned, task.reason) == (unowned, reason)


def test_vacancies_in_the_grid() -> None:
    found = from_text("matrix: {T: {TBD: A, sales: R}, U: {none: A/R, reason: gone}}")
    assert [(t.unowned, held(t)) for t in found.tasks] == [("tbd", [("sales", R)]), ("on purpose", [])]


def test_parties_are_one_object_each() -> None:
    found = made({"tasks": {"T": "Zed", "U": {"R": ["zed", "ZED"]}}})
    parties: set[Party] = {a.party for task in found.tasks for a in task.assignments}
    assert [party.name for party in parties] == ["Zed"]


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        made({"tasks": ["T"]})
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
