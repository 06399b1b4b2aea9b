"""The engine with toy rules: places, severities, order, fingerprints, hints."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from rolelint import engine
from rolelint.engine import fill, milder, run
from rolelint.facts import Facts
from rolelint.finding import Hit, Mark, Place, Route, Severity, Sign
from rolelint.fit.lexicon import Lexicon
from rolelint.organisation.model import Organisation
from rolelint.rule import Rule


def locate(route: Route, at: tuple[int, int] | None) -> Place:
    line, column = at or (int(route.steps[-1]) if route.steps else 1, 2)
    return Place(f"{route.document}.yaml", line, column, line, column + 3, "text")


def toy(facts: Facts, identity: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    yield from options["hits"]


@pytest.fixture(autouse=True)
def toy_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine.KINDS, "toy", toy)


def rule(*hits: Hit, identity: str = "toy/one", severity: Severity = "error") -> Rule:
    return Rule(
        id=identity, title="t", kind="toy", severity=severity, message="{task} is wrong", help="mend {task}",
        why="", source="", options={"hits": hits},
    )  # fmt: skip


def facts() -> Facts:
    return Facts(Organisation(tasks=()), Lexicon.build(()))


def test_routes_become_places_and_words_fill_the_templates() -> None:
    hit = Hit(
        Route(0, ("tasks", 7)),
        {"task": "Payroll"},
        label="here {task}",
        marks=(Mark(Route(1, ("tasks", 9)), "and there"),),
        signs=(Sign("scope", "sales", "sell", Route(0, ("tasks", 8)), 3, "selling"),),
    )
    (finding,), hidden = run(facts(), [rule(hit)], locate)
    assert hidden == 0
    assert (finding.rule, finding.severity, finding.message, finding.help) == (
        "toy/one", "error", "Payroll is wrong", "mend Payroll",
    )  # fmt: skip
    assert finding.place == Place("0.yaml", 7, 2, 7, 5, "text")
    assert [(label.place.file, label.place.line, label.message) for label in finding.labels] == [
        ("0.yaml", 7, "here Payroll"),
        ("1.yaml", 9, "and there"),
    ]
    assert [(e.phrase, e.place.line) for e in finding.evidence] == [("sell", 8)]


def test_findings_are_sorted_by_place_then_rule() -> None:
    late, early = Hit(Route(0, (5,))), Hit(Route(0, (2,)))
    found, _ = run(facts(), [rule(late, early), rule(early, identity="toy/a")], locate)
    assert [(f.place.line, f.rule) for f in found] == [(2, "toy/a"), (2, "toy/one"), (5, "toy/one")]


def test_a_hit_may_only_lower_the_severity() -> None:
    assert milder("warning", "error") == "warning"
    assert milder("error", "info") == "info"
    assert milder("error", None) == "error"


def test_hints_are_counted_and_shown_only_when_asked_for() -> None:
    hint = Hit(Route(0, (1,)), hint=True)
    assert run(facts(), [rule(hint)], locate) == ([], 1)
    shown, hidden = run(facts(), [rule(hint)], locate, hints=True)
    assert (len(shown), hidden) == (1, 0)


def test_fingerprints_rest_on_rule_task_and_parties_not_on_lines() -> None:
    here = Hit(Route(0, (1,)), task="Payroll ", parties=("IT", "Finance"))
    there = Hit(Route(0, (40,)), task="payroll", parties=("finance", "it"))
    other = Hit(Route(0, (1,)), task="Payroll", parties=("IT",))
    prints = [run(facts(), [rule(hit)], locate)[0][0].fingerprint for hit in (here, there, other)]
    assert prints[0] == prints[1] != prints[2]


def test_equal_findings_get_fingerprints_of_their_own() -> None:
    same = [Hit(Route(0, (n,)), task="Payroll") for n in (1, 2, 3)]
    prints = [f.fingerprint for f in run(facts(), [rule(*same)], locate)[0]]
    assert prints == [prints[0], f"{prints[0]}-2", f"{prints[0]}-3"]


def test_a_template_cannot_reach_into_words() -> None:
    assert fill("{task} {task.__class__} {0} {nobody} {", {"task": "{owner}"}) == (
        "{owner} {task.__class__} {0} {nobody} {"
    )
