"""One function does the work while another has the last word, so often that it directs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Clear, Facts, functions_of
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE

_SHOWN = 5


def directs(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """One hit a run: clear-cut work of `work`, done by it, that `director` answers for.

    It takes `at_least` such tasks, or more than half of all clear-cut work of `work` and two of them. A
    director whose own work is swapped is left to that finding.
    """
    work, director = options["work"], options["director"]
    if facts.organisation.profile == "startup" or director in facts.swapped_functions:
        return
    all_work = [clear for clear in facts.clear_cut if clear.verdict.function == work]
    directed = [clear for clear in all_work if _directed(clear, work, director)]
    if len(directed) >= options["at_least"] or (len(directed) > 1 and len(directed) * 2 > len(all_work)):
        yield _hit(directed, len(all_work))


def _directed(clear: Clear, work: str, director: str) -> bool:
    accountable, responsible = clear.task.holding(ACCOUNTABLE), clear.task.holding(RESPONSIBLE)
    return (
        clear.task.shared is None
        and len(accountable) == 1
        and functions_of(accountable[0].party) == (director,)
        and any(functions_of(doer.party) == (work,) for doer in responsible)
    )


def _hit(directed: list[Clear], of: int) -> Hit:
    places = [clear.task.at(clear.task.holding(ACCOUNTABLE)[0]) for clear in directed]
    tasks = [clear.task for clear in directed]
    return Hit(
        places[0],
        words={"n": str(len(directed)), "m": str(of)},
        label=f'has the last word on "{tasks[0].name}"',
        marks=tuple(
            Mark(place, f'and on "{task.name}"')
            for task, place in zip(tasks[1:_SHOWN], places[1:_SHOWN], strict=True)
        ),
    )
