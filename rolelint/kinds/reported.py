"""Faults of the input itself, found while reading, as findings like all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit


def reported(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Every problem of the organisation's documents that has the code `code`, or one of several."""
    codes = [options["code"]] if isinstance(options["code"], str) else options["code"]
    for problem in (problem for code in codes for problem in facts.problems.get(code, ())):
        yield Hit(
            problem.route,
            words={"message": problem.message},
            label=options.get("label", ""),
            marks=problem.marks,
            help=problem.help or None,
            at=problem.at,
            meant=problem.meant,
        )
