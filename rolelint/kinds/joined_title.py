"""A title that joins two functions below the top, in an organisation large enough to part them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark, Route
from rolelint.organisation.model import Organisation
from rolelint.patterns import later
from rolelint.words import Phrases, fold

_PIECE = later(r"[^\W_]+|[&/+]")
_JOINERS = frozenset({"&", "/", "+", "and"})


def joined_title(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Titles such as "A & B Manager", where `words` maps each function to what titles call it.

    Silent below `from_headcount` people (where nobody counted them: below an enterprise), for titles with a
    word of `heads` or `exempt`, and for whoever has reports of both functions. Only titles with a word of
    `people` are positions; the rest are names of departments.
    """
    organisation = facts.organisation
    if not _large(organisation, options["from_headcount"]):
        return
    below = Phrases([*options["heads"], *options["exempt"]])
    people = Phrases(options["people"])
    functions = {fold(word): name for name, given in options["words"].items() for word in given}
    for name, title, route in _titles(facts):
        if not _joins(title, functions) or below.first(title) or not people.first(title):
            continue
        if not set(options["words"]) <= facts.led.get(fold(name), set()):
            yield Hit(
                route,
                words={"title": title, "threshold": str(options["from_headcount"])},
                label="the title joins both",
                marks=_manager(organisation, name),
                parties=(name,),
            )


def _large(organisation: Organisation, threshold: int) -> bool:
    if organisation.headcount is None:
        return organisation.profile == "enterprise"
    return organisation.headcount >= threshold


def _titles(facts: Facts) -> Iterator[tuple[str, str, Route]]:
    """Name, title and place of every role, declared or first seen in an assignment."""
    seen = set()
    for role in facts.organisation.roles.values():
        seen.add(fold(role.name))
        yield role.name, role.title or role.name, role.route
    for party, use in facts.uses.items():
        if party.kind in ("role", "unknown") and fold(party.name) not in seen:
            seen.add(fold(party.name))
            yield party.name, party.name, use.task.at(use.assignment)


def _joins(title: str, functions: Mapping[str, str]) -> bool:
    """Whether words of two functions stand on both sides of one joiner."""
    folded = fold(title)
    if not any(map(folded.__contains__, _JOINERS)):
        return False
    pieces = _PIECE.findall(folded)
    for left, joiner, right in zip(pieces, pieces[1:], pieces[2:], strict=False):
        sides = {functions.get(left), functions.get(right)} - {None}
        if joiner in _JOINERS and len(sides) == 2:
            return True
    return False


def _manager(organisation: Organisation, name: str) -> tuple[Mark, ...]:
    role = organisation.roles.get(fold(name))
    managers = [organisation.roles.get(fold(manager)) for manager in role.reports_to] if role else []
    return tuple(Mark(manager.route, "reports to this role") for manager in managers if manager)
