"""What a rule speaks of, told by its kind, so that rules of a user's own packs count as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rolelint.organisation.model import ACCOUNTABLE
from rolelint.overlap.figures import Topic
from rolelint.overlap.turf import POINTS, Why
from rolelint.rule import Rule

OVERLAPPING: Mapping[str, Why] = {
    "same-task": "alike",
    "crossed": "crossed",
    "divided": "unanswered",
    "part-of-whole": "part",
    "same-table": "table",
}
"""Kind -> why what it finds is an overlap; `count` and the equal names of `same-task` are told apart."""

WHY: Mapping[Why, str] = {
    "equal": "equal names, an owner on each side",
    "accountable": "one row with an accountable on each side",
    "crossed": "two similar rows, each done by one side and answered for by the other",
    "alike": "the same work in other words, an owner on each side",
    "unanswered": "both do it and nobody answers for it",
    "part": "reads as a part of the other's work",
    "table": "a row of a table that both have",
}
"""Why -> the same in plain words."""


_TOPICS: Mapping[str, Topic] = {
    "wrong-function": "wrong function",
    "swapped": "wrong function",
    "grey-area": "grey area",
}


def topics(rules: Iterable[Rule]) -> dict[str, Topic]:
    """Rule -> what its findings are about, for those that have a figure of their own."""
    return {rule.id: topic for rule in rules if (topic := _topic(rule)) != "other"}


def _topic(rule: Rule) -> Topic:
    if rule.kind in _TOPICS:
        return _TOPICS[rule.kind]
    if rule.kind == "same-task":
        return "other" if rule.options.get("owners") == "same" else "overlap"
    if rule.kind in OVERLAPPING:
        return "overlap"
    if rule.kind == "count" and rule.options.get("duty") == ACCOUNTABLE:
        if rule.options.get("most") == 1:
            return "overlap"
        return "unowned" if rule.options.get("least") == 1 else "other"
    return "other"


def why(kind: str, names: Iterable[str]) -> Why:
    """Why a finding about an overlap counts; `names` are the folded names of its rows."""
    if kind == "count":
        return "accountable"
    if kind == "same-task" and len(set(names)) == 1:
        return "equal"
    return OVERLAPPING[kind]


def points(reason: Why) -> int:
    """What a reason counts, as `turf` has it."""
    return POINTS[reason]
