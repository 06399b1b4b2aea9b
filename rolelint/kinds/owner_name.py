"""Owners whose name is no single party: a group, a choice, or a condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Severity
from rolelint.kinds.hits import off, severity
from rolelint.organisation.model import ACCOUNTABLE, Assignment, Party, Task
from rolelint.words import Phrases, fold


def owner_name(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Accountable parties whose name is one of `names`, holds a phrase of `phrases`, or one of `joined`.

    `joined` are texts such as " or " that stand between two names; those of `perhaps` make the hit
    information, unless both sides are known functions. `in_brackets` are phrases that count only after an
    opening bracket. Names with a phrase of `unless` are left alone, and so are declared parties. Functions
    count with `functions_too` wherever `policy.require_person` is on, which makes the hit as grave as the
    rule; else `by_profile` says how grave it is.
    """
    if off(facts, options):
        return
    judged: dict[Party, Caught | None] = {}
    test = _Test(facts, options)
    for task, held in zip(facts.organisation.tasks, facts.by_duty, strict=True):
        for assignment in held.get(ACCOUNTABLE, ()):
            party = assignment.party
            if party not in judged:
                judged[party] = test(party, assignment.name)
            caught = judged[party]
            if caught is not None:
                yield _hit(task, assignment, caught)


class Caught(NamedTuple):
    """The words that caught a name, and how grave that is."""

    words: str
    severity: Severity | None


class _Test:
    """Whether a name is caught by the rule's options."""

    def __init__(self, facts: Facts, options: Mapping[str, Any]) -> None:
        strict = facts.organisation.policy.get("require_person") is True
        self._functions = strict and options.get("functions_too", False)
        self._severity = None if self._functions else severity(facts, options)
        self._names = frozenset(map(fold, options.get("names", ())))
        self._phrases = Phrases(options.get("phrases", ()))
        self._joined = tuple(options.get("joined", ()))
        self._perhaps = tuple(options.get("perhaps", ()))
        self._in_brackets = Phrases(options.get("in_brackets", ()))
        self._unless = Phrases(options.get("unless", ()))

    def __call__(self, party: Party, name: str) -> Caught | None:
        if self._functions and party.kind == "function" and len(functions_of(party)) < 2:
            return Caught(name, None)
        if party.declared is not None or self._unless.first(name):
            return None
        words = self._whole(name) or self._choice(name, self._joined) or self._bracketed(name)
        if words is not None:
            return Caught(words, self._severity)
        words = self._choice(name, self._perhaps)
        if words is None or len(functions_of(party)) == 1:
            return None
        return Caught(words, self._severity if len(functions_of(party)) > 1 else "info")

    def _whole(self, name: str) -> str | None:
        return name if fold(name) in self._names else self._phrases.first(name)

    def _choice(self, name: str, joiners: Sequence[str]) -> str | None:
        """The text that joins two names; brackets do not count, and neither do single letters (R/A)."""
        bare = fold(name.partition("(")[0])
        for joined in joiners:
            sides = bare.split(joined)
            if len(sides) > 1 and all(len(side.strip()) > 1 for side in sides):
                return joined.strip()
        return None

    def _bracketed(self, name: str) -> str | None:
        _, bracket, inside = name.partition("(")
        return self._in_brackets.first(inside) if bracket else None


def _hit(task: Task, owner: Assignment, caught: Caught) -> Hit:
    outside, _, inside = owner.name.partition("(")
    return Hit(
        task.at(owner),
        words={
            "task": task.name,
            "owner": owner.name,
            "found": caught.words,
            "bare": outside.strip() or owner.name,
            "condition": inside.rstrip(") "),
        },
        label="accountable here",
        severity=caught.severity,
        task=task.name,
        parties=(owner.name,),
    )
