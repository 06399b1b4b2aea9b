"""The generic checks that rules instantiate, by name. A kind yields hits and knows no lines or files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.kinds.agreement import agreement
from rolelint.kinds.alias_drift import alias_drift
from rolelint.kinds.area_gap import area_gap
from rolelint.kinds.called import called
from rolelint.kinds.conflicting import conflicting
from rolelint.kinds.count import count
from rolelint.kinds.coverage import coverage
from rolelint.kinds.crossed import crossed
from rolelint.kinds.dates import dates
from rolelint.kinds.directs import directs
from rolelint.kinds.divided import divided
from rolelint.kinds.everyone import everyone
from rolelint.kinds.grey_area import grey_area
from rolelint.kinds.handoff_gaps import handoff_gaps
from rolelint.kinds.handoff_missing import handoff_missing
from rolelint.kinds.idle import idle
from rolelint.kinds.joined_title import joined_title
from rolelint.kinds.load import load
from rolelint.kinds.mandate import mandate
from rolelint.kinds.mixed_task import mixed_task
from rolelint.kinds.nested_function import nested_function
from rolelint.kinds.one_sided import one_sided
from rolelint.kinds.owner_name import owner_name
from rolelint.kinds.part_of_whole import part_of_whole
from rolelint.kinds.reported import reported
from rolelint.kinds.reporting_line import reporting_line
from rolelint.kinds.same_table import same_table
from rolelint.kinds.same_task import same_task
from rolelint.kinds.segregation import segregation
from rolelint.kinds.shared_goal import shared_goal
from rolelint.kinds.swapped import swapped
from rolelint.kinds.task_name import task_name
from rolelint.kinds.traits_disagree import traits_disagree
from rolelint.kinds.two_sides import two_sides
from rolelint.kinds.undeclared import undeclared
from rolelint.kinds.under_direction import under_direction
from rolelint.kinds.unfilled import unfilled
from rolelint.kinds.unlike_siblings import unlike_siblings
from rolelint.kinds.unowned import unowned
from rolelint.kinds.unused_waiver import unused_waiver
from rolelint.kinds.wrong_function import wrong_function
from rolelint.kinds.yardstick import yardstick

Kind = Callable[[Facts, str, Mapping[str, Any]], Iterator[Hit]]
"""(facts, the rule's id, the rule's options) -> hits."""

KINDS: dict[str, Kind] = {
    "agreement": agreement,
    "alias-drift": alias_drift,
    "area-gap": area_gap,
    "called": called,
    "conflicting": conflicting,
    "count": count,
    "coverage": coverage,
    "crossed": crossed,
    "dates": dates,
    "directs": directs,
    "divided": divided,
    "everyone": everyone,
    "grey-area": grey_area,
    "handoff-gaps": handoff_gaps,
    "handoff-missing": handoff_missing,
    "idle": idle,
    "joined-title": joined_title,
    "load": load,
    "mandate": mandate,
    "mixed-task": mixed_task,
    "nested-function": nested_function,
    "one-sided": one_sided,
    "owner-name": owner_name,
    "part-of-whole": part_of_whole,
    "reported": reported,
    "reporting-line": reporting_line,
    "same-table": same_table,
    "same-task": same_task,
    "segregation": segregation,
    "shared-goal": shared_goal,
    "swapped": swapped,
    "task-name": task_name,
    "traits-disagree": traits_disagree,
    "two-sides": two_sides,
    "undeclared": undeclared,
    "under-direction": under_direction,
    "unfilled": unfilled,
    "unlike-siblings": unlike_siblings,
    "unowned": unowned,
    "unused-waiver": unused_waiver,
    "wrong-function": wrong_function,
    "yardstick": yardstick,
}
