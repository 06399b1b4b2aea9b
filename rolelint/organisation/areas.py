"""The areas that the documents declare: values of regions, segments and the like, and what lies in what."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.finding import Route, Step
from rolelint.organisation.declared import Declared, Said
from rolelint.organisation.plain import mapping, named, names
from rolelint.organisation.traits import Spelling
from rolelint.records import NamedTuple
from rolelint.words import fold

Documents = Sequence[tuple[int, Mapping[str, Any]]]
Steps = tuple[Step, ...]


class Areas(NamedTuple):
    """All declared values of each kind of area, and which value contains which."""

    values: Mapping[str, tuple[str, ...]]
    within: Mapping[str, Mapping[str, str]]


def areas(documents: Documents, spelling: Spelling, declared: Declared) -> Areas:
    """The declared areas of all documents.

    The first place that says in what a value lies counts; `declared` hears of places that say otherwise.
    What would make a value lie in itself is left out.
    """
    found: dict[str, dict[str, Said | None]] = {}
    for number, data in documents:
        for key, values in mapping(data.get("areas")).items():
            within = found.setdefault(fold(key), {}) if named(key) else {}
            for value, above, steps in _nested(values, ("areas", key)) if named(key) else ():
                spelled = spelling.of(fold(key), value)
                before = within.setdefault(spelled, None)
                outer = Said(spelling.of(fold(key), above), Route(number, steps)) if above else None
                if outer and before:
                    declared.disagree(f'"{spelled}"', key.strip(), before, outer)
                elif outer and spelled not in _upwards(within, outer.value):
                    within[spelled] = outer
    inside = {
        key: {value: said.value for value, said in within.items() if said is not None}
        for key, within in found.items()
    }
    return Areas(
        {key: tuple(within) for key, within in found.items()},
        {key: within for key, within in inside.items() if within},
    )


def _upwards(within: Mapping[str, Said | None], value: str) -> Iterator[str]:
    """A value and those it lies in."""
    said: Said | None = Said(value, Route(0))
    while said is not None:
        yield said.value
        said = within.get(said.value)


def _nested(values: object, steps: Steps) -> Iterator[tuple[str, str | None, Steps]]:
    """Each value with the one it stands in and the steps to it, outer ones first.

    A mapping met twice is read once.
    """
    waiting: deque[tuple[object, str | None, Steps]] = deque([(values, None, steps)])
    seen: set[int] = set()
    while waiting:
        node, above, at = waiting.popleft()
        if isinstance(node, dict) and id(node) not in seen:
            seen.add(id(node))
            for name, below in mapping(node).items():
                if named(name):
                    yield name.strip(), above, (*at, name)
                    waiting.append((below, name.strip(), (*at, name)))
        elif isinstance(node, list):
            for index, item in enumerate(node):
                if not isinstance(item, list):
                    waiting.append((item, above, (*at, index)))
        elif not isinstance(node, dict):
            yield from ((name, above, at) for name in names(node))
