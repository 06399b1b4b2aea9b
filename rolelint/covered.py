"""Which areas of work no task of an organisation touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from rolelint.facts import Facts
from rolelint.words import Spoken, fold

Area = Mapping[str, Any]
"""`{name, side, rules, kinds, phrases}`, as the kind `coverage` describes it; the last three are optional."""


def uncovered(facts: Facts, areas: Sequence[Area]) -> list[Area]:
    """The areas that nothing covers."""
    tasks = facts.organisation.tasks
    kinds = {fold(kind) for task in tasks for kind in task.traits.get("kind", ())}
    kinds |= {verdict.area for verdict in facts.verdicts}
    excused = [(work,) for work, reason in facts.organisation.not_applicable.items() if reason.strip()]
    texts = [(task.name, task.description) if task.description else (task.name,) for task in tasks]
    waiting = [
        area
        for area in areas
        if kinds.isdisjoint(area.get("kinds", ()))
        and not any(name in facts.by_rule for name in area.get("rules", ()))
    ]
    for heard in (Spoken(excused), Spoken(texts)):
        waiting = _unsaid(heard, waiting, long=False)
        waiting = _unsaid(heard, waiting, long=True)
    return waiting


def _unsaid(heard: Spoken, areas: Sequence[Area], *, long: bool) -> list[Area]:
    """The areas of which no phrase stands in a text: single words first, which are found at once."""
    phrases = {
        area["name"]: [p for p in (area["name"], *area.get("phrases", ())) if (" " in p) is long]
        for area in areas
    }
    said = heard.said(chain.from_iterable(phrases.values()))
    return [area for area in areas if said.isdisjoint(phrases[area["name"]])]
