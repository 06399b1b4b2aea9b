"""The generic checks that rules instantiate, by name. A kind yields hits and knows no lines or files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.kinds.agreement import agreement
from rolelint.kinds.called import called
from rolelint.kinds.coverage import coverage
from rolelint.kinds.directs import directs
from rolelint.kinds.handoff_gaps import handoff_gaps
from rolelint.kinds.handoff_missing import handoff_missing
from rolelint.kinds.joined_title import joined_title
from rolelint.kinds.mandate import mandate
from rolelint.kinds.nested_function import nested_function
from rolelint.kinds.shared_goal import shared_goal
from rolelint.kinds.swapped import swapped
from rolelint.kinds.traits_disagree import traits_disagree
from rolelint.kinds.two_sides import two_sides
from rolelint.kinds.under_direction import under_direction
from rolelint.kinds.yardstick import yardstick

Kind = Callable[[Facts, str, Mapping[str, Any]], Iterator[Hit]]
"""(facts, the rule's id, the rule's options) -> hits."""

KINDS: dict[str, Kind] = {
    "agreement": agreement,
    "called": called,
    "coverage": coverage,
    "directs": directs,
    "handoff-gaps": handoff_gaps,
    "handoff-missing": handoff_missing,
    "joined-title": joined_title,
    "mandate": mandate,
    "nested-function": nested_function,
    "shared-goal": shared_goal,
    "swapped": swapped,
    "traits-disagree": traits_disagree,
    "two-sides": two_sides,
    "under-direction": under_direction,
    "yardstick": yardstick,
}
