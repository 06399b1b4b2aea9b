"""From what somebody types to the tasks and parties that are meant, or to the names that are near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from rolelint.facts import Facts, functions_of
from rolelint.organisation.model import Party, Task
from rolelint.similar import Keys
from rolelint.words import fold

NEAR, BEGINS = 0.6, 0.8
"""difflib's ratio from which a name counts as near, and from which it counts as begun."""
OFFERED = 5
LONGEST = 200
"""Of longer names only the start is compared: that is what people type."""


def parties_called(facts: Facts, text: str) -> list[Party]:
    """The party of that name, and those that belong to a function of that name, in the order of the files."""
    wanted = fold(text)
    party = facts.organisation.parties.get(wanted)
    of_function = [p for p in facts.uses if wanted in map(fold, functions_of(p))]
    found = [party] if party is not None and party in facts.uses else []
    if party is not None and party.kind != "function":
        return found
    return list(dict.fromkeys([*found, *of_function]))


def tasks_called(facts: Facts, text: str) -> list[Task]:
    """The tasks of that name or id; else those whose names hold all its words."""
    wanted, keys = fold(text), Keys()
    tasks = facts.organisation.tasks
    exact = [t for t in tasks if wanted in (fold(t.name), fold(t.identifier or ""))]
    if exact:
        return exact
    key = keys.key(text)
    same = [task for task in tasks if keys.key(task.name) == key]
    if same:
        return same
    stems = set(keys.stems(text))
    return [task for task in tasks if stems and stems <= set(keys.stems(task.name))]


def parties_like(facts: Facts, text: str) -> list[Party]:
    """The parties whose names hold all the words."""
    keys = Keys()
    stems = set(keys.stems(text))
    return [party for party in facts.uses if stems and stems <= set(keys.stems(party.name))]


def near(text: str, names: Iterable[str]) -> list[str]:
    """The known names nearest to what was typed, or that begin much like it, the nearest first."""
    wanted = fold(text)[:LONGEST]
    scored = {name: _closeness(fold(name)[:LONGEST], wanted) for name in dict.fromkeys(names)}
    close = [name for name, score in scored.items() if score >= NEAR]
    return sorted(close, key=lambda name: (-scored[name], name))[:OFFERED]


def _closeness(name: str, wanted: str) -> float:
    whole = SequenceMatcher(None, name, wanted)
    if whole.quick_ratio() >= NEAR and whole.ratio() >= NEAR:
        return whole.ratio()
    start = SequenceMatcher(None, name[: len(wanted)], wanted)
    return start.ratio() if len(name) > len(wanted) and start.quick_ratio() >= BEGINS >= NEAR else 0.0


def offered(text: str, names: Sequence[str]) -> str:
    """A question with the near names, or nothing."""
    found = " or ".join(f'"{name}"' for name in near(text, names))
    return f"; did you mean {found}?" if found else ""
