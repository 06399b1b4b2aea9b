"""The traits and area of a task, a group or `defaults:`; what a task states wins over what it inherits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.finding import Problem, Route, Step
from rolelint.organisation.declared import hyphened
from rolelint.organisation.plain import mapping, names, placed
from rolelint.records import NamedTuple
from rolelint.words import fold

Steps = tuple[Step, ...]
Values = Mapping[str, tuple[str, ...]]

CLOSED: Mapping[str, tuple[str, ...]] = {
    "horizon": ("short", "long"),
    "strategy": ("push", "pull"),
    "approach": ("current-offer", "future-needs"),
    "audience": ("one-to-one", "one-to-few", "one-to-many"),
}
"""Traits with a fixed set of values."""

TRAITS = (*CLOSED, "metric", "stage", "kind")

_OTHER_FORMS = {"1:1": "one-to-one", "1:few": "one-to-few", "1:many": "one-to-many"}


class Marked(NamedTuple):
    """Traits with the steps to each, and the area: what a group or `defaults:` hands down."""

    traits: Values
    steps: Mapping[str, Steps]
    area: Values


NOTHING_MARKED = Marked({}, {}, {})


class Marks:
    """Reads traits and areas of one document."""

    def __init__(self, document: int, spelling: Spelling, report: Callable[[Problem], None]) -> None:
        self._document = document
        self._spelling = spelling
        self._report = report
        self._told: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
        self._kept: dict[tuple[tuple[str, tuple[str, ...]], ...], Values] = {}

    def read(self, item: Mapping[str, Any], home: Steps, base: Marked) -> Marked:
        """The traits and area of an item that stands at `home`, on top of what it inherits."""
        traits: dict[str, tuple[str, ...]] = {}
        steps: dict[str, Steps] = {}
        for trait in TRAITS:
            if trait in item:
                here = (*home, trait)
                for name, values in self._said(trait, item[trait], here):
                    traits.setdefault(name, values)
                    steps.setdefault(name, here)
        area = self.area(item["area"]) if "area" in item else {}
        if not traits and not area:
            return base
        return Marked(
            self._shared(base.traits, traits), {**base.steps, **steps}, self._shared(base.area, area)
        )

    def _shared(self, base: Values, own: Values) -> Values:
        """What is inherited and what is stated, as one mapping for all tasks where that is the same."""
        if not own:
            return base
        both = {**base, **own}
        return self._kept.setdefault(tuple(both.items()), both)

    def area(self, value: object) -> dict[str, tuple[str, ...]]:
        """The values of each kind of area, spelled as elsewhere."""
        found: dict[str, tuple[str, ...]] = {}
        for key, values in mapping(value).items():
            spelled = tuple(dict.fromkeys(self._spelling.of(fold(key), name) for name in names(values)))
            if spelled:
                found[fold(key)] = spelled
        return found

    def _said(self, trait: str, value: object, steps: Steps) -> list[tuple[str, tuple[str, ...]]]:
        """`_values`, worked out once for all tasks that say the same in a word."""
        if not isinstance(value, str) or trait == "approach":  # which may be worth a report
            return list(self._values(trait, value, steps))
        found = self._told.get((trait, value))
        if found is None:
            found = self._told[trait, value] = list(self._values(trait, value, steps))
        return found

    def _values(self, trait: str, value: object, steps: Steps) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The trait meant and its values."""
        if trait not in CLOSED:
            read = [hyphened(name) or "" if trait == "kind" else name for name in names(value)]
            if read:
                yield trait, tuple(dict.fromkeys(read))
            return
        said = [(_OTHER_FORMS.get(fold(word), fold(word)), where) for word, where in placed(value, steps)]
        own = tuple(dict.fromkeys(word for word, _ in said if word in CLOSED[trait]))
        if own:
            yield trait, own
        meant = [(word, where) for word, where in said if trait == "approach" and word in CLOSED["strategy"]]
        for word, where in meant:
            self._renamed(word, where)
        if meant:
            yield "strategy", tuple(dict.fromkeys(word for word, _ in meant))

    def _renamed(self, word: str, steps: Steps) -> None:
        self._report(
            Problem(
                "renamed-trait",
                f"`approach: {word}` is read as `strategy: {word}`",
                Route(self._document, steps),
                help=f"write `strategy: {word}`; `approach` is `current-offer` or `future-needs`",
            )
        )


class Spelling:
    """One spelling for each value of an area, the first seen, so that values can be compared as they are."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], str] = {}

    def of(self, key: str, value: str) -> str:
        """The spelling of a value of the (folded) kind of area."""
        return self._first.setdefault((key, fold(value)), value)
