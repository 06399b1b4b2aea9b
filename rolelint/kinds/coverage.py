"""Areas of work for which the organisation names no task at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Route
from rolelint.words import Phrases, Stems, fold, listed

Area = Mapping[str, Any]


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
    missing = _missing(facts, areas)
    for side in sides:
        names = [area["name"] for area in missing if area["side"] == side]
        if names:
            yield _hit(facts, side, names)


def _missing(facts: Facts, areas: Sequence[Area]) -> list[Area]:
    """The areas that nothing covers."""
    tasks = facts.organisation.tasks
    kinds = {fold(kind) for task in tasks for kind in task.traits.get("kind", ())}
    kinds |= {verdict.area for verdict in facts.verdicts}
    excused = [work for work, reason in facts.organisation.not_applicable.items() if reason.strip()]
    texts = [f"{task.name} {task.description}" if task.description else task.name for task in tasks]
    waiting = [
        area
        for area in areas
        if kinds.isdisjoint(area["kinds"]) and not any(name in facts.by_rule for name in area["rules"])
    ]
    waiting = _unsaid(excused, waiting, long=False)
    waiting = _unsaid(excused, waiting, long=True)
    waiting = _unsaid(texts, waiting, long=False)
    return _unsaid(texts, waiting, long=True)


def _unsaid(texts: Sequence[str], areas: Sequence[Area], *, long: bool) -> list[Area]:
    """The areas of which no phrase stands in a text: single words first, which are found at once."""
    phrases = {
        area["name"]: [p for p in (area["name"], *area["phrases"]) if (" " in p) is long] for area in areas
    }
    said = Phrases(chain.from_iterable(phrases.values()), Stems()).in_any(texts)
    return [area for area in areas if said.isdisjoint(phrases[area["name"]])]


def _hit(facts: Facts, side: str, names: list[str]) -> Hit:
    task = facts.organisation.tasks[0]
    areas = listed([f'"{name}"' for name in names], len(names))
    return Hit(
        Route(task.route.document, task.home[:1], key=True),
        words={"side": side, "areas": areas, "area": names[0]},
        label=f"no task was found for {areas}",
        parties=(side,),
    )
