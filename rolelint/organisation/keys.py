"""What the keys of a task mean, worked out once for all tasks with the same ones."""

from __future__ import annotations

from typing import Any

from rolelint.organisation.letters import Reader, letter
from rolelint.organisation.schemes import OWNER, Duties
from rolelint.organisation.traits import TRAITS
from rolelint.records import NamedTuple

_SIMPLE = frozenset({"name", "id", "description", "notes", "ignore"})
_MARKING = frozenset({*TRAITS, "area"})
FIELDS = frozenset(
    {"shared", "reason", "tie_break", "handoff", "next", "from", "until", "review_by", "acting", "owner"}
    | _SIMPLE
    | _MARKING
)
"""The keys of a task that are neither letters nor duty words."""


class Keys(NamedTuple):
    """The keys of a task: those under which parties stand, with their duties; letters that are none of the
    scheme, with their keys; whether there are traits or areas; and whether all others say little.
    """

    held: tuple[tuple[str, Duties], ...]
    odd: tuple[tuple[str, str], ...]
    marking: bool
    simple: bool


def read(keys: tuple[Any, ...], reader: Reader) -> Keys:
    """The keys of a task by the scheme of its document."""
    written = [key for key in keys if isinstance(key, str) and (key == "owner" or key not in FIELDS)]
    duties = {key: OWNER if key == "owner" else reader.key(key) for key in written}
    return Keys(
        tuple((key, meant) for key, meant in duties.items() if meant),
        tuple((odd, key) for key, meant in duties.items() if not meant and (odd := letter(key)) is not None),
        marking=not _MARKING.isdisjoint(keys),
        simple=all(key in _SIMPLE or key in _MARKING or duties.get(key) for key in keys),
    )
