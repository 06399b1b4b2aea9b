"""What several kinds need to know of one organisation, worked out once a run and only when asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rolelint.claims import Claims, Part
from rolelint.finding import Problem, Step
from rolelint.fit.verdict import Verdict
from rolelint.holders import Duties, Use, functions_of, owner_function, owner_functions, shapes, uses
from rolelint.managers import Managers
from rolelint.organisation.model import INFORMED, Organisation, Party, Person, Role, Task
from rolelint.records import NamedTuple
from rolelint.similar import Wording
from rolelint.words import fold

if TYPE_CHECKING:
    from rolelint.fit.lexicon import Lexicon

__all__ = ["TAKEN", "Clear", "Duties", "Facts", "Use", "functions_of", "owner_function"]

SWAPPED_FROM = 5
"""So many clear-cut tasks a function must own before its work as a whole is judged."""


MISREAD = ("unknown-key", "wrong-type", "wrong-value", "unknown-alias", "recursive-alias")
"""Faults that hide what was meant."""


class Clear(NamedTuple):
    """A clear-cut task, its verdict, and the one function that owns it, if one does."""

    task: Task
    verdict: Verdict
    owner: str | None


class Facts:
    """One organisation and what follows from it. `today` is an ISO date, or None where no day was given.

    `packs` are the data of the pack files, whose words say when two names are alike. `borders` are the
    lexicons of packs that tell other functions apart than the base does, by pack.
    """

    def __init__(
        self,
        organisation: Organisation,
        lexicon: Lexicon,
        today: str | None = None,
        packs: Sequence[Mapping[str, Any]] = (),
        borders: Mapping[str, Lexicon] | None = None,
    ) -> None:
        self.packs = packs
        self._borders = borders or {}
        self._seen: dict[str, Facts] = {}
        self.organisation = organisation
        self.lexicon = lexicon
        self.today = today

    def at(self, pack: str) -> Facts:
        """What the rules of a pack see: the same organisation, judged by the pack's own lexicon."""
        if pack not in self._borders:
            return self
        if pack not in self._seen:
            self._seen[pack] = _Border(self, self._borders[pack])
        return self._seen[pack]

    def of_all_borders(self) -> Sequence[Verdict]:
        """One verdict a task: that of the first border that judges it."""
        if not self._borders:
            return self.verdicts
        each = (self.verdicts, *(self.at(pack).verdicts for pack in self._borders))
        return [
            next((verdict for verdict in verdicts if verdict.outcome != "not judged"), verdicts[0])
            for verdicts in zip(*each, strict=True)
        ]

    @cached_property
    def verdicts(self) -> Sequence[Verdict]:
        """One verdict a task, in the order of the tasks."""
        return [self.lexicon.judge(task) for task in self.organisation.tasks]

    @cached_property
    def by_rule(self) -> dict[str, list[tuple[Task, Verdict]]]:
        """The tasks whose verdict a rule names, under that rule's id."""
        found: dict[str, list[tuple[Task, Verdict]]] = {}
        for task, verdict in zip(self.organisation.tasks, self.verdicts, strict=True):
            if verdict.rule is not None:
                found.setdefault(verdict.rule, []).append((task, verdict))
        return found

    @cached_property
    def shapes(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """The duties of a row, one an assignment, and the numbers of the tasks that have just these."""
        return shapes(self.organisation.tasks)

    @cached_property
    def alike(self) -> Sequence[tuple[Mapping[str, int], Sequence[Task]]]:
        """How many assignments of each duty tasks have (absent: none), and the tasks that have just these."""
        tasks = self.organisation.tasks
        return [(Counter(shape), [tasks[at] for at in numbers]) for shape, numbers in self.shapes.items()]

    @cached_property
    def uses(self) -> Mapping[Party, Use]:
        """What each party that holds a duty holds, in the order of the files."""
        return uses(self.organisation.tasks)

    def held_by(self, parties: Iterable[Party]) -> list[Task]:
        """The tasks on which one of these parties holds a duty, each once, in the order of the files."""
        tasks, uses = self.organisation.tasks, self.uses
        numbers = {number for party in parties if party in uses for number in uses[party].numbers}
        return [tasks[number] for number in sorted(numbers)]

    @cached_property
    def schemes(self) -> Mapping[int, frozenset[str]]:
        """Document -> the duties that its letters can say."""
        return {
            use.document: frozenset(" ".join(use.letters.values()).replace(",", " ").split())
            for use in self.organisation.schemes
        }

    def can_say(self, task: Task, duty: str) -> bool:
        """Whether the letters of the task's document can say a duty at all."""
        said = self.schemes.get(task.route.document)
        return said is None or duty in said

    @cached_property
    def problems(self) -> Mapping[str, Sequence[Problem]]:
        """The faults of the input, by their code."""
        found: dict[str, list[Problem]] = {}
        for problem in self.organisation.problems:
            found.setdefault(problem.code, []).append(problem)
        return found

    @cached_property
    def _misread(self) -> frozenset[tuple[int, tuple[Step, ...]]]:
        routes = [p.route for code in MISREAD for p in self.problems.get(code, ())]
        return frozenset((r.document, r.steps[:n]) for r in routes for n in range(1, len(r.steps)))

    def is_misread(self, task: Task) -> bool:
        """Whether something in the task could not be read: what seems to be missing may well be there."""
        return (task.route.document, task.home) in self._misread

    @cached_property
    def claims(self) -> Claims:
        """What the rows claim more than once, and which rows are alike at all."""
        return Claims(self.organisation, Wording(self.packs))

    @cached_property
    def contested_parts(self) -> list[Part]:
        """Rows that read as a part of another function's work, and do not name its owner but to inform."""
        found = []
        for whole, parts in self.claims.parts:
            owners, function = {owner.party for owner in whole.owners()}, owner_function(whole)
            contested = tuple(
                part
                for part in parts
                if None not in (function, owner_function(part))
                and function != owner_function(part)
                and owners.isdisjoint(a.party for a in part.assignments if a.duty != INFORMED)
            )
            if contested:
                found.append(Part(whole, contested))
        return found

    @cached_property
    def reporting(self) -> tuple[Role | Person, ...]:
        """Everybody who is declared: those who may have a manager."""
        return (*self.organisation.roles.values(), *self.organisation.people.values())

    @cached_property
    def managers(self) -> Managers:
        """Who reports to whom in a solid line."""
        return Managers(self.organisation)

    @cached_property
    def led(self) -> dict[str, set[str]]:
        """Folded name of a manager -> the functions of those who report there in a solid line."""
        found: dict[str, set[str]] = {}
        for one in self.reporting:
            party = self.organisation.parties.get(fold(one.name))
            for manager in one.reports_to if party is not None else ():
                found.setdefault(fold(manager), set()).update(functions_of(party) if party else ())
        return found

    @cached_property
    def chosen(self) -> Mapping[str, frozenset[str]]:
        """The functions that `policy:` names under each of its keys, one or several."""
        said = self.organisation.policy.items()
        return {
            key: frozenset(map(fold, value if isinstance(value, tuple) else (str(value),)))
            for key, value in said
        }

    @cached_property
    def owner_functions(self) -> Sequence[str | None]:
        """What `owner_function` says of each task, in the order of the tasks."""
        return owner_functions(self.organisation.tasks, self.shapes)

    @cached_property
    def clear_cut(self) -> Sequence[Clear]:
        """The clear-cut tasks, hints left out, in the order of the tasks."""
        return [
            Clear(task, verdict, owner)
            for task, verdict, owner in zip(
                self.organisation.tasks, self.verdicts, self.owner_functions, strict=True
            )
            if verdict.outcome == "clear-cut" and verdict.grade != "hint"
        ]

    def only_measured(self, task: Task, verdict: Verdict) -> bool:
        """Whether nothing but its metric makes a task read as it does."""
        if "metric" not in task.traits:
            return False
        steps = task.trait_steps["metric"]
        return all(sign.route.steps == steps for sign in self.lexicon.signs(task, verdict))

    @cached_property
    def swapped_functions(self) -> frozenset[str]:
        """The functions of whose own clear-cut tasks more than half read as one other function's work.

        And which do more of that work than the function it belongs to: where that one does as much itself,
        the names are right and single tasks are misplaced. Declared joint tasks do not count. Such a function
        gets one finding, and its tasks none of their own.
        """
        total: Counter[str] = Counter()
        reads_as: Counter[tuple[str, str]] = Counter()
        for task, verdict, owner in self.clear_cut:
            if owner is not None and verdict.function is not None and task.shared is None:
                total[owner] += 1
                reads_as[owner, verdict.function] += 1
        return frozenset(
            owner
            for (owner, work), number in reads_as.items()
            if owner != work
            and total[owner] >= SWAPPED_FROM
            and number * 2 > total[owner]
            and number > reads_as[work, work]
        )


class _Border(Facts):
    """The facts as another border judges them: where both know a function, the base has the first word."""

    def __init__(self, base: Facts, lexicon: Lexicon) -> None:
        super().__init__(base.organisation, lexicon, base.today, base.packs)
        self._base = base

    @cached_property
    def verdicts(self) -> Sequence[Verdict]:
        own = [self.lexicon.judge(task) for task in self.organisation.tasks]
        if self.lexicon.functions.isdisjoint(self._base.lexicon.functions):
            return own
        return [
            verdict if _agree(base, verdict) else TAKEN
            for base, verdict in zip(self._base.verdicts, own, strict=True)
        ]


TAKEN = Verdict("not judged", reason="judged by another border")


def _agree(base: Verdict, verdict: Verdict) -> bool:
    """Whether the base leaves a task alone, or says the same: it is grey, or the same function's."""
    return base.outcome == "not judged" or (base.outcome, base.function) == (
        verdict.outcome,
        verdict.function,
    )
