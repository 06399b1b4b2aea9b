"""Data that is a table in disguise (a list of flat records, a list of lists) -> a page with a grid."""

from __future__ import annotations

from rolelint.finding import Step
from rolelint.importing.grid import Cell, Grid, Page
from rolelint.importing.trees import Steps, Tree, text_of


def as_page(tree: Tree) -> Page:
    """Every table that the document holds at its top or one step below it."""
    page = Page()
    data = tree.document.data
    places: list[tuple[Steps, object]] = [((), data)]
    if isinstance(data, dict):
        places += [((key,), value) for key, value in data.items()]
    for steps, value in places:
        grid = _records(tree, steps, value) or _lists(tree, steps, value)
        if grid:
            grid.heading = text_of(steps[-1]) if steps else ""
            page.grids.append(grid)
    return page


def _flat(node: object) -> bool:
    return isinstance(node, dict) and not any(isinstance(v, dict | list) for v in node.values())


def _records(tree: Tree, steps: Steps, value: object) -> Grid | None:
    if not isinstance(value, list) or not value or not all(_flat(item) for item in value):
        return None
    first: dict[Step, Cell] = {}
    for number, item in enumerate(value):
        for key in item:
            if key not in first:
                first[key] = tree.cell((*steps, number, key), text_of(key), key=True)
    rows = [list(first.values())]
    for number, item in enumerate(value):
        rows.append([_cell(tree, (*steps, number, key), item.get(key)) for key in first])
    return Grid(rows)


def _lists(tree: Tree, steps: Steps, value: object) -> Grid | None:
    if not isinstance(value, list) or len(value) < 2 or not all(isinstance(item, list) for item in value):
        return None
    rows = []
    for number, item in enumerate(value):
        rows.append([_cell(tree, (*steps, number, at), each) for at, each in enumerate(item)])
    return Grid(rows)


def _cell(tree: Tree, steps: Steps, value: object) -> Cell:
    text = text_of(value)
    return tree.cell(steps, text) if text else Cell("", 0, 0, 0)
