"""Work that nobody owns, and areas of work that no task covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolelint.covered import Area, uncovered
from rolelint.facts import Facts
from rolelint.overlap.figures import Gaps, Note
from rolelint.rule import Rule
from rolelint.words import fold


def gaps(facts: Facts, rules: Iterable[Rule], notes: Sequence[Note]) -> Gaps:
    """The gaps. Areas are looked for where each function that has areas owns at least one task."""
    tasks = facts.organisation.tasks
    areas: list[Area] = [area for rule in rules if rule.kind == "coverage" for area in rule.options["areas"]]
    looked = bool(areas) and {area["side"] for area in areas} <= set(facts.owner_functions)
    missing = uncovered(facts, areas) if looked else []
    excused = {fold(work): reason for work, reason in facts.organisation.not_applicable.items() if reason}
    return Gaps(
        unowned=tuple(sorted({row for note in notes if note.topic == "unowned" for row in note.rows})),
        on_purpose=tuple(row for row, task in enumerate(tasks) if task.unowned == "on purpose"),
        areas=tuple((area["name"], area["side"]) for area in missing),
        excused=tuple(sorted(excused.items())),
        looked=looked,
    )
