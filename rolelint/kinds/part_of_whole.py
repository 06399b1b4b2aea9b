"""A piece of work under one function, and a part of it under another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.claims import Part
from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.words import listed

SHOWN = 8


def part_of_whole(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose name is that of another and a word or two more before its last, owned by another function.

    One hit a whole, with all such parts. A part that names an owner of the whole in any duty but informed is
    agreed upon, and left alone.
    """
    yield from map(_hit, facts.contested_parts)


def _hit(part: Part) -> Hit:
    whole, parts = part
    owners = [owner.party.name for task in (whole, *parts) for owner in task.owners()]
    own = listed(list(dict.fromkeys(owner.name for owner in whole.owners())))
    others = listed(list(dict.fromkeys(owner.name for task in parts for owner in task.owners())))
    return Hit(
        whole.route,
        words={
            "task": whole.name,
            "owner": own,
            "others": others,
            "parts": listed([f'"{task.name}"' for task in parts]),
        },
        label=f"{own} answers for the whole",
        marks=tuple(
            Mark(task.route, f"{listed([o.name for o in task.owners()])} answers for this part")
            for task in parts[:SHOWN]
        ),
        task=whole.name,
        parties=tuple(dict.fromkeys(owners))[:SHOWN],
    )
