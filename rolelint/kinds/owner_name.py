"""Owners whose name is no single party: a group, a choice, or a condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Severity
from rolelint.kinds.hits import off, severity
from rolelint.organisation.model import ACCOUNTABLE, Assignment, Party, Task
from rolelint.words import Phrases, fold


def owner_name(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Accountable parties whose name is one of `names`, holds a phrase of `phrases`, or one of `joined`.

    `joined` are texts such as " or " that stand between two names. `in_brackets` are phrases that count only
    after an opening bracket. Names with a phrase of `unless` are left alone, and so are declared parties and
    known functions, but for `functions_too`: then a function counts wherever `policy.require_person` is on,
    which makes the hit as grave as the rule; else `by_profile` says how grave it is.
    """
    if off(facts, options):
        return
    judged: dict[Party, str | None] = {}
    test = _Test(facts, options)
    for task, held in zip(facts.organisation.tasks, facts.by_duty, strict=True):
        for assignment in held.get(ACCOUNTABLE, ()):
            party = assignment.party
            if party not in judged:
                judged[party] = test(party, assignment.name)
            if judged[party] is not None and task.shared is None:
                yield _hit(task, assignment, str(judged[party]), test.severity)


class _Test:
    """Whether a name is caught by the rule's options; the answer is the words that caught it."""

    def __init__(self, facts: Facts, options: Mapping[str, Any]) -> None:
        strict = facts.organisation.policy.get("require_person") is True
        self._functions = strict and options.get("functions_too", False)
        self.severity: Severity | None = (
            None if strict and options.get("functions_too") else severity(facts, options)
        )
        self._names = frozenset(map(fold, options.get("names", ())))
        self._phrases = Phrases(options.get("phrases", ()))
        self._joined = tuple(options.get("joined", ()))
        self._in_brackets = Phrases(options.get("in_brackets", ()))
        self._unless = Phrases(options.get("unless", ()))

    def __call__(self, party: Party, name: str) -> str | None:
        if self._unless.first(name):
            return None
        if party.kind == "function" or party.declared is not None:
            return name if self._functions and party.kind == "function" else None
        return self._whole(name) or self._choice(name) or self._bracketed(name)

    def _whole(self, name: str) -> str | None:
        return name if fold(name) in self._names else self._phrases.first(name)

    def _choice(self, name: str) -> str | None:
        """The text that joins two names; brackets do not count, and neither do single letters (R/A)."""
        bare = fold(name.partition("(")[0])
        for joined in self._joined:
            sides = bare.split(joined)
            if len(sides) > 1 and all(len(side.strip()) > 1 for side in sides):
                return str(joined).strip()
        return None

    def _bracketed(self, name: str) -> str | None:
        _, bracket, inside = name.partition("(")
        return self._in_brackets.first(inside) if bracket else None


def _hit(task: Task, owner: Assignment, found: str, grade: Severity | None) -> Hit:
    outside, _, inside = owner.name.partition("(")
    return Hit(
        task.at(owner),
        words={
            "task": task.name,
            "owner": owner.name,
            "found": found,
            "bare": outside.strip() or owner.name,
            "condition": inside.rstrip(") "),
        },
        label="accountable here",
        severity=grade,
        task=task.name,
        parties=(owner.name,),
    )
