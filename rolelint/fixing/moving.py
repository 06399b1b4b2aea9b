"""Fixes that change who holds what: one accountable instead of several, work with the suggested function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolelint.finding import Finding, Route
from rolelint.fixing.fix import Append, Change, Enter, Fix, Remove, Scene, Write
from rolelint.fixing.places import name_route, value_at
from rolelint.organisation.model import ACCOUNTABLE, CONSULTED, RESPONSIBLE, Assignment, Party, Task
from rolelint.organisation.plain import named, text
from rolelint.words import fold

OWNING = frozenset({ACCOUNTABLE, RESPONSIBLE})


def task_of(scene: Scene, finding: Finding) -> Task | None:
    """The task that a finding stands in."""
    route = finding.route
    if route is None:
        return None
    inside = (
        task
        for task in scene.organisation.tasks
        if task.route.document == route.document and route.steps[: len(task.home)] == task.home
    )
    return max(inside, key=lambda task: len(task.home), default=None)


def several_accountable(scene: Scene, finding: Finding) -> Iterator[Fix]:
    """Leave the first accountable party so, and make the others consulted."""
    row = _Row.of(scene, finding)
    if row is None or finding.rule != "raci/several-accountable":
        return
    kept, *others = {a.party: a for a in row.task.holding(ACCOUNTABLE)}.values()
    title = f"leave only {kept.name} accountable"
    yield Fix(title, row.lowered([other.party for other in others]), "unsafe", finding)


def wrong_function(scene: Scene, finding: Finding) -> Iterator[Fix]:
    """Give the work to the suggested function; whoever owned it is consulted where the row can say so."""
    row = _Row.of(scene, finding)
    if row is None or finding.suggests is None:
        return
    owners = row.task.owners()
    if len({owner.party for owner in owners}) == 1:
        new = _name_of(scene, row.task, finding.suggests)
        title = f"make {new} {owners[0].duty} instead of {owners[0].name}"
        yield Fix(title, tuple(row.given(owners[0], new)), "unsafe", finding)


def _name_of(scene: Scene, task: Task, function: str) -> str:
    """What the file calls a function: the one party of it on the task, its declared name, or its own."""
    there = {a.party: a.name for a in task.assignments if a.party.function == function}
    if len(there) == 1:
        return next(iter(there.values()))
    declared = scene.organisation.functions.get(function)
    if declared is not None:
        return declared.name
    used = (a.name for t in scene.organisation.tasks for a in t.assignments if _is(a.party, function))
    return next(used, function)


def _is(party: Party, function: str) -> bool:
    return party.kind == "function" and party.function == function


class _Row:
    """A task as it is written: a grid's row, a row of words or letters, or a name and its owner."""

    def __init__(self, scene: Scene, task: Task) -> None:
        self.scene = scene
        self.task = task
        self._document = scene.data(task.route.document)
        self.data = value_at(self._document, task.home)
        self.has_duties = isinstance(self.data, dict)
        uses = (use for use in scene.organisation.schemes if use.document == task.route.document)
        self.letters = dict(next((use.letters for use in uses), {}))

    @classmethod
    def of(cls, scene: Scene, finding: Finding) -> _Row | None:
        """The row a finding stands in; None where some name cannot be found where it should stand."""
        task = task_of(scene, finding)
        if task is None:
            return None
        names = [name_route(scene, task, assignment) for assignment in task.assignments]
        return cls(scene, task) if None not in names and len({n.key for n in names if n}) == 1 else None

    def lowered(self, parties: Sequence[Party]) -> tuple[Change, ...]:
        """Accountable parties are so no more, but consulted, unless they hold something else as well."""
        changes: list[Change] = []
        asked: dict[str, Assignment] = {}
        for each in self.task.assignments:
            if each.party in parties and each.duty == ACCOUNTABLE:
                changes.append(self._without(each))
                keys = {a.steps[:-1] for a in self.task.assignments if a.party is each.party}
                if not self._is_cell(each) and len(keys) == 1:
                    asked.setdefault(each.name, each)
        if any(isinstance(change, Write) and not change.text for change in changes):
            return ()
        first = next(iter(asked.values()), None)
        return (*changes, *(self._consulted(tuple(asked), first) if first else ()))

    def _without(self, owner: Assignment) -> Change:
        """The change that takes accountability away; an empty text where that cannot be written."""
        if self._is_cell(owner):
            others = [a.duty for a in self.task.assignments if a.steps == owner.steps and a is not owner]
            letters = [self._letter(duty) or "" for duty in others or [CONSULTED]]
            return Write(self.task.at(owner), "/".join(letters) if all(letters) else "")
        listed = isinstance(owner.steps[-1], int)
        return Remove(self.task.at(owner)) if listed else Write(self.task.at(owner), "")

    def given(self, owner: Assignment, new: str) -> list[Change]:
        """The owner's duties go to another party, and the owner is consulted, or changes places with it."""
        number = self.task.route.document
        if not self.has_duties:
            return [Write(self.task.at(owner), new)]
        if self._is_cell(owner):
            return self._exchanged(owner, new)
        held = [a for a in self.task.assignments if a.party is owner.party]
        theirs = [a for a in self.task.assignments if fold(a.name) == fold(new)]
        works = any(a.duty in OWNING for a in theirs)
        moved = dict.fromkeys(
            a.steps for a in held if a.duty == owner.duty or (a.duty in OWNING and not works)
        )
        stays = any(a.steps not in moved for a in held)
        changes: list[Change] = [Write(Route(number, steps), new) for steps in moved]
        told = [Route(number, a.steps) for a in theirs if a.duty not in OWNING]
        if told:
            return [] if stays or len(told) > 1 else [*changes, Write(told[0], owner.name)]
        return changes if stays else [*changes, *self._consulted((owner.name,), owner)]

    def _exchanged(self, owner: Assignment, new: str) -> list[Change]:
        """In a grid the other party gets the owner's letters, and the owner the letter for consulted."""
        here, consulted = self.task.at(owner), self._letter(CONSULTED)
        written = text(value_at(self._document, here.steps))
        keys = [key for key in self.data if fold(key) == fold(new)]
        if written is None or consulted is None or len(keys) > 1:
            return []
        if not keys:
            return [Write(here, consulted), Enter(here, new, written)]
        there = Route(here.document, (*self.task.home, keys[0]))
        theirs = text(value_at(self._document, there.steps))
        if theirs is None:
            return []
        works = any(a.steps == there.steps and a.duty in OWNING for a in self.task.assignments)
        return [] if works else [Write(here, consulted), Write(there, written)]

    def _consulted(self, names: tuple[str, ...], beside: Assignment) -> list[Change]:
        """Parties are consulted as well: in the list that there is, or in one of their own."""
        spelled = [key for key in self.data if fold(key) == CONSULTED or key == self._letter(CONSULTED)]
        number, home = self.task.route.document, self.task.home
        if spelled:
            route = Route(number, (*home, spelled[0]))
            nobody = isinstance(self.data[spelled[0]], str) and named(self.data[spelled[0]]) is None
            return [Write(route, names[0])] if nobody and len(names) == 1 else [Append(route, names)]
        entry = beside.steps[: len(home) + 1]
        key = CONSULTED if len(str(entry[-1])) > 1 else self._letter(CONSULTED)
        return [Enter(Route(number, entry), key, names if len(names) > 1 else names[0])] if key else []

    def _is_cell(self, assignment: Assignment) -> bool:
        """Whether an assignment is a grid's cell, its party the key."""
        name = name_route(self.scene, self.task, assignment)
        return name is not None and name.key

    def _letter(self, duty: str) -> str | None:
        return next((letter for letter, meant in self.letters.items() if meant == duty), None)
