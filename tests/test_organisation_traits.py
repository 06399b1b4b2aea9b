"""What a task says besides its parties: traits, areas, joint work, handoffs, dates."""

from typing import Any

import pytest
from organisation_helpers import from_text, made

from rolelint.finding import Problem, Route
from rolelint.organisation.model import Handoff, Shared, Task


def only(text: str) -> Task:
    """The one task of a text."""
    (task,) = from_text(text).tasks
    return task


def test_groups_and_defaults_hand_down_traits_and_area() -> None:
    found = from_text("""
        defaults: {horizon: long, area: {region: EMEA, segment: small}, kind: Lead Handoff}
        tasks:
          - {name: own, horizon: short, area: {region: [DACH]}}
          - group: Launch
            strategy: push
            area: {product: Harrier}
            owner: never handed down
            tasks:
              - inner
              - {name: both, strategy: pull}
              - {group: Deeper, tasks: {last: sales}}
              - {tasks: [unnamed group]}
        matrix: {grid: {sales: A}}
        """)
    base = {"region": ("EMEA",), "segment": ("small",)}
    launch = base | {"product": ("Harrier",)}
    down = {"horizon": ("long",), "kind": ("lead-handoff",)}
    top, group = ("tasks", 0), ("tasks", 1)
    assert [(t.name, t.section, t.traits, t.area) for t in found.tasks] == [
        ("own", None, down | {"horizon": ("short",)}, base | {"region": ("DACH",)}),
        ("inner", "Launch", down | {"strategy": ("push",)}, launch),
        ("both", "Launch", down | {"strategy": ("pull",)}, launch),
        ("last", "Deeper", down | {"strategy": ("push",)}, launch),
        ("unnamed group", "Launch", down | {"strategy": ("push",)}, launch),
        ("grid", None, down, base),
    ]
    default = {"horizon": ("defaults", "horizon"), "kind": ("defaults", "kind")}
    assert [t.trait_steps for t in found.tasks] == [
        default | {"horizon": (*top, "horizon")},
        default | {"strategy": (*group, "strategy")},
        default | {"strategy": (*group, "tasks", 1, "strategy")},
        default | {"strategy": (*group, "strategy")},
        default | {"strategy": (*group, "strategy")},
        default,
    ]
    assert found.tasks[2].trait_route("strategy") == Route(0, (*group, "tasks", 1, "strategy"))
    assert [t.home for t in found.tasks[3:5]] == [
        (*group, "tasks", 2, "tasks", "last"),
        (*group, "tasks", 3, "tasks", 0),
    ]


@pytest.mark.parametrize(
    ("written", "traits"),
    [
        ({"horizon": "Short"}, {"horizon": ("short",)}),
        ({"horizon": ["short", "long"]}, {"horizon": ("short", "long")}),
        ({"horizon": "medium"}, {}),
        ({"horizon": None, "strategy": 3, "audience": {}}, {}),
        ({"audience": "1:1"}, {"audience": ("one-to-one",)}),
        ({"audience": "1:Few"}, {"audience": ("one-to-few",)}),
        ({"audience": ["1:many", "one-to-many"]}, {"audience": ("one-to-many",)}),
        ({"approach": "Current-Offer"}, {"approach": ("current-offer",)}),
        ({"metric": "Win rate"}, {"metric": ("Win rate",)}),
        ({"metric": ["Win rate", "MQLs", "-", None]}, {"metric": ("Win rate", "MQLs")}),
        ({"stage": "MQL", "kind": "Lead_Handoff"}, {"stage": ("MQL",), "kind": ("lead-handoff",)}),
    ],
)
def test_traits(written: dict[str, Any], traits: dict[str, tuple[str, ...]]) -> None:
    assert made({"tasks": [{"name": "T", **written}]}).tasks[0].traits == traits


def test_push_and_pull_are_strategies() -> None:
    found = made(
        {"tasks": [{"name": "T", "approach": "Push"}, {"name": "U", "approach": ["pull", "future-needs"]}]}
    )
    assert [(t.traits, t.trait_steps) for t in found.tasks] == [
        ({"strategy": ("push",)}, {"strategy": ("tasks", 0, "approach")}),
        (
            {"approach": ("future-needs",), "strategy": ("pull",)},
            {"approach": ("tasks", 1, "approach"), "strategy": ("tasks", 1, "approach")},
        ),
    ]
    assert found.problems == (
        Problem(
            "renamed-trait",
            "`approach: push` is read as `strategy: push`",
            Route(0, ("tasks", 0, "approach")),
            "write `strategy: push`; `approach` is `current-offer` or `future-needs`",
        ),
        Problem(
            "renamed-trait",
            "`approach: pull` is read as `strategy: pull`",
            Route(0, ("tasks", 1, "approach", 0)),
            "write `strategy: pull`; `approach` is `current-offer` or `future-needs`",
        ),
    )


def test_a_strategy_of_its_own_wins_over_a_renamed_one() -> None:
    found = made({"tasks": [{"name": "T", "approach": "push", "strategy": "pull"}]})
    assert found.tasks[0].traits == {"strategy": ("pull",)}


def test_areas_are_spelled_alike_and_lie_within_each_other() -> None:
    found = made(
        {
            "areas": {
                "Region": {"EMEA": {"DACH": ["Austria", "Germany"], "Nordics": None}, "APAC": []},
                "segment": ["small", "LARGE", 3],
                "odd": {"x": {"y": {"X": ["y", "z"]}}},
                "product": "Harrier",
            },
            "tasks": [{"name": "T", "area": {"REGION": ["emea", "Emea", " dach"], "segment": 3, "x": []}}],
        },
        {"areas": {"region": ["apac", "AMER"]}, "tasks": [{"name": "U", "area": {"segment": "Large"}}]},
    )
    assert found.areas == {
        "region": ("EMEA", "APAC", "DACH", "Nordics", "Austria", "Germany", "AMER"),
        "segment": ("small", "LARGE", "3"),
        "odd": ("x", "y", "z"),
        "product": ("Harrier",),
    }
    assert found.area_within == {
        "region": {"DACH": "EMEA", "Nordics": "EMEA", "Austria": "DACH", "Germany": "DACH"},
        "odd": {"y": "x", "z": "x"},
    }
    assert [t.area for t in found.tasks] == [
        {"region": ("EMEA", "DACH"), "segment": ("3",)},
        {"segment": ("LARGE",)},
    ]


def test_joint_work() -> None:
    found = made(
        {
            "tasks": [
                {"name": "a", "shared": True, "reason": "both", "tie_break": "ceo"},
                {"name": "b", "shared": " because "},
                {"name": "c", "shared": {"why": "w", "handoff": "MQL accepted", "tie_break": "coo"}},
                {"name": "d", "shared": {"handoff": {"when": "scored", "to": "sales"}}, "reason": "r"},
                {"name": "e", "shared": False, "tie_break": "ceo"},
                {"name": "f", "shared": "no"},
                {"name": "g", "shared": ["x"]},
                {"name": "h", "shared": "Yes"},
            ]
        }
    )
    routes = [Route(0, ("tasks", index, "shared")) for index in range(8)]
    assert [task.shared for task in found.tasks] == [
        Shared(routes[0], why="both", tie_break="ceo"),
        Shared(routes[1], why="because"),
        Shared(routes[2], why="w", handoff="MQL accepted", tie_break="coo"),
        Shared(routes[3], why="r", handoff="scored"),
        None,
        None,
        None,
        Shared(routes[7]),
    ]
    assert [task.handoffs for task in found.tasks if task.handoffs] == [
        (Handoff(Route(0, ("tasks", 2, "shared", "handoff")), when="MQL accepted"),),
        (Handoff(Route(0, ("tasks", 3, "shared", "handoff")), when="scored", taker="sales"),),
    ]
    assert [task.tie_break for task in found.tasks] == ["ceo", None, None, None, "ceo", None, None, None]


def test_handoffs() -> None:
    whole = {
        "from": "marketing",
        "to": "sales",
        "when": "75",
        "artefact": "a.md",
        "within": "24h",
        "back_to": 1,
    }
    found = made(
        {
            "tasks": [
                {"name": "T", "handoff": [whole, "by mail", [["deeper"]], None, {"x-own": 1}]},
                {"name": "U", "handoff": whole},
            ]
        }
    )
    full = {
        "giver": "marketing",
        "taker": "sales",
        "when": "75",
        "artefact": "a.md",
        "within": "24h",
        "back_to": "1",
    }
    assert [task.handoffs for task in found.tasks] == [
        (
            Handoff(Route(0, ("tasks", 0, "handoff", 0)), **full),
            Handoff(Route(0, ("tasks", 0, "handoff", 1)), when="by mail"),
        ),
        (Handoff(Route(0, ("tasks", 1, "handoff")), **full),),
    ]


def test_dates_and_what_follows() -> None:
    task = only("""
        tasks:
          - name: T
            from: 2026-01-31
            until: 2026-02-30
            review_by: 31.12.2026
            acting: yes
            next: [U, ' V ', '-']
        """)
    assert (task.since, task.until, task.review_by) == ("2026-01-31", None, None)
    assert (task.acting, task.following) == (True, ("U", "V"))


def test_tasks_share_what_is_the_same() -> None:
    found = made(
        {"tasks": [{"name": str(n), "horizon": "short", "area": {"r": "x"}} for n in range(3)] + ["d", "e"]}
    )
    assert len({id(task.traits) for task in found.tasks}) == 2
    assert len({id(task.area) for task in found.tasks}) == 2
