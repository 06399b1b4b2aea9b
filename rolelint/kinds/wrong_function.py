"""Work that reads as one function's and is owned by the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, owner_function
from rolelint.finding import Hit, Mark, Severity, Sign
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import ACCOUNTABLE, Task

_AGAINST = 2
"""So many signs against are named at most."""


def wrong_function(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose verdict this rule names and whose owners all belong to another of the judged functions.

    Left alone: tasks of third or unknown functions, shared tasks that say why, what the organisation's
    policy allows, the tasks of a function that is told as a whole, and those for which nothing but a metric
    speaks. Severity follows the grade: only
    words and traits together reach the rule's own, and a startup gets information.
    """
    chosen = facts.chosen.get(facts.lexicon.about(rule).get("policy", ""), ())
    for task, verdict in facts.by_rule.get(rule, ()):
        owner = owner_function(task)
        if owner is None or owner == verdict.function or owner not in facts.lexicon.functions:
            continue
        if not (_left_alone(facts, task, verdict, owner) or owner in chosen):
            yield _hit(facts, task, verdict)


def _left_alone(facts: Facts, task: Task, verdict: Verdict, owner: str) -> bool:
    if task.shared is not None and task.shared.why:
        return True
    return owner in facts.swapped_functions or facts.only_measured(task, verdict)


def _hit(facts: Facts, task: Task, verdict: Verdict) -> Hit:
    signs = facts.lexicon.signs(task)
    ours = [sign for sign in signs if sign.function == verdict.function]
    against = [sign for sign in signs if sign.function != verdict.function]
    first = ours[0]
    party = task.owners()[0]
    duty = "accountable" if party.duty == ACCOUNTABLE else "responsible"
    return Hit(
        first.route,
        words={
            "task": task.name,
            "owner": party.name,
            "duty": duty,
            "function": str(verdict.function),
            "evidence": f'"{first.phrase}"',
        },
        label=f"{first.dimension}: {first.meaning}",
        marks=(Mark(task.at(party), f"{party.name} is {duty} here"),),
        signs=tuple(ours),
        severity=_severity(facts, verdict),
        task=task.name,
        parties=(party.name,),
        suggests=verdict.function,
        notes=_spoken_against(against),
        hint=verdict.grade == "hint",
    )


def _severity(facts: Facts, verdict: Verdict) -> Severity | None:
    if facts.organisation.profile == "startup" or verdict.grade == "hint":
        return "info"
    return None if verdict.grade == "certain" else "warning"


def _spoken_against(against: list[Sign]) -> tuple[str, ...]:
    told = dict.fromkeys(f'{s.dimension} ("{s.phrase}") speaks for {s.function}' for s in against)
    return (f"against: {', '.join(list(told)[:_AGAINST])}",) if told else ()
