"""Tasks on which everybody holds something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.organisation.model import Party


def everyone(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks on which every party of the document holds a duty, where it has at least `from_parties`."""
    parties: dict[int, set[Party]] = defaultdict(set)
    for task in facts.organisation.tasks:
        parties[task.route.document].update(a.party for a in task.assignments)
    for task in facts.organisation.tasks:
        all_parties = parties[task.route.document]
        if len(all_parties) >= options["from_parties"] and all_parties == {a.party for a in task.assignments}:
            yield Hit(
                task.route,
                words={"task": task.name, "n": str(len(all_parties))},
                label=f"all {len(all_parties)} take part",
                task=task.name,
            )
