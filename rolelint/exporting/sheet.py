"""An organisation as one sheet: tasks in rows, parties in columns, letters in the cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rolelint.organisation.model import DUTIES, Organisation, Party, Task

LETTERS: Mapping[str, str] = {
    "responsible": "R",
    "accountable": "A",
    "consulted": "C",
    "informed": "I",
    "support": "S",
    "verify": "V",
    "sign-off": "G",
    "agree": "Y",
    "backup": "B",
    "omitted": "O",
    "recommend": "P",
}
"""One letter a duty, whatever scheme the files use: RACI's own, and what its kin add."""

NOBODY = "-"
"""What stands where a party has no letter: an empty row would read as a heading."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header, rows of texts of the same length, and a legend ("" where RACI's letters suffice).

    `letters` is the position of the first party's column and `parties` how many there are.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    letters: int
    parties: int
    legend: str = ""


def sheet(organisation: Organisation) -> Sheet:
    """Every task of the organisation in the order of its files; columns without content are left out."""
    tasks = organisation.tasks
    parties = _parties(tasks)
    before = [
        ("ID", [task.identifier or "" for task in tasks]),
        ("Section", [task.section or "" for task in tasks]),
    ]
    kept = [(head, texts) for head, texts in before if any(texts)]
    kept.append(("Task", [task.name for task in tasks]))
    descriptions = [task.description or "" for task in tasks]
    kept += [("Description", descriptions)] if any(descriptions) else []
    after = [pair for pair in _after(tasks) if any(pair[1])]
    cells = [[_letters(task, party) for task in tasks] for party in parties]
    columns = [*(texts for _, texts in kept), *cells, *(texts for _, texts in after)]
    header = (
        *(head for head, _ in kept),
        *(one_line(party.name) for party in parties),
        *(h for h, _ in after),
    )
    rows = tuple(tuple(one_line(text) for text in row) for row in zip(*columns, strict=True))
    return Sheet(header, rows, len(kept), len(parties), _legend(tasks))


def one_line(text: str) -> str:
    """The text with its white space single."""
    return " ".join(text.split())


def _parties(tasks: Sequence[Task]) -> list[Party]:
    found: dict[int, Party] = {}
    for task in tasks:
        for assignment in task.assignments:
            found.setdefault(id(assignment.party), assignment.party)
    return list(found.values())


def _letters(task: Task, party: Party) -> str:
    held = {assignment.duty for assignment in task.assignments if assignment.party is party}
    return "/".join(LETTERS[duty] for duty in DUTIES if duty in held) or NOBODY


def _after(tasks: Sequence[Task]) -> list[tuple[str, list[str]]]:
    """Areas, the metric and what else is said of a task."""
    keys = list(dict.fromkeys(key for task in tasks for key in task.area))
    columns = [(key.capitalize(), [", ".join(task.area.get(key, ())) for task in tasks]) for key in keys]
    columns.append(("Metric", [", ".join(task.traits.get("metric", ())) for task in tasks]))
    columns.append(("Notes", [_note(task) for task in tasks]))
    return columns


def _note(task: Task) -> str:
    shared = task.shared
    parts = [
        ("unowned", task.unowned if task.unowned not in ("", "empty") else ""),
        ("reason", task.reason),
        ("shared", shared.why if shared else None),
        ("handoff", shared.handoff if shared else None),
        ("tie-break", shared.tie_break if shared else None),
        ("from", task.since),
        ("until", task.until),
    ]
    return "; ".join(f"{name}: {words}" for name, words in parts if words)


def _legend(tasks: Sequence[Task]) -> str:
    used = {assignment.duty for task in tasks for assignment in task.assignments}
    if used <= set(DUTIES[:4]):
        return ""
    return "; ".join(f"{LETTERS[duty]} = {duty}" for duty in DUTIES if duty in used)
