"""The interface for kinds of rule that an installed package brings: one function, hits out. Version 1.

    # pyproject.toml of the package
    [project.entry-points."rolelint.kinds.v1"]
    acme-sign-off = "acme_rules:sign_off"

    # acme_rules.py
    def sign_off(matrix: Matrix, options: Mapping[str, Any]) -> Iterable[Hit]:
        for task in matrix.tasks:
            if not any(a.duty == "sign-off" for a in task.assignments):
                yield Hit(task, words={"task": task.name}, label="nobody signs this off")

A rule whose `kind:` is the name of the entry point then runs the function. Names and places stay rolelint's
business: a hit names a task and perhaps one of its assignments. A function must not keep or change what it
is given; if it raises, or yields anything but hits, that is reported as a finding that names it, and the run
goes on. What this module defines is only added to while the version stays the same.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rolelint.records import NamedTuple

VERSION = 1
GROUP = f"rolelint.kinds.v{VERSION}"
"""The group of entry points in which a package names its functions."""


class Assignment(NamedTuple):
    """A party's duty on a task: its name as written, the function it belongs to (None: unknown) and the duty:
    accountable, responsible, consulted, informed, support, verify or sign-off."""

    party: str
    function: str | None
    duty: str


class Task(NamedTuple):
    """One row of the matrix. `number` counts all tasks of the organisation from 0; dates are ISO texts.

    `traits` and `area` map a name to its values, as in `area: {region: [emea]}`.
    """

    number: int
    name: str
    assignments: tuple[Assignment, ...]
    description: str | None = None
    section: str | None = None
    traits: Mapping[str, tuple[str, ...]] = {}
    area: Mapping[str, tuple[str, ...]] = {}
    since: str | None = None
    until: str | None = None
    shared: bool = False


class Matrix(NamedTuple):
    """One organisation: its tasks in the order of the files. `today` is an ISO date, or None."""

    tasks: tuple[Task, ...]
    name: str | None = None
    headcount: int | None = None
    profile: str = "growing"
    today: str | None = None


class Hit(NamedTuple):
    """What a function found: the task, and the words for the braces in the rule's `message` and `help`.

    With `assignment` (one of the task's own) the finding stands at that party, else at the task's name.
    `label` stands under the place. `severity` ("error", "warning", "info") can only lower the rule's own.
    """

    task: Task
    words: Mapping[str, str] = {}
    assignment: Assignment | None = None
    label: str = ""
    severity: str | None = None


Kind = Callable[[Matrix, Mapping[str, Any]], Iterable[Hit]]
"""What an entry point names: (the matrix, the rule's options) -> hits."""


def names() -> list[str]:
    """The kinds that installed packages bring; nothing of theirs is imported."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # only for kinds that are not built in

    return sorted({point.name for point in entry_points(group=GROUP)})
