"""How many parties hold a duty on one task: too few, or too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark, Severity
from rolelint.kinds.hits import SHOWN, all_of, choice, distinct, marks, names, off, severity
from rolelint.organisation.model import Assignment, Task
from rolelint.words import Phrases

_UNOWNED = {"tbd": "still to be decided", "empty": "nothing is filled in"}


def count(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks on which fewer than `least` or more than `most` parties hold `duty` (one, or a list together).

    Left alone: tasks that nobody owns on purpose, duties that the letters of the document cannot say, with
    `if_assigned` tasks without any party, tasks that lack something only because a part of them could not be
    read, and tasks with a phrase of `unless` in their name or a kind of
    `unless_kinds`. `by_profile` maps a profile to a severity; `if_person` is the severity where a person is
    accountable.
    """
    if off(facts, options):
        return
    duties = [options["duty"]] if isinstance(options["duty"], str) else list(options["duty"])
    least, most = options.get("least", 0), options.get("most")
    spared = _Spared(facts, options, duties)
    for counts, tasks in facts.alike:
        number = sum([counts[duty] for duty in duties])
        if number < least or (most is not None and number > most):
            for task in tasks:
                yield from _told(facts, options, duties, spared, task)


def _told(
    facts: Facts, options: Mapping[str, Any], duties: Sequence[str], spared: _Spared, task: Task
) -> Iterator[Hit]:
    least, most = options.get("least", 0), options.get("most")
    parties = distinct(a for duty in duties for a in task.holding(duty))
    if len(parties) < least and not spared(task) and not facts.is_misread(task):
        yield _too_few(facts, options, task)
    elif most is not None and len(parties) > most and not spared(task):
        yield _too_many(facts, options, task, parties)


class _Spared:
    """Which tasks a rule does not speak of."""

    def __init__(self, facts: Facts, options: Mapping[str, Any], duties: Sequence[str]) -> None:
        self._facts = facts
        self._duties = duties
        self._if_assigned = options.get("if_assigned", False)
        self._unless = Phrases(options.get("unless", ()))
        self._kinds = frozenset(options.get("unless_kinds", ()))

    def __call__(self, task: Task) -> bool:
        return (
            task.unowned == "on purpose"
            or (self._if_assigned and not task.assignments)
            or not any(self._facts.can_say(task, duty) for duty in self._duties)
            or not self._kinds.isdisjoint(task.traits.get("kind", ()))
            or self._unless.first(task.name) is not None
        )


def _too_few(facts: Facts, options: Mapping[str, Any], task: Task) -> Hit:
    """Points at those who hold the other half of the row: who does it, or who answers for it."""
    others = distinct(task.owners())
    holds = others[0].duty if others else ""
    return Hit(
        task.route,
        words={"task": task.name, "choice": choice(names(others))},
        label=_UNOWNED.get(task.unowned, options.get("label", "")),
        marks=marks(task, others, f"{{name}} is {holds}"),
        severity=_severity(facts, options, others),
        task=task.name,
        parties=tuple(names(others)),
    )


def _too_many(facts: Facts, options: Mapping[str, Any], task: Task, parties: list[Assignment]) -> Hit:
    written = names(parties)
    first, *more = parties
    return Hit(
        task.at(first),
        words={
            "task": task.name,
            "all": all_of(written),
            "choice": choice(written),
            "n": str(len(parties)),
            "most": str(options["most"]),
        },
        label=f"{first.name} here",
        marks=tuple(Mark(task.at(a), f"{a.name} here") for a in more[:SHOWN]),
        severity=_severity(facts, options, ()),
        task=task.name,
        parties=tuple(written),
    )


def _severity(facts: Facts, options: Mapping[str, Any], accountable: Sequence[Assignment]) -> Severity | None:
    """By the profile, but no graver than `if_person` where a person answers for the task."""
    if "if_person" in options and accountable and all(a.party.kind == "person" for a in accountable):
        found: Severity = options["if_person"]
        return found
    return severity(facts, options)
