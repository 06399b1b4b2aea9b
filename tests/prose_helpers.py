"""A small organisation made by hand, with a lexicon that knows its tasks by name. Two functions that no
shipped rule names show that the kinds know none by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from rolelint.facts import Facts
from rolelint.finding import Hit, Route, Sign
from rolelint.fit.verdict import Verdict
from rolelint.kinds import KINDS
from rolelint.organisation.model import Assignment, Function, Organisation, Party, Person, Role, Task
from rolelint.words import fold

FUNCTIONS = ("support", "success")
METRIC = "x/metric"
"""The rule of verdicts that rest on a metric alone."""


class Known:
    """Judges tasks by name: `Answer tickets` -> a verdict; anything else is not judged."""

    def __init__(self, verdicts: Mapping[str, Verdict]) -> None:
        self._verdicts = verdicts

    def judge(self, task: Task) -> Verdict:
        return self._verdicts.get(task.name.strip(), Verdict("not judged"))

    def signs(self, task: Task, verdict: Verdict) -> list[Sign]:
        function = verdict.function
        if verdict.rule == METRIC and function:
            return [Sign("focus", function, "metric", task.trait_route("metric"), 3, "…")]
        return [Sign("focus", function, task.name.split()[-1], task.route, 3, "…")] if function else []


def clear(function: str, grade: str = "likely", rule: str | None = None) -> Verdict:
    """A clear-cut verdict; a hint is none."""
    outcome = "not judged" if grade == "hint" else "clear-cut"
    return Verdict(cast(Any, outcome), function, cast(Any, grade), rule)


class Made:
    """Gathers parties, tasks and the rest; routes of tasks are ("tasks", number)."""

    def __init__(self, **given: Any) -> None:
        self.given = given
        self.tasks: list[Task] = []
        self.parties: dict[str, Party] = {}
        self.roles: dict[str, Role] = {}
        self.people: dict[str, Person] = {}
        self.functions: dict[str, Function] = {}
        self.verdicts: dict[str, Verdict] = {}
        for name in FUNCTIONS:
            self.party(name, name, kind="function")

    def party(self, name: str, *functions: str, kind: str = "unknown", by: str = "") -> Party:
        one = functions[0] if functions else None
        many = functions if len(functions) > 1 else ()
        party = Party(name, cast(Any, kind), None if many else one, many, by)
        self.parties[fold(name)] = party
        return party

    def role(self, name: str, *functions: str, by: str = "declared", **given: Any) -> None:
        self.party(name, *functions, kind="role", by=by)
        self.roles[fold(name)] = Role(name, Route(0, ("roles", name), key=True), **given)

    def person(self, name: str, *functions: str, **given: Any) -> None:
        self.party(name, *functions, kind="person")
        self.people[fold(name)] = Person(name, Route(0, ("people", name), key=True), **given)

    def function(self, name: str, **given: Any) -> None:
        self.functions[fold(name)] = Function(name, Route(0, ("functions", name), key=True), **given)

    def task(
        self,
        name: str,
        owner: str = "",
        verdict: Verdict | None = None,
        traits: Mapping[str, tuple[str, ...]] | None = None,
        letters: Mapping[str, str] | None = None,
        **given: Any,
    ) -> Task:
        """`owner` is accountable and responsible; `letters` maps further duties to names."""
        home = ("tasks", len(self.tasks))
        duties = {"accountable": owner, "responsible": owner} if owner else {}
        assignments = tuple(
            Assignment(self.parties.get(fold(who)) or self.party(who), duty, (*home, duty), who)
            for duty, who in {**duties, **(letters or {})}.items()
        )
        traits = traits or {}
        steps = {trait: (*home, trait) for trait in traits}
        task = Task(
            name, Route(0, (*home, "name")), home, assignments, traits=traits, trait_steps=steps, **given
        )
        self.tasks.append(task)
        if verdict:
            self.verdicts[name] = verdict
        return task

    def facts(self) -> Facts:
        organisation = Organisation(
            tuple(self.tasks),
            parties=self.parties,
            roles=self.roles,
            people=self.people,
            functions=self.functions,
            **self.given,
        )
        return Facts(organisation, cast(Any, Known(self.verdicts)))

    def hits(self, kind: str, **options: Any) -> list[Hit]:
        return list(KINDS[kind](self.facts(), "x/y", options))

    def said(self, kind: str, **options: Any) -> list[tuple[Any, ...]]:
        """(steps, words, severity) of every hit."""
        return [(hit.route.steps, dict(hit.words), hit.severity) for hit in self.hits(kind, **options)]
