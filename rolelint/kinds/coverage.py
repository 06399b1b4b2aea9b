"""Areas of work for which the organisation names no task at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.covered import Area, uncovered
from rolelint.facts import Facts
from rolelint.finding import Hit, Route
from rolelint.words import listed


def coverage(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit a function, with all of its `areas` for which no task was found.

    An area is `{name, side, rules, kinds, phrases}`: it is covered by a task whose verdict is one of its
    rules, whose `kind` or grey area is one of its kinds, or whose name or description holds one of its
    phrases; it is left out where `not_applicable` names it with a reason. Runs from `at_least` tasks on,
    where each function that has areas owns `at_least_each`; never in a startup.
    """
    organisation = facts.organisation
    areas: Sequence[Area] = options["areas"]
    sides = list(dict.fromkeys(area["side"] for area in areas))
    owned = Counter(facts.owner_functions)
    small = len(organisation.tasks) < options["at_least"] or organisation.profile == "startup"
    if small or any(owned[side] < options["at_least_each"] for side in sides):
        return
    missing = uncovered(facts, areas)
    for side in sides:
        names = [area["name"] for area in missing if area["side"] == side]
        if names:
            yield _hit(facts, side, names)


def _hit(facts: Facts, side: str, names: list[str]) -> Hit:
    task = facts.organisation.tasks[0]
    areas = listed([f'"{name}"' for name in names], len(names))
    return Hit(
        Route(task.route.document, task.home[:1], key=True),
        words={"side": side, "areas": areas, "area": names[0]},
        label=f"no task was found for {areas}",
        parties=(side,),
    )
