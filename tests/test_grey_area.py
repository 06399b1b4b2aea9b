"""What a grey area asks of whom: the shipped areas and what an organisation has decided."""

import pytest
from linting_helpers import lint

from rolelint.config import Settings

RULE = "sales-marketing/grey-area-undeclared"
OTHERS = "  - {name: Close deals, owner: sales}\n  - {name: Write the newsletter, owner: marketing}\n"


def asked(task: str, head: str = "") -> list[tuple[str, str]]:
    """(severity, what is asked for) of the findings on one task beside clear work of both sides."""
    text = f"org: {{headcount: 200}}\n{head}tasks:\n  - {{{task}}}\n{OTHERS}"
    report = lint(text, Settings(select=(RULE,)))
    return [(f.severity, f.message.partition(" but asks for ")[2]) for f in report.findings]


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("sales", [("info", "marketing as responsible, supporting or consulted and a written handoff")]),
        ("marketing", []),
        ("support", []),
        ("customer success", []),
        ("a committee", []),
    ],
)
def test_customer_service_is_asked_of_sales_alone(owner: str, found: list[tuple[str, str]]) -> None:
    assert asked(f"name: NPS survey, owner: {owner}") == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", "marketing as responsible, supporting, consulted or informed and a written handoff"),
        (", informed: marketing", "a written handoff"),
        (", consulted: marketing", "a written handoff"),
    ],
)
def test_of_a_forecast_the_other_side_need_only_hear(more: str, found: str) -> None:
    assert asked(f"name: Sales forecast, owner: sales{more}") == [("warning", found)]


def test_elsewhere_to_be_told_is_not_enough() -> None:
    said = "marketing as responsible, supporting or consulted and a written handoff"
    assert asked("name: Qualify leads, owner: sales, informed: marketing") == [("warning", said)]


@pytest.mark.parametrize(
    ("policy", "owner", "number"),
    [
        ("customer_service: sales", "sales", 0),
        ("customer_service: [support, Sales]", "VP Sales", 0),
        ("customer_service: support", "sales", 1),
    ],
)
def test_what_the_organisation_has_decided_is_not_asked_again(policy: str, owner: str, number: int) -> None:
    found = asked(f"name: Handle complaints, owner: {owner}", f"policy: {{{policy}}}\n")
    assert len(found) == number


def test_it_says_how_to_decide_it_once() -> None:
    text = f"org: {{headcount: 200}}\ntasks:\n  - {{name: Pricing strategy, owner: marketing}}\n{OTHERS}"
    (finding,) = lint(text, Settings(select=(RULE,))).findings
    assert finding.notes == (
        "usual: product, product marketing or a pricing lead; sales and finance are asked",
        "if it is meant so, say it once: `policy: {pricing_owner: marketing}`",
    )


def test_a_policy_may_name_several() -> None:
    text = "org: {headcount: 200}\npolicy: {public_relations: [communications, sales]}\ntasks:\n"
    text += "  - {name: Press releases, owner: sales}\n  - {name: Advertising campaign, owner: sales}\n"
    found = lint(text, Settings(select=("sales-marketing/*",))).findings
    assert [(f.place.line, f.place.column, f.rule) for f in found] == [
        (5, 12, "sales-marketing/advertising-owned-by-sales")
    ]
