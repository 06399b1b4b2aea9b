"""What several kinds say alike: the profile's severity, names in a row, and marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Mark, Severity
from rolelint.organisation.model import Assignment, Task
from rolelint.similar import Keys
from rolelint.words import fold, listed

SHOWN = 4
"""So many further places a finding points to at most."""


def off(facts: Facts, options: Mapping[str, Any]) -> bool:
    """Whether the option `by_profile` switches the rule off for this organisation."""
    return bool(options.get("by_profile", {}).get(facts.organisation.profile) == "off")


def severity(facts: Facts, options: Mapping[str, Any]) -> Severity | None:
    """What the option `by_profile` (profile -> severity) says for this organisation; None: the rule's own."""
    found: Severity | None = options.get("by_profile", {}).get(facts.organisation.profile)
    return found


def distinct(assignments: Iterable[Assignment]) -> list[Assignment]:
    """One assignment a party, in the order of the file."""
    return list({a.party: a for a in reversed(list(assignments))}.values())[::-1]


def names(assignments: Iterable[Assignment]) -> list[str]:
    """Their names as written, each once."""
    return list(dict.fromkeys(a.name for a in assignments))


def choice(written: Sequence[str], otherwise: str = "one party") -> str:
    """Names to choose from: "IT", "one of IT, Finance"; `otherwise` where there are none."""
    if not written:
        return otherwise
    shown = [*written[:SHOWN], *(["…"] if len(written) > SHOWN else [])]
    return shown[0] if len(shown) == 1 else f"one of {', '.join(shown)}"


def marks(task: Task, assignments: Sequence[Assignment], words: str) -> tuple[Mark, ...]:
    """A mark at each assignment, `{name}` in the words being the name written there."""
    return tuple(Mark(task.at(a), words.replace("{name}", a.name)) for a in assignments[:SHOWN])


def same_name(tasks: Iterable[Task]) -> list[list[Task]]:
    """Groups of two or more tasks of the same name or identifier, in the order of their first."""
    keys = Keys()
    found: dict[tuple[str, ...], list[Task]] = {}
    by_identifier: dict[str, tuple[str, ...]] = {}
    for task in tasks:
        key = keys.key(task.name)
        if task.identifier is not None:
            # The first task of an identifier lends its key to all others of it.
            key = by_identifier.setdefault(fold(task.identifier), key)
        found.setdefault(key, []).append(task)
    return [group for group in found.values() if len(group) > 1]


def all_of(written: Sequence[str]) -> str:
    """ "IT and Finance are both", "IT, Finance and HR are all", "IT is"."""
    verb = {1: "is", 2: "are both"}.get(len(written), "are all")
    return f"{listed(written)} {verb}"
