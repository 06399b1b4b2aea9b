"""Work that several functions do and nobody can be named to answer for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit
from rolelint.kinds.hits import distinct, marks, names
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE
from rolelint.words import listed


def divided(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose responsible parties are of several functions, where the letters know no accountable.

    Where the letters do know it, the task lacks an accountable and is told so.
    """
    rows = [tasks for counts, tasks in facts.alike if counts[RESPONSIBLE] > 1 and ACCOUNTABLE not in counts]
    for task in chain.from_iterable(rows):
        if facts.can_say(task, ACCOUNTABLE):
            continue
        doers = distinct(task.holding(RESPONSIBLE) if task.shared is None else ())
        functions = dict.fromkeys(functions_of(doer.party) for doer in doers)
        if len(functions) > 1 and () not in functions:
            yield Hit(
                task.at(doers[0]),
                words={"task": task.name, "parties": listed(names(doers))},
                label=f"{doers[0].name} does this",
                marks=marks(task, doers[1:], "and so does {name}"),
                task=task.name,
                parties=tuple(names(doers)),
            )
