"""An organisation -> the rows and columns of the report, and which rows a place in a file belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rolelint.engine import Locate
from rolelint.exporting.sheet import LETTERS
from rolelint.facts import Duties, Facts
from rolelint.finding import Finding, Place, Route
from rolelint.organisation.model import DUTIES, Organisation, Party, Task
from rolelint.overlap.called import Names
from rolelint.overlap.figures import Cell, Column

Spot = tuple[int, int]
_LAST: Spot = (10**9, 0)


class Rows:
    """Which rows of the matrix a finding speaks of."""

    def __init__(self, tasks: Sequence[Task], locate: Locate) -> None:
        self.places = [locate(task.route, None) for task in tasks]
        self._named: dict[str, list[int]] = defaultdict(list)
        spans: dict[str, list[tuple[Spot, Spot, int]]] = defaultdict(list)
        for number, (task, place) in enumerate(zip(tasks, self.places, strict=True)):
            self._named[task.name].append(number)
            home = locate(Route(task.route.document, task.home), None)
            start = min((home.line, home.column), (place.line, place.column))
            end = max((home.end_line, home.end_column), (place.end_line, place.end_column))
            spans[place.file].append((start, end, number))
        self._spans = {file: sorted(found) for file, found in spans.items()}

    def of(self, finding: Finding) -> tuple[int, ...]:
        """The rows that the finding's labels stand in, in order; else the row that it names."""
        found = {row for label in finding.labels for row in self._at(label.place)}
        if not found and finding.task is not None and len(self._named.get(finding.task, ())) == 1:
            found = set(self._named[finding.task])
        return tuple(sorted(found))

    def _at(self, place: Place) -> Iterator[int]:
        spans = self._spans.get(place.file, [])
        at = (place.line, place.column)
        position = bisect_right(spans, (at, _LAST, len(self.places))) - 1
        if position >= 0 and spans[position][0] <= at <= spans[position][1]:
            yield spans[position][2]


def parties_of(organisation: Organisation) -> list[Party]:
    """The parties that hold a duty: those of one function side by side, each group as it first appears."""
    found: dict[Party, None] = {}
    for task in organisation.tasks:
        for assignment in task.assignments:
            found.setdefault(assignment.party)
    groups: dict[object, list[Party]] = defaultdict(list)
    for party in found:
        groups[party.function or id(organisation)].append(party)
    return [party for group in groups.values() for party in group]


def columns(facts: Facts, parties: Sequence[Party], names: Names) -> tuple[Column, ...]:
    """A column a party, with what it holds."""
    return tuple(_column(party, facts.uses[party].duties, names) for party in parties)


def _column(party: Party, duties: Duties, names: Names) -> Column:
    a, r, c, i = (duties[duty] for duty in ("accountable", "responsible", "consulted", "informed"))
    return Column(names(party), party.function or "", a, r, c, i, sum(duties.values()) - a - r - c - i)


def cells(task: Task, column_of: Callable[[Party], int]) -> tuple[Cell, ...]:
    """What stands in a row, in the order of the columns; a party with several duties has `A/R`."""
    held: dict[int, set[str]] = defaultdict(set)
    for assignment in task.assignments:
        held[column_of(assignment.party)].add(assignment.duty)
    return tuple(Cell(column, letters(duties)) for column, duties in sorted(held.items()))


def letters(duties: Iterable[str]) -> str:
    """The letters of some duties: `A/R`."""
    held = set(duties)
    order = ("accountable", *(duty for duty in DUTIES if duty != "accountable"))
    return "/".join(LETTERS[duty] for duty in order if duty in held)
