"""The user's map: what a column (or key) holds, what a letter means, where the tasks stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rolelint.importing.faults import Refused
from rolelint.importing.grid import Cell, Grid
from rolelint.importing.model import OWNER
from rolelint.organisation.model import DUTIES
from rolelint.words import fold

HOLDS = (*DUTIES, OWNER, "task", "section", "id", "description", "metric", "notes", "ignore")
"""What `columns:` may say that a column holds."""


@dataclass(frozen=True, slots=True)
class Map:
    """`columns`: folded header or key -> one of HOLDS. `letters`: text of a cell -> duty. `tasks`: keys."""

    columns: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    tasks: tuple[str, ...] = ()


def map_of(data: object) -> Map:
    """The map that plain data describe; Refused names every fault at once."""
    if not isinstance(data, dict):
        raise Refused("the map must be a mapping with `columns:`, `letters:` or `tasks:`")
    faults = [
        f'"{key}" is not known: columns, letters, tasks'
        for key in data
        if key not in ("columns", "letters", "tasks")
    ]
    columns, letters = data.get("columns") or {}, data.get("letters") or {}
    for name, part, allowed in (("columns", columns, HOLDS), ("letters", letters, (*DUTIES, OWNER))):
        if not isinstance(part, dict):
            faults.append(f"`{name}:` must be a mapping")
            continue
        faults += [
            f'{name}: "{k}" can be one of {", ".join(allowed)}, not "{v}"'
            for k, v in part.items()
            if v not in allowed
        ]
    if faults:
        raise Refused("the map: " + "; ".join(faults))
    tasks = tuple(part for part in str(data.get("tasks") or "").split(".") if part)
    return Map({fold(str(k)): v for k, v in columns.items()}, {str(k): v for k, v in letters.items()}, tasks)


def mapped(grid: Grid, chosen: Map) -> tuple[Grid, list[Cell]]:
    """The grid with its headers and letters put into words that are known, and the cells to leave out."""
    if not (chosen.columns or chosen.letters):
        return grid, []
    ignored, gone, rows = set(), [], []
    for row in grid.rows:
        made = []
        for position, cell in enumerate(row):
            if chosen.columns.get(fold(cell.text)) == "ignore":
                ignored.add(position)
            if position in ignored:
                gone.append(cell)
                made.append(replace(cell, text=""))
            else:
                made.append(_mapped_cell(cell, chosen))
        rows.append(made)
    return replace(grid, rows=rows), gone


def _mapped_cell(cell: Cell, chosen: Map) -> Cell:
    holds = chosen.columns.get(fold(cell.text))
    if holds:
        return replace(cell, text=holds.capitalize())
    duty = chosen.letters.get(cell.text)
    return replace(cell, text=duty.capitalize()) if duty else cell
