"""Traits of one task that point to two functions at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Task
from rolelint.words import Phrases, fold, listed

Marked = dict[str, dict[str, str]]
"""Function -> trait -> value, of one task."""


def traits_disagree(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks with `at_least` traits for one function and as many for another.

    `traits` maps trait -> value -> function; `metrics` maps function -> phrases. Left alone: shared tasks,
    those whose `kind` is in `exempt_kinds`, and those of which another rule already speaks.
    """
    metrics = {name: Phrases(phrases) for name, phrases in options["metrics"].items()}
    common = Phrases(options["common"])
    exempt = set(map(fold, options["exempt_kinds"]))
    judged = zip(facts.organisation.tasks, facts.verdicts, facts.owner_functions, strict=True)
    for task, verdict, owner in judged:
        if len(task.traits) < 2 * options["at_least"] or not _open(task, verdict, owner):
            continue
        if not exempt.isdisjoint(map(fold, task.traits.get("kind", ()))):
            continue
        marked = _marked(task, options["traits"], metrics, common)
        sides = [(name, held) for name, held in marked.items() if len(held) >= options["at_least"]]
        if len(sides) > 1:
            yield _hit(task, sides[0], sides[1])


def _open(task: Task, verdict: Verdict, owner: str | None) -> bool:
    """Whether neither the grey, the mixed nor the wrong-function rules speak of the task."""
    if task.shared is not None or verdict.outcome in ("grey", "mixed"):
        return False
    return verdict.outcome == "not judged" or verdict.grade == "hint" or verdict.function == owner


def _marked(
    task: Task,
    traits: Mapping[str, Mapping[str, str]],
    metrics: Mapping[str, Phrases],
    common: Phrases,
) -> Marked:
    found: Marked = {name: {} for name in metrics}
    for trait, meanings in traits.items():
        values = task.traits.get(trait, ())
        sides = {meanings[value] for value in values if value in meanings}
        if len(sides) == 1:
            found.setdefault(sides.pop(), {})[trait] = values[0]
    for metric in task.traits.get("metric", ()):
        owners = [name for name, phrases in metrics.items() if phrases.first(metric)]
        if len(owners) == 1 and not common.first(metric):
            found[owners[0]]["metric"] = metric
    return found


def _hit(task: Task, one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]]) -> Hit:
    def said(held: Mapping[str, str]) -> str:
        return listed([f"{trait}: {value}" for trait, value in held.items()])

    return Hit(
        task.route,
        words={
            "task": task.name,
            "one": one[0],
            "other": other[0],
            "one_marks": said(one[1]),
            "other_marks": said(other[1]),
        },
        label="its traits point both ways",
        marks=tuple(
            Mark(task.trait_route(trait), f"reads as {name}") for name, held in (one, other) for trait in held
        ),
        task=task.name,
    )
