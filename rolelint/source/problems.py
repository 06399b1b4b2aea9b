"""Faults of a text -> problems with routes, lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rolelint.finding import Mark, Problem, Route
from rolelint.source.faults import Fault
from rolelint.source.parsed import Parsed
from rolelint.source.tree import Node


def problems(parsed: Parsed, roots: Sequence[Node], starts: Sequence[int], first: int) -> list[Problem]:
    """The faults in order of place; each is told of the document, from `first`, in which its offset lies."""
    found = []
    for fault in sorted(parsed.faults, key=lambda fault: fault.offset):
        index = max(bisect_right(starts, fault.offset) - 1, 0)
        found.append(_problem(parsed, fault, roots[index], first + index))
    return found


def _problem(parsed: Parsed, fault: Fault, root: Node, number: int) -> Problem:
    lines, tree = parsed.lines, parsed.tree
    steps = tree.steps(root, fault.cell)
    at = lines.at(fault.offset)
    if fault.first < 0:
        return Problem(fault.code, fault.message, Route(number, steps), fault.help, at=at)
    line, _ = lines.at(tree.marks[fault.first])
    message = f"{fault.message}: in line {line} and here; only the first is read"
    route = Route(number, (*steps, fault.key), key=True)
    marks = (Mark(route, "first written here"),) if _leads_to(parsed, root, route, fault.first) else ()
    return Problem(fault.code, message, route, fault.help, marks, at)


def _leads_to(parsed: Parsed, root: Node, route: Route, cell: int) -> bool:
    """Whether a route ends at the key in this cell; not so where all of it is left out of the data."""
    node: Node | None = root
    for step in route.steps:
        node = parsed.tree.child(node, step) if node else None
    return node is not None and node.key == cell
