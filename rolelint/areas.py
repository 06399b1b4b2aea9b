"""Where and when two tasks hold: whether their areas and their days meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rolelint.organisation.model import Task
from rolelint.words import fold

Area = Mapping[str, tuple[str, ...]]
Within = Mapping[str, Mapping[str, str]]
"""Kind of area -> value -> the value that it lies in."""

_EVERYWHERE = frozenset({"", "*", "all", "any", "global", "everywhere", "worldwide"})


class Areas:
    """Compares the areas of tasks, knowing which value lies within which (DACH within EMEA)."""

    def __init__(self, within: Within) -> None:
        self._within = {key: {fold(v): fold(w) for v, w in values.items()} for key, values in within.items()}
        self._around = cache(self._surrounding)
        self.values = cache(_values)

    def meet(self, one: Task, other: Task) -> bool:
        """Whether there is an area and a day for which both tasks hold."""
        return dates_meet(one, other) and self.areas_meet(one.area, other.area)

    def areas_meet(self, one: Area, other: Area) -> bool:
        """Whether the areas share a value under every key that both name; a key left out means everywhere."""
        return all(self._meet(key, one[key], other[key]) for key in one if key in other)

    def around(self, key: str, value: str) -> tuple[str, ...]:
        """The folded values that a folded value lies in, the nearest first."""
        return self._around(key, value)

    def _meet(self, key: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        first, second = self.values(one), self.values(other)
        if not first or not second or not first.isdisjoint(second):
            return True
        return any(a in self._around(key, b) or b in self._around(key, a) for a in first for b in second)

    def common(self, one: Task, other: Task) -> str:
        """Where both hold, in words: "region emea, segment small"; empty where nothing narrows them."""
        return ", ".join(
            f"{key} {' and '.join(self._common(key, one.area.get(key, ()), other.area.get(key, ())))}"
            for key in dict.fromkeys((*one.area, *other.area))
        )

    def _common(self, key: str, one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
        """The narrower of each two values that meet."""
        if not one or not other:
            return [*one, *other]
        found = dict.fromkeys(v for v in one if self._inside(key, v, other))
        found |= dict.fromkeys(v for v in other if self._inside(key, v, one))
        return list(found) or [*one, *other]

    def _inside(self, key: str, value: str, others: Iterable[str]) -> bool:
        """Whether a value is one of the others or lies within one."""
        around = {fold(value), *self._around(key, fold(value))}
        return any(fold(other) in around for other in others)

    def _surrounding(self, key: str, value: str) -> tuple[str, ...]:
        return tuple(_upwards(self._within.get(key, {}), value))


def _values(written: tuple[str, ...]) -> frozenset[str]:
    """The values as they are compared; none where they mean everywhere."""
    values = frozenset(map(fold, written))
    return values if values.isdisjoint(_EVERYWHERE) else frozenset()


def _upwards(within: Mapping[str, str], value: str) -> Iterator[str]:
    seen = {value}
    while (above := within.get(value)) is not None and above not in seen:
        seen.add(above)
        yield above
        value = above


def dates_meet(one: Task, other: Task) -> bool:
    """Whether there is a day on which both hold; days are ISO dates, and none given means always."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Task, other: Task) -> bool:
    return one.until is not None and other.since is not None and one.until < other.since
