"""A function most of whose own work reads as another function's: one hit about the function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Clear, Facts
from rolelint.finding import Hit, Mark, Severity

_SHOWN = 4


def swapped(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """The swapped functions among `functions`.

    An error only where the verdict on one of the tasks is certain and rests on a rule of `grave`.
    """
    for function in options["functions"]:
        if function not in facts.swapped_functions:
            continue
        own = [clear for clear in facts.clear_cut if clear.owner == function and clear.task.shared is None]
        other, _ = Counter(clear.verdict.function for clear in own).most_common(1)[0]
        if other is not None and other in options["functions"]:
            wrong = [clear for clear in own if clear.verdict.function == other]
            yield _hit(facts, options, function, other, wrong, len(own))


def _hit(
    facts: Facts, options: Mapping[str, Any], function: str, other: str, wrong: list[Clear], of: int
) -> Hit:
    declared = facts.organisation.functions.get(function)
    places = [clear.task.route for clear in wrong[: _SHOWN + 1]]
    marks = [Mark(place, f"reads as {other} work") for place in places]
    return Hit(
        declared.route if declared else places[0],
        words={"function": function, "other": other, "n": str(len(wrong)), "of": str(of)},
        label=f"{len(wrong)} of its {of} clear-cut tasks read as {other} work",
        marks=tuple(marks[:_SHOWN] if declared else marks[1:]),
        severity=_severity(facts, options, wrong),
        parties=(function,),
        suggests=other,
    )


def _severity(facts: Facts, options: Mapping[str, Any], wrong: list[Clear]) -> Severity:
    if facts.organisation.profile == "startup":
        return "info"
    grave = any(c.verdict.grade == "certain" and c.verdict.rule in options["grave"] for c in wrong)
    return "error" if grave else "warning"
