"""Findings about overlaps -> the work that several owners claim, the gravest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rolelint.facts import Facts
from rolelint.organisation.model import Party, Task
from rolelint.overlap.called import Names
from rolelint.overlap.figures import Choice, Note, Overlap
from rolelint.overlap.grouping import Groups
from rolelint.overlap.settling import choices
from rolelint.overlap.topics import WHY, points, why
from rolelint.overlap.turf import Why
from rolelint.words import fold

_SETTLED_BY_ONE: frozenset[Why] = frozenset(("equal", "accountable", "alike", "unanswered"))
"""Where one owner for all rows settles it; the others are parts and neighbours of each other's work."""


class Claiming:
    """Makes overlaps of findings. `kinds` maps a rule to its kind, `column_of` a party to its column."""

    def __init__(
        self,
        facts: Facts,
        groups: Groups,
        names: Names,
        kinds: Mapping[str, str],
        column_of: Mapping[Party, int],
    ) -> None:
        self._facts, self._groups, self._names, self._kinds = facts, groups, names, kinds
        self._column_of = column_of

    def all(self, notes: Sequence[Note]) -> tuple[Overlap, ...]:
        """The overlaps among the notes: most points first, then the gravest, then as the files have them."""
        made = [self._one(n, note) for n, note in enumerate(notes) if note.topic == "overlap" and note.rows]
        grave = {"error": 0, "warning": 1, "info": 2}
        return tuple(sorted(made, key=lambda o: (-o.points, grave[notes[o.note].severity], o.note)))

    def _one(self, number: int, note: Note) -> Overlap:
        tasks = [self._facts.organisation.tasks[row] for row in note.rows]
        reason = why(self._kinds[note.rule], [fold(task.name) for task in tasks])
        owners = list(dict.fromkeys(owner.party for task in tasks for owner in task.owners()))
        favoured = self._favoured(note.rows)
        return Overlap(
            note=number,
            rows=note.rows,
            owners=tuple(dict.fromkeys(self._column_of[party] for party in owners)),
            groups=self._groups.of(owners),
            why=WHY[reason],
            points=points(reason),
            favoured=favoured,
            choices=self._choices(reason, tasks, favoured, note.help),
        )

    def _choices(self, reason: Why, tasks: Sequence[Task], favoured: str, told: str) -> tuple[Choice, ...]:
        ways = choices(self._facts.organisation, tasks, favoured, self._names)
        return ways if reason in _SETTLED_BY_ONE else (Choice(told, ()), ways[-1])

    def _favoured(self, rows: Sequence[int]) -> str:
        """The function that the work of every row reads as, surely; else nobody's."""
        verdicts = [self._facts.verdicts[row] for row in rows]
        found = {v.function if v.outcome == "clear-cut" and v.grade != "hint" else None for v in verdicts}
        return (found.pop() or "") if len(found) == 1 else ""
