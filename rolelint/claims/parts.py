"""Names that are another name and a word or two more: "Pricing" and "Enterprise pricing"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations

from rolelint.organisation.model import Task
from rolelint.records import NamedTuple
from rolelint.similar import Reading, Wording

LONGEST = 4
"""A whole has at most so many words; a part has one or two more."""

Words = tuple[int, ...]


class Part(NamedTuple):
    """A piece of work and the rows that read as parts of it."""

    whole: Task
    parts: tuple[Task, ...]


def parts_of_wholes(
    tasks: Sequence[Task],
    readings: Sequence[Reading],
    wording: Wording,
    compete: Callable[[Task, Task], bool],
) -> list[Part]:
    """Every whole with its parts, in the order of the wholes, for one place and time.

    A part has the words of the whole in their order, one or two more, and the same last one: what stands
    before a noun narrows it, what stands behind makes it something else. What is done to the whole (approve,
    plan) is no part of it, names that are alike are the whole again, and common words alone are no whole.
    """
    said = [reading.said for reading in readings]
    wholes: dict[Words, int] = {}
    shortest: dict[int, int] = {}
    for position, words in enumerate(said):
        if words and len(words) <= LONGEST and words not in wholes and not readings[position].common:
            wholes[words] = position
            if shortest.get(words[-1], LONGEST) >= len(words):
                shortest[words[-1]] = len(words)
    found: dict[int, list[Task]] = {}
    whole = wholes.keys()
    for position, words in enumerate(said):
        longer = words and shortest.get(words[-1], LONGEST + 2) < len(words) <= LONGEST + 2
        if not longer or whole.isdisjoint(_fewer(words)):
            continue
        for at in {wholes[shorter] for shorter in _shorter(words) if shorter in wholes}:
            more = wording.stages_of(set(words) - set(said[at]))
            again = wording.alike(readings[at].record, readings[position].record)
            if not more and not again and compete(tasks[at], tasks[position]):
                found.setdefault(at, []).append(tasks[position])
    return [Part(tasks[at], tuple(parts)) for at, parts in sorted(found.items())]


def _fewer(words: Words) -> Iterator[Words]:
    """The words less one or two of them: in order, but not all with the last one."""
    fewest = max(len(words) - 2, 1)
    return chain(combinations(words, len(words) - 1), combinations(words, fewest))


def _shorter(words: Words) -> Iterator[Words]:
    """The words less one or two of them, with the last one."""
    *before, last = words
    for size in (len(before) - 1, len(before) - 2):
        for kept in combinations(before, size) if size >= 0 else ():
            yield (*kept, last)
