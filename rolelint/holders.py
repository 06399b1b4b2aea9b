"""Who holds what: the functions of parties and owners, and what each party and each row hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Assignment, Party, Task
from rolelint.records import NamedTuple
from rolelint.words import Learnt

Shapes = Mapping[tuple[str, ...], Sequence[int]]
"""The duties of a row, one an assignment, and the numbers of the tasks that have just these."""

_DUTY = attrgetter("duty")


def functions_of(party: Party) -> tuple[str, ...]:
    """All functions a party stands for; empty where none is known."""
    if party.functions:
        return party.functions
    return () if party.function is None else (party.function,)


def owner_function(task: Task) -> str | None:
    """The one function that all owners of a task belong to; None where it is unknown or they are several."""
    found = {functions_of(owner.party) for owner in task.owners()}
    return _only(found.pop()) if len(found) == 1 else None


def _only(functions: tuple[str, ...]) -> str | None:
    return functions[0] if len(functions) == 1 else None


def owner_functions(tasks: Sequence[Task], rows: Shapes) -> list[str | None]:
    """What `owner_function` says of each task, in the order of the tasks."""
    found: list[str | None] = [None] * len(tasks)
    only = Learnt(lambda owner: _only(functions_of(owner)))
    for duties, numbers in rows.items():
        owning = ACCOUNTABLE if ACCOUNTABLE in duties else RESPONSIBLE
        if duties.count(owning) == 1:  # nearly always
            at = duties.index(owning)
            for number in numbers:
                found[number] = only[tasks[number].assignments[at].party]
        elif owning in duties:
            for number in numbers:
                found[number] = owner_function(tasks[number])
    return found


def shapes(tasks: Sequence[Task]) -> Shapes:
    """The duties of each row."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, task in enumerate(tasks):
        found.setdefault(tuple(map(_DUTY, task.assignments)), []).append(number)
    return found


class Duties(dict[str, int]):
    """Duty -> how often it is held; a duty that is not held is not listed."""

    def __missing__(self, duty: str) -> int:
        return 0


class Use(NamedTuple):
    """Where a party first holds a duty, how often it holds each, and on which tasks.

    `numbers` are those of the tasks, one a duty.
    """

    task: Task
    assignment: Assignment
    duties: Duties
    numbers: list[int]


def uses(tasks: Sequence[Task]) -> dict[Party, Use]:
    """What each party that holds a duty holds, in the order of the files."""
    found: dict[Party, Use] = {}
    for number, task in enumerate(tasks):
        for assignment in task.assignments:
            party, duty, _, _ = assignment
            use = found.get(party)
            if use is None:
                found[party] = Use(task, assignment, Duties({duty: 1}), [number])
            else:
                _, _, duties, numbers = use
                duties[duty] += 1
                numbers.append(number)
    return found
