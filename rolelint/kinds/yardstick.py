"""A task measured by another function's yardstick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Task
from rolelint.words import Phrases, fold, listed


def yardstick(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks of one function of `metrics` whose every metric is a phrase of one other function's.

    One metric that is the owner's own, of `common`, or unknown makes it good. Left alone: shared and grey
    tasks, and those of which more than the metric says that they belong elsewhere.
    """
    common = Phrases(options["common"])
    sides = {name: Phrases(phrases) for name, phrases in options["metrics"].items()}
    judged = zip(facts.organisation.tasks, facts.verdicts, facts.owner_functions, strict=True)
    for task, verdict, owner in judged:
        if owner is None or owner not in sides or not _open(facts, task, verdict, owner):
            continue
        of = {_side(metric, sides, common) for metric in task.traits["metric"]}
        if len(of) == 1 and (other := of.pop()) not in (None, owner):
            yield _hit(task, owner, str(other))


def _open(facts: Facts, task: Task, verdict: Verdict, owner: str) -> bool:
    if "metric" not in task.traits or task.shared is not None or verdict.outcome in ("grey", "mixed"):
        return False
    if verdict.outcome == "not judged" or verdict.function == owner:
        return True
    return facts.only_measured(task, verdict)


def _side(metric: str, sides: Mapping[str, Phrases], common: Phrases) -> str | None:
    """The one function that this metric measures; None where it is shared or unknown."""
    if common.first(metric):
        return None
    found = [name for name, phrases in sides.items() if phrases.first(metric)]
    return found[0] if len(found) == 1 else None


def _hit(task: Task, owner: str, other: str) -> Hit:
    party = task.owners()[0]
    metrics = listed([f'"{metric}"' for metric in task.traits["metric"]], 3)
    return Hit(
        task.trait_route("metric"),
        words={
            "task": task.name,
            "metric": metrics,
            "other": other,
            "owner": party.name if fold(party.name) == owner else f"{party.name} ({owner})",
        },
        label=f"how {other} is measured",
        marks=(Mark(task.at(party), f"{party.name} is accountable here"),),
        task=task.name,
        parties=(party.name,),
    )
