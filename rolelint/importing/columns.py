"""What the columns beside the letters hold: the task, its section, number, description, area, notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from rolelint.importing.block import Layout, column
from rolelint.importing.vocabulary import (
    AREAS,
    DESCRIPTIONS,
    IDS,
    METRICS,
    NOTES,
    SECTIONS,
    TASKS,
    WEAK_TASKS,
    duty_word,
    tokens,
)


@dataclass(slots=True)
class Columns:
    """Positions by what they hold; -1 where there is none. `notes` fit nothing else."""

    task: int = -1
    section: int = -1
    identifier: int = -1
    description: int = -1
    metric: int = -1
    areas: dict[int, str] = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)


def columns_of(layout: Layout) -> Columns:
    """Sort the columns that hold neither letters nor parties."""
    rows, found = layout.rows, Columns()
    taken = {*layout.columns, layout.party}
    top = rows[layout.header]
    width = max(len(row) for row in rows[layout.header :])
    headers = {p: top[p].text if p < len(top) else "" for p in range(width) if p not in taken}
    first = layout.header + 1
    held = {p: [c.text for c in column(rows, p, first)] for p in headers}
    free = {p: text for p, text in headers.items() if held[p] or text}
    if layout.shifted:
        free = dict.fromkeys(free, "")
    found.task = _task(free, held, layout)
    for position in sorted(free):
        if position != found.task:
            _sort(found, position, free[position], held[position], layout)
    return found


def _task(free: dict[int, str], held: dict[int, list[str]], layout: Layout) -> int:
    filled = {p: text for p, text in free.items() if held[p]}
    words = {p: set(tokens(text)) for p, text in filled.items()}
    usable = [p for p in filled if not _is_number(words[p], held[p])]
    named = [p for p in usable if words[p] & TASKS]
    plain = [p for p in named if not words[p] & (DESCRIPTIONS | NOTES)]
    weak = [p for p in usable if words[p] & WEAK_TASKS and not words[p] & SECTIONS]
    if plain or named or weak:
        return (plain or named or weak)[0]
    left = [p for p in usable if p < min(layout.columns)] or usable or list(filled)
    open_ = [p for p in left if not words[p] & (DESCRIPTIONS | NOTES | METRICS)] or left
    single = [p for p in open_ if not _repeats(held[p], layout) and not words[p] & SECTIONS]
    return next(iter(single or open_[-1:]), -1)


def _is_number(words: set[str], held: list[str]) -> bool:
    """A column of numbers or codes, by its header or by what it holds."""
    if words & (TASKS | DESCRIPTIONS | SECTIONS | NOTES | METRICS) and not words & {"id", "no", "nr", "#"}:
        return False
    short = sum(len(text) <= 12 and any(c.isdigit() for c in text) and " " not in text for text in held)
    return bool(words & IDS and sum(len(text) <= 16 for text in held) * 2 > len(held)) or (
        len(held) > 1 and short == len(set(held)) == len(held)
    )


def _repeats(held: list[str], layout: Layout) -> bool:
    """Whether a column is filled for the first of several rows, or again and again with the same words."""
    rows = len(layout.rows) - layout.header - 1
    return len(set(held)) * 2 <= rows


def _sort(found: Columns, position: int, header: str, held: list[str], layout: Layout) -> None:
    words = set(tokens(header))
    area = next((AREAS[word] for word in tokens(header) if word in AREAS), "")
    if found.identifier < 0 and _is_number(words, held) and (position < found.task or words & IDS):
        found.identifier = position
    elif (
        found.section < 0
        and position < found.task
        and (words & SECTIONS or _repeats(held, layout))
        and not area
    ) or (found.section < 0 and words & {"section", "phase", "category", "stage"}):
        found.section = position
    elif found.description < 0 and (words & DESCRIPTIONS or (words & TASKS and position > found.task)):
        found.description = position
    elif found.metric < 0 and words & METRICS:
        found.metric = position
    elif area and len(words) == 1 and area not in found.areas.values():
        found.areas[position] = area
    elif found.description < 0 and _reads_on(position, header, layout, found.task):
        found.description = position
    else:
        found.notes.append(position)


def _reads_on(position: int, header: str, layout: Layout, task: int) -> bool:
    """A nameless column between the task and the letters goes on about the task."""
    return not header and task < position < min(layout.columns) and duty_word(header) is None
