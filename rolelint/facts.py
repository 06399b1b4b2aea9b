"""What several kinds need to know of one organisation, worked out once a run and only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Organisation, Task

if TYPE_CHECKING:
    from rolelint.fit.lexicon import Lexicon


class Facts:
    """One organisation and what follows from it. `today` is an ISO date, or None where no day was given."""

    def __init__(self, organisation: Organisation, lexicon: Lexicon, today: str | None = None) -> None:
        self.organisation = organisation
        self.lexicon = lexicon
        self.today = today

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
