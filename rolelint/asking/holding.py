"""What a party or a function holds, in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolelint.engine import Locate
from rolelint.facts import Facts, functions_of
from rolelint.organisation.model import DUTIES, Party, Task
from rolelint.words import fold

ORDER = ("accountable", *(duty for duty in DUTIES if duty != "accountable"))


def holding(facts: Facts, parties: Sequence[Party], locate: Locate) -> Iterator[str]:
    """Each party with its tasks under their duties, the duty that answers first."""
    for number, party in enumerate(parties):
        if number:
            yield ""
        yield headed(facts, party)
        for duty in ORDER:
            tasks = [task for task in facts.organisation.tasks if party in _holders(task, duty)]
            if tasks:
                yield f"  {duty} ({len(tasks)})"
                yield from (f"    {where(task, locate)}  {task.name}" for task in tasks)


def headed(facts: Facts, party: Party) -> str:
    """A party with what is known of it: its kind, function and managers."""
    functions = functions_of(party)
    known = [party.kind if party.kind != "unknown" else "", " and ".join(functions)]
    known = [each for each in known if each and fold(each) != fold(party.name)]
    key = fold(party.name)
    one = facts.organisation.roles.get(key) or facts.organisation.people.get(key)
    above = f", reports to {' and '.join(one.reports_to)}" if one and one.reports_to else ""
    said = f" ({', '.join(known)})" if known else ""
    return f"{party.name}{said}{above}"


def where(task: Task, locate: Locate) -> str:
    """`org.yaml:12`."""
    place = locate(task.route, None)
    return f"{place.file}:{place.line}"


def _holders(task: Task, duty: str) -> list[Party]:
    return [assignment.party for assignment in task.holding(duty)]
