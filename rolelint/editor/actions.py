"""Quick fixes: what can be done about the findings at a place, as edits that were tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rolelint.editor.sight import Sight
from rolelint.finding import Finding
from rolelint.fixing import Fix, Orders, State, answering, mended, planned
from rolelint.records import NamedTuple
from rolelint.source.rewrite import Edit


class Action(NamedTuple):
    """A fix and the edits that make it, by file."""

    fix: Fix
    edits: Mapping[str, Sequence[Edit]]


def actions(sight: Sight, findings: Sequence[Finding]) -> Iterator[Action]:
    """The fixes of some findings that do what they say and nothing else, the safest first."""
    order = ("safe", "unsafe", "offered")
    found = sorted(answering(sight.linter, sight.scenes, findings), key=lambda fix: order.index(fix.safety))
    state = State(sight.inputs, sight.readings, sight.report)
    for fix in found:
        edits = planned(sight.linter, state, fix)
        if edits:
            yield Action(fix, edits)


def all_safe(sight: Sight) -> bytes | None:
    """The file's text with all safe fixes made; None where there is none."""
    orders = Orders(frozenset({"safe"}), lambda _: True, lambda file: file == sight.file)
    result = mended(sight.linter, sight.inputs, orders)
    return next((i.text for i in result.inputs if i.file == sight.file), None) if result.fixes else None
