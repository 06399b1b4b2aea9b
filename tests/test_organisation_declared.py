"""What is declared: functions, roles, people, the organisation itself, in one file or several."""

from typing import Any

import pytest
from organisation_helpers import from_text, made

from rolelint.finding import Route
from rolelint.organisation.model import Agreement


def test_roles_people_and_functions_as_declared() -> None:
    found = from_text("""
        functions:
          Sales: {mandate: Win, lead: vp, metrics: [quota], metric: win rate, name: Selling}
          hr:
        roles:
          vp: {title: VP Sales, function: Selling, reports_to: [ceo], dotted: coo, kind: Sales Development,
               acting: yes, until: 2026-12-31, authority: delegated, metrics: bookings}
          ceo: Chief Executive
          two: {function: [Sales, hr]}
        people:
          ana: {name: Ana P., roles: [vp], function: hr, reports_to: ceo, from: 2026-01-01, until: never,
                acting: true}
          ben: vp
          cleo: [Sales, hr, Sales]
        """)
    assert [each._asdict() for each in found.functions.values()] == [
        {
            "name": "Sales", "route": Route(0, ("functions", "Sales"), key=True), "mandate": "Win",
            "lead": "vp", "includes": (), "aliases": (), "metrics": ("quota", "win rate"), "parent": None,
        },
        {
            "name": "hr", "route": Route(0, ("functions", "hr"), key=True), "mandate": None, "lead": None,
            "includes": (), "aliases": (), "metrics": (), "parent": None,
        },
    ]  # fmt: skip
    none: dict[str, Any] = dict.fromkeys(("title", "function", "kind", "until", "authority"))
    none |= {"reports_to": (), "dotted": (), "acting": False, "metrics": ()}
    assert [each._asdict() for each in found.roles.values()] == [
        {
            "name": "vp", "route": Route(0, ("roles", "vp"), key=True), "title": "VP Sales",
            "function": "sales", "reports_to": ("ceo",), "dotted": ("coo",), "kind": "sales-development",
            "acting": True, "until": "2026-12-31", "authority": "delegated", "metrics": ("bookings",),
        },
        none | {"name": "ceo", "route": Route(0, ("roles", "ceo"), key=True), "title": "Chief Executive"},
        none | {"name": "two", "route": Route(0, ("roles", "two"), key=True)},
    ]  # fmt: skip
    assert [(p.name, p.roles, p.reports_to, p.since, p.until, p.acting) for p in found.people.values()] == [
        ("ana", ("vp", "hr"), ("ceo",), "2026-01-01", None, True),
        ("ben", ("vp",), (), None, None, False),
        ("cleo", ("Sales", "hr"), (), None, None, False),
    ]
    assert found.parties["cleo"].functions == ("sales", "hr")


def test_lists_of_names() -> None:
    found = made(
        {
            "functions": ["Sales", {"name": "hr", "lead": "Pat"}, None, {}, 7],
            "roles": [{"id": "vp", "title": "VP Sales"}, {"title": "CFO"}, "-"],
            "people": "Ana",
        }
    )
    assert [(f.name, f.route, f.lead) for f in found.functions.values()] == [
        ("Sales", Route(0, ("functions", 0)), None),
        ("hr", Route(0, ("functions", 1, "name")), "Pat"),
        ("7", Route(0, ("functions", 4)), None),
    ]
    assert [(r.name, r.route, r.title) for r in found.roles.values()] == [
        ("vp", Route(0, ("roles", 0, "id")), "VP Sales"),
        ("CFO", Route(0, ("roles", 1, "title")), "CFO"),
    ]
    assert [(p.name, p.route) for p in found.people.values()] == [("Ana", Route(0, ("people",)))]


@pytest.mark.parametrize(
    ("data", "profile"),
    [
        ({}, ("growing", "")),
        ({"org": {"profile": "Enterprise", "headcount": 3}}, ("enterprise", "declared")),
        ({"org": {"headcount": 15}}, ("startup", "headcount")),
        ({"org": {"headcount": 16}}, ("growing", "headcount")),
        ({"org": {"headcount": 249.0}}, ("growing", "headcount")),
        ({"org": {"headcount": 250}}, ("enterprise", "headcount")),
        ({"org": {"headcount": 0}, "people": ["Ana"]}, ("startup", "people")),
        ({"people": ["Ana"]}, ("startup", "people")),
        ({"people": {f"p{i}": None for i in range(16)}}, ("growing", "people")),
        ({"org": {"headcount": True, "profile": "huge"}}, ("growing", "")),
        ({"org": {"headcount": float("nan")}}, ("growing", "")),
        ({"org": {"headcount": float("inf")}}, ("growing", "")),
        ({"org": {"headcount": "60"}}, ("growing", "")),
        ({"org": {"headcount": -4}}, ("growing", "")),
    ],
)
def test_the_profile(data: dict[str, Any], profile: tuple[str, str]) -> None:
    found = made(data)
    assert (found.profile, found.profile_by) == profile


def test_policy_agreements_and_what_is_not_done() -> None:
    found = made(
        {
            "policy": {
                "Require_person": "yes", "sales_in_marketing": "allowed", "sales_reports_to": "ceo",
                "customer_service": "Customer Success", "distribution_owner": ["Partners", "CMO"],
                "public_relations": False, "min_handoff": ["when", "within"], "pricing_owner": None,
                "x-own": 1, "odd": {},
            },
            "agreements": [
                {"name": "SLA", "between": ["sales", "Mktg"], "doc": ["docs/sla.md", "b"]},
                "By word of mouth", {"doc": "only.md"}, {"between": "sales"}, None, {},
            ],
            "not_applicable": {" Public relations ": "An agency", "Payroll": None},
        },
        {"not_applicable": ["Payroll", "Rockets"], "agreements": "One more"},
    )  # fmt: skip
    assert found.policy == {
        "require_person": True,
        "sales_in_marketing": "allowed",
        "customer_service": "customer-success",
        "distribution_owner": ("partnerships", "marketing"),
        "sales_reports_to": "ceo",
        "public_relations": False,
        "min_handoff": ("when", "within"),
    }
    assert found.agreements == (
        Agreement("SLA", Route(0, ("agreements", 0)), ("sales", "Mktg"), "docs/sla.md"),
        Agreement("By word of mouth", Route(0, ("agreements", 1))),
        Agreement("only.md", Route(0, ("agreements", 2)), (), "only.md"),
        Agreement("", Route(0, ("agreements", 3)), ("sales",)),
        Agreement("One more", Route(1, ("agreements",))),
    )
    assert found.not_applicable == {"Public relations": "An agency", "Payroll": "", "Rockets": ""}


def test_several_files_are_one_organisation() -> None:
    found = made(
        {"org": {"name": "Northfold", "headcount": 1000}, "roles": {"cso": {"function": "sales"}}},
        {
            "roles": {"cso": {"title": "Chief Sales Officer"}, "rep": {"reports_to": "cso"}},
            "tasks": {"T": "CSO"},
        },
        {"people": {"ana": "cso"}, "tasks": ["U"]},
        {"people": {"Ana": ["rep"]}},
    )
    assert (found.name, found.headcount, found.documents) == ("Northfold", 1000, (0, 1, 2, 3))
    assert [(t.name, t.route.document) for t in found.tasks] == [("T", 1), ("U", 2)]
    assert found.tasks[0].assignments[0].party is found.parties["cso"]
    assert [(r.name, r.route.document, r.title, r.function) for r in found.roles.values()] == [
        ("cso", 0, "Chief Sales Officer", "sales"),
        ("rep", 1, None, None),
    ]
    assert found.people["ana"].roles == ("cso", "rep")
    assert found.problems == ()


def test_contradictions_are_told_with_both_places() -> None:
    found = made(
        {
            "org": {"name": "A", "headcount": 60, "profile": "growing"},
            "functions": {"sales": {"lead": "x"}},
            "roles": {"vp": {"function": "Mktg", "reports_to": "ceo"}},
            "aliases": {"Crew": "sales"},
            "policy": {"require_person": True},
        },
        {
            "org": {"name": "a", "headcount": 61, "profile": "startup"},
            "functions": {"sales": {"lead": "y", "mandate": "Win"}},
            "roles": {"VP": {"function": "marketing", "reports_to": ["ceo", "coo"]}},
            "aliases": {"crew": "legal", "CREW": "Sales"},
            "policy": {"require_person": False},
        },
    )
    assert [(p.code, p.message, p.route, p.marks[0].route, p.help) for p in found.problems] == [
        (
            "contradiction",
            '"sales" has two answers to `lead`: "x" and "y"',
            Route(1, ("functions", "sales", "lead")),
            Route(0, ("functions", "sales", "lead")),
            'keep one of them; until then "x" counts',
        ),
        (
            "contradiction",
            '"vp" has two answers to `reports_to`: "ceo" and "ceo and coo"',
            Route(1, ("roles", "VP", "reports_to")),
            Route(0, ("roles", "vp", "reports_to")),
            'keep one of them; until then "ceo" counts',
        ),
        (
            "contradiction",
            '"crew" has two answers to `alias`: "sales" and "legal"',
            Route(1, ("aliases", "crew")),
            Route(0, ("aliases", "Crew")),
            'keep one of them; until then "sales" counts',
        ),
        (
            "contradiction",
            'the organisation has two answers to `headcount`: "60" and "61"',
            Route(1, ("org", "headcount")),
            Route(0, ("org", "headcount")),
            'keep one of them; until then "60" counts',
        ),
        (
            "contradiction",
            'the organisation has two answers to `profile`: "growing" and "startup"',
            Route(1, ("org", "profile")),
            Route(0, ("org", "profile")),
            'keep one of them; until then "growing" counts',
        ),
        (
            "contradiction",
            'the policy has two answers to `require_person`: "true" and "false"',
            Route(1, ("policy", "require_person")),
            Route(0, ("policy", "require_person")),
            'keep one of them; until then "true" counts',
        ),
    ]
    assert (found.headcount, found.policy) == (60, {"require_person": True})
    assert found.functions["sales"].mandate == "Win"


def test_another_name_of_two_functions_is_the_first_ones() -> None:
    found = made(
        {"functions": {"finance": {"aliases": ["Counters", "Desk"]}}, "aliases": {"crew": "legal"}},
        {"functions": {"operations": {"aliases": ["counters", "Floor"]}, "legal": {"aliases": ["Crew"]}}},
        {"functions": {"safety": {"aliases": ["crew"]}}, "tasks": [{"name": "x", "owner": "COUNTERS"}]},
    )
    assert [(p.message, p.route, p.marks[0].route) for p in found.problems] == [
        (
            '"counters" has two answers to `alias`: "finance" and "operations"',
            Route(1, ("functions", "operations", "aliases")),
            Route(0, ("functions", "finance", "aliases")),
        ),
        (
            '"crew" has two answers to `alias`: "legal" and "safety"',
            Route(2, ("functions", "safety", "aliases")),
            Route(0, ("aliases", "crew")),
        ),
    ]
    assert found.tasks[0].owners()[0].party.function == "finance"
    assert found.functions["operations"].aliases == ("Floor",)


def test_an_area_that_lies_in_two_others_is_told_and_the_first_counts() -> None:
    found = made(
        {"areas": {"region": ["emea", "dach"]}},
        {"areas": {"region": {"EMEA": ["DACH"], "apac": None}}},
        {"areas": {"Region": {"apac": ["dach", "anz"], "dach": ["emea"]}}},
    )
    assert [(p.message, p.route, p.marks[0].route) for p in found.problems] == [
        (
            '"dach" has two answers to `Region`: "emea" and "apac"',
            Route(2, ("areas", "Region", "apac", 0)),
            Route(1, ("areas", "region", "EMEA", 0)),
        )
    ]
    assert found.area_within == {"region": {"dach": "emea", "anz": "apac"}}
