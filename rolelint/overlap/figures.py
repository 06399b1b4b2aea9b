"""What the overlap report says, as plain records: no markup, no routes, nothing left to work out.

Rows, columns and notes are numbered from 0 and name each other by number, so that every figure can be
counted again from the rows. Every renderer is given one `Figures` and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rolelint.comparing import Changes
from rolelint.finding import Judged, Severity
from rolelint.records import NamedTuple

Topic = Literal["overlap", "wrong function", "unowned", "grey area", "other"]
"""What a finding is about: the first three have a figure of their own."""


class Spot(NamedTuple):
    """Where something stands: a file and a line from 1."""

    file: str
    line: int


class Cue(NamedTuple):
    """A phrase or trait of a row that speaks for a function along a dimension, and what that means."""

    dimension: str
    function: str
    phrase: str
    meaning: str


class Note(NamedTuple):
    """A finding, with the rows it speaks of."""

    rule: str
    topic: Topic
    severity: Severity
    message: str
    help: str
    spot: Spot
    rows: tuple[int, ...]
    cues: tuple[Cue, ...] = ()


class Cell(NamedTuple):
    """What a party holds in a row: a column and its letters, `A/R`."""

    column: int
    letters: str


class Row(NamedTuple):
    """A task. `owners` are columns; `groups` are those of the overlap map that hold it; `reads_as` is a
    function where the task is clear-cut. `notes` are numbers of findings.
    """

    name: str
    section: str
    area: str
    spot: Spot
    cells: tuple[Cell, ...]
    owners: tuple[int, ...]
    groups: tuple[int, ...]
    outcome: str
    reads_as: str
    notes: tuple[int, ...]


class Column(NamedTuple):
    """A party that holds a duty, and on how many tasks it holds which."""

    name: str
    function: str
    accountable: int
    responsible: int
    consulted: int
    informed: int
    other: int

    @property
    def held(self) -> int:
        """Duties held in all."""
        return self.accountable + self.responsible + self.consulted + self.informed + self.other


class Choice(NamedTuple):
    """A way to settle an overlap, and the lines of the matrix that say so; none where they name people."""

    words: str
    lines: tuple[str, ...]


class Overlap(NamedTuple):
    """Work that several owners claim: a note, the owners (columns), why, its points, ways to settle it.

    `favoured` is the function that the work of all its rows reads as, or "".
    """

    note: int
    rows: tuple[int, ...]
    owners: tuple[int, ...]
    groups: tuple[int, ...]
    why: str
    points: int
    favoured: str
    choices: tuple[Choice, ...]


class Reason(NamedTuple):
    """One thing between two groups: why it counts, its points, and the rows."""

    why: str
    points: int
    rows: tuple[int, ...]


class Pair(NamedTuple):
    """Two groups of the map: what both claim, and on which other rows both work."""

    groups: tuple[int, int]
    reasons: tuple[Reason, ...]
    together: tuple[int, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that both claim, each once, in order."""
        return tuple(sorted({row for reason in self.reasons for row in reason.rows}))

    @property
    def points(self) -> int:
        """The points of all reasons together."""
        return sum(reason.points for reason in self.reasons)


class Map(NamedTuple):
    """Groups against groups: functions, or parties where the functions are not known. `own` counts the rows
    that a group alone owns. `left_out` groups hold too little to be shown.
    """

    by: Literal["function", "party"]
    groups: tuple[str, ...]
    own: tuple[int, ...]
    pairs: tuple[Pair, ...]
    left_out: int = 0

    def pair(self, one: int, other: int) -> Pair | None:
        """What is between two groups; None where there is nothing."""
        wanted = (min(one, other), max(one, other))
        return next((pair for pair in self.pairs if pair.groups == wanted), None)


class Lean(NamedTuple):
    """How the rows of one owner lean along a dimension: how many have evidence for either pole."""

    owner: str
    first: tuple[int, ...]
    second: tuple[int, ...]


class Dimension(NamedTuple):
    """One of the article's nine distinctions, and the rows that stand out: each has a finding."""

    name: str
    about: tuple[str, str]
    leans: tuple[Lean, ...]
    outliers: tuple[int, ...]


class Gaps(NamedTuple):
    """Work that nobody owns, and areas of work that no task covers (name, whose the article says it is).

    `looked` says whether areas were looked for at all: not where sales and marketing own nothing here.
    """

    unowned: tuple[int, ...]
    on_purpose: tuple[int, ...]
    areas: tuple[tuple[str, str], ...]
    excused: tuple[tuple[str, str], ...]
    looked: bool


class Accepted(NamedTuple):
    """A finding that the matrix answers, why, and until when."""

    message: str
    rule: str
    spot: Spot
    reason: str
    until: str


class Trend(NamedTuple):
    """The four figures as they were, and what has changed since; `name` says since when."""

    name: str
    tasks: int
    overlaps: int | None
    wrong: int | None
    unowned: int | None
    changes: Changes


@dataclass(frozen=True)
class Figures:
    """The whole report. A figure is None where no rule that could tell was run."""

    organisation: str
    profile: str
    headline: str
    tasks: int
    overlaps: int | None
    wrong: int | None
    unowned: int | None
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    notes: tuple[Note, ...]
    claims: tuple[Overlap, ...]
    map: Map
    poles: tuple[str, str]
    dimensions: tuple[Dimension, ...]
    gaps: Gaps
    judged: Judged
    assumptions: tuple[str, ...]
    accepted: tuple[Accepted, ...]
    titles: Mapping[str, str]
    """Rule -> its title, for the rules that spoke."""
    version: str
    command: str
    names: bool
    trend: Trend | None = None
