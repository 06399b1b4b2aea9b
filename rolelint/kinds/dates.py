"""Days that have come or gone. Only where the day to compare with is given, and never an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.kinds.hits import SHOWN
from rolelint.organisation.model import ACCOUNTABLE, Assignment, Organisation, Party, Task
from rolelint.words import fold

_FIELDS: dict[str, Callable[[Task], str | None]] = {
    "since": lambda task: task.since,
    "until": lambda task: task.until,
    "review_by": lambda task: task.review_by,
}


def dates(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose `field` (since, until, review_by) is `when` (past, to-come) the run's day.

    `field: owner` finds accountable parties whose last day, or that of all who hold the role, is past; one
    hit a party.
    """
    today = facts.today
    if today is None:
        return
    if options["field"] == "owner":
        yield from _departed(facts, today)
        return
    field, to_come = _FIELDS[options["field"]], options.get("when") == "to-come"
    for task in facts.organisation.tasks:
        day = field(task)
        if day is not None and (day > today if to_come else day < today):
            words = {"task": task.name, "day": day, "today": today}
            yield Hit(task.route, words=words, label=options.get("label", ""), task=task.name)


def _departed(facts: Facts, today: str) -> Iterator[Hit]:
    gone = _gone(facts.organisation, today)
    found: dict[Party, list[tuple[Task, Assignment]]] = {}
    for task in facts.held_by(gone):
        for assignment in task.holding(ACCOUNTABLE):
            ends = task.until is not None and task.until < today
            if assignment.party in gone and not ends:
                found.setdefault(assignment.party, []).append((task, assignment))
    for party, held_by in found.items():
        yield _hit(party, held_by, gone[party])


def _gone(organisation: Organisation, today: str) -> dict[Party, tuple[str, str]]:
    """Parties that are no longer there -> the last day, and what to say where they are declared."""
    found: dict[Party, tuple[str, str]] = {}
    known = (organisation.roles.values(), organisation.people.values())
    if not any(one.until for declared in known for one in declared):
        return found
    days = _last_days(organisation)
    for key, person in organisation.people.items():
        party = organisation.parties.get(key)
        if party and person.until and person.until < today:
            found[party] = person.until, f"last day: {person.until}"
    for key, role in organisation.roles.items():
        party = organisation.parties.get(key)
        last = role.until or _last_day([day for name in {key, fold(role.name)} for day in days.get(name, ())])
        if party and last and last < today:
            found[party] = last, f"last day: {last}" if role.until else f"held by nobody since {last}"
    return found


def _last_days(organisation: Organisation) -> Mapping[str, Sequence[str | None]]:
    """Folded name of a role -> the last day, or None, of everybody who holds it."""
    found: dict[str, list[str | None]] = {}
    for person in organisation.people.values():
        for name in {*map(fold, person.roles)}:
            found.setdefault(name, []).append(person.until)
    return found


def _last_day(days: Sequence[str | None]) -> str | None:
    """The last of these days; None where there is none, or somebody stays."""
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _hit(party: Party, held: list[tuple[Task, Assignment]], gone: tuple[str, str]) -> Hit:
    (task, assignment), *more = held
    day, how = gone
    marks = (Mark(party.declared, how),) if party.declared else ()
    others = f" and {len(more)} more task{'s' if len(more) > 1 else ''}" if more else ""
    return Hit(
        task.at(assignment),
        words={"owner": party.name, "task": task.name, "others": others, "day": day},
        label="accountable here",
        marks=(*marks, *(Mark(t.at(a), "and here") for t, a in more[: SHOWN - 1])),
        task=task.name,
        parties=(party.name,),
    )
