"""One person who answers for the work of two functions: normal where few people do everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark, Severity
from rolelint.organisation.model import ACCOUNTABLE, Assignment, Organisation, Party, Task
from rolelint.words import fold, listed

Held = dict[str, list[tuple[Task, Assignment]]]
"""Function -> the tasks of that function's work that somebody answers for."""

_SIZES = {"startup": "small", "growing": "growing", "enterprise": "large"}


def two_sides(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """People accountable for clear-cut work of both `functions`, `at_least` tasks each.

    Runs in `profiles` only. `together` makes one hit of all people. `heads_too` includes those who stand
    above both functions; else parties whose title is in `heads`, or whose reports are of both, are left out.
    Below `warn_from` people the hit is information.
    """
    organisation = facts.organisation
    if organisation.profile not in options["profiles"]:
        return
    people = [
        (party, held)
        for party, held in _answering(facts, options["functions"]).items()
        if all(len(held[name]) >= options.get("at_least", 1) for name in options["functions"])
    ]
    if not options.get("heads_too"):
        above = _Above(facts, options)
        people = [(party, held) for party, held in people if not above(party)]
    if options.get("together"):
        people, others = people[:1], people[1:]
        yield from (_hit(facts, options, *one, others=[party for party, _ in others]) for one in people)
    else:
        yield from (_hit(facts, options, *one) for one in people)


def _answering(facts: Facts, functions: list[str]) -> dict[Party, Held]:
    """What each person answers for, grouped by function; interim cover does not count."""
    held: dict[Party, Held] = {}
    for task, verdict, _ in facts.clear_cut:
        if verdict.function not in functions or task.acting:
            continue
        for assignment in task.holding(ACCOUNTABLE):
            party = assignment.party
            if _may_be_both(party, functions) and not _acting(facts.organisation, party):
                mine = held.setdefault(party, {name: [] for name in functions})
                mine[verdict.function].append((task, assignment))
    return held


def _may_be_both(party: Party, functions: list[str]) -> bool:
    """Neither a whole function nor of one function alone: the wrong-function rules speak of those."""
    known = functions_of(party)
    return party.kind != "function" and (not known or set(functions) <= set(known))


def _acting(organisation: Organisation, party: Party) -> bool:
    name = fold(party.name)
    role, person = organisation.roles.get(name), organisation.people.get(name)
    return bool((role and role.acting) or (person and person.acting))


class _Above:
    """Whether a party stands above both functions on purpose."""

    def __init__(self, facts: Facts, options: Mapping[str, Any]) -> None:
        self.organisation = facts.organisation
        self.functions = set(options["functions"])
        self.heads = [fold(head) for head in options.get("heads", ())]
        self.led = facts.led

    def __call__(self, party: Party) -> bool:
        person = self.organisation.people.get(fold(party.name))
        return any(self._head(name) for name in (party.name, *(person.roles if person else ())))

    def _head(self, name: str) -> bool:
        key = fold(name)
        party, role = self.organisation.parties.get(key), self.organisation.roles.get(key)
        if party and (party.kind, party.by) == ("role", "title") and self.functions <= set(party.functions):
            return True
        titles = (key, fold(role.title) if role and role.title else "")
        named = any(f" {head} " in f" {title} " for head in self.heads for title in titles)
        return named or self.functions <= self.led.get(key, set())


def _hit(
    facts: Facts, options: Mapping[str, Any], party: Party, held: Held, others: Iterable[Party] = ()
) -> Hit:
    one, other = options["functions"]
    names = [party.name, *(each.name for each in others)]
    (task, assignment), (second, elsewhere) = held[one][0], held[other][0]
    return Hit(
        task.at(assignment),
        words={
            "who": listed(names),
            "answers": "answers" if len(names) == 1 else "answer",
            "n": _counted(held[one]),
            "m": _counted(held[other]),
            "size": _size(facts.organisation),
        },
        label=f'answers for "{task.name}", {one} work',
        marks=(Mark(second.at(elsewhere), f'and for "{second.name}", {other} work'),),
        severity=_severity(facts.organisation, options.get("warn_from")),
        parties=tuple(names),
    )


def _counted(tasks: list[tuple[Task, Assignment]]) -> str:
    return f"{len(tasks)} task" + ("s" if len(tasks) > 1 else "")


def _size(organisation: Organisation) -> str:
    if organisation.headcount is not None:
        return f"an organisation of {organisation.headcount}"
    return f"a {_SIZES[organisation.profile]} organisation"


def _severity(organisation: Organisation, warn_from: int | None) -> Severity | None:
    if warn_from is None or organisation.profile == "enterprise":
        return None
    return None if (organisation.headcount or 0) >= warn_from else "info"
