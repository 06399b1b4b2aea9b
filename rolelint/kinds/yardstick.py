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
    measures = _Measures(options)
    judged = zip(facts.organisation.tasks, facts.verdicts, facts.owner_functions, strict=True)
    for task, verdict, owner in judged:
        if owner is None or owner not in measures.functions or "metric" not in task.traits:
            continue
        of = {measures[metric] for metric in task.traits["metric"]}
        if of.isdisjoint({None, owner}) and len(of) == 1 and _open(facts, task, verdict, owner):
            yield _hit(task, owner, str(of.pop()))


def _open(facts: Facts, task: Task, verdict: Verdict, owner: str) -> bool:
    if task.shared is not None or verdict.outcome in ("grey", "mixed"):
        return False
    if verdict.outcome == "not judged" or verdict.function == owner:
        return True
    return facts.only_measured(task, verdict)


class _Measures(dict[str, str | None]):
    """Metric -> the one function that it measures, None where shared or unknown; each looked up once."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._common = Phrases(options["common"])
        self.functions = {name: Phrases(phrases) for name, phrases in options["metrics"].items()}

    def __missing__(self, metric: str) -> str | None:
        found = [name for name, phrases in self.functions.items() if phrases.first(metric)]
        one = found[0] if len(found) == 1 and not self._common.first(metric) else None
        self[metric] = one
        return one


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
