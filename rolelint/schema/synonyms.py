"""Words people use for keys of the matrix, where they are no misspellings: what to write instead."""

from __future__ import annotations

from collections.abc import Collection

SYNONYMS: dict[str, tuple[str, ...]] = {
    # at the top of the file
    "letters": ("scheme",),
    "legend": ("scheme",),
    "scopes": ("areas",),
    "actions": ("tasks",),
    "activities": ("tasks",),
    "responsibilities": ("tasks",),
    "rows": ("tasks",),
    "raci": ("matrix",),
    "members": ("people",),
    "teams": ("functions", "includes"),
    "departments": ("functions",),
    # in a task
    "activity": ("name",),
    "action": ("name",),
    "task": ("name",),
    "title": ("name", "roles"),
    "desc": ("description",),
    "scope": ("area",),
    "driver": ("responsible",),
    "assignee": ("responsible",),
    "due": ("until",),
    "deadline": ("until",),
    "end": ("until",),
    "start": ("from",),
    "since": ("from",),
    "why": ("reason",),
    "because": ("reason",),
    "comment": ("notes",),
    # elsewhere
    "name": ("title",),
    "manager": ("reports_to",),
    "boss": ("reports_to",),
    "head": ("lead",),
    "mission": ("mandate",),
    "purpose": ("mandate",),
    "team": ("function",),
    "department": ("function",),
    "size": ("headcount",),
    "employees": ("headcount",),
}

AREAS = frozenset({"region", "country", "segment", "product", "channel", "market"})
"""Kinds of area that people write straight into a task."""

RULES = frozenset({"rules"})
"""Near a key of ours, but not meant as one."""


def synonym(word: str, known: Collection[str]) -> str | None:
    """The known key that says what the word says, or None."""
    return next((key for key in SYNONYMS.get(word.casefold(), ()) if key in known), None)
