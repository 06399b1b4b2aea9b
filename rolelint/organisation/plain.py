"""Plain data, looked at with patience: what has the wrong type is as good as absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.finding import Step
from rolelint.words import fold

NOTHING = frozenset({"", "-", "--", "---", "–", "—", "―", "−", "n/a", "n.a.", "na", ".", "..", "...", "…"})
"""What people write into a cell to say that nothing belongs there."""
_LONGER = 12
"""No text of so many characters says nothing, whatever it looks like."""
_LONGEST = max(map(len, NOTHING))
"""Nor does one of more characters than this, if they are ASCII."""


def text(value: object) -> str | None:
    """The text form of a scalar, without outer white space; None for anything else and for blanks."""
    if isinstance(value, str):
        return value.strip() or None
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        try:
            return str(value)
        except ValueError:  # too many digits for Python to write out
            return None
    return None


def named(value: object) -> str | None:
    """As `text`, but None also for what stands for nothing (`-`, `N/A` …)."""
    found = value.strip() if isinstance(value, str) else text(value)
    if not found:
        return None
    if len(found) < _LONGER and (len(found) <= _LONGEST or not found.isascii()) and fold(found) in NOTHING:
        return None
    return found


def texts(value: object) -> tuple[str, ...]:
    """A scalar or a list of scalars as texts."""
    given = value if isinstance(value, list) else [value]
    return tuple([found for each in given if (found := text(each)) is not None])


def names(value: object) -> tuple[str, ...]:
    """As `texts`, without what stands for nothing."""
    if isinstance(value, list):
        return tuple(filter(None, map(named, value)))
    found = named(value)
    return () if found is None else (found,)


def placed(value: object, steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The texts of a scalar or list, each with the steps to it."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            found = text(each)
            if found is not None:
                yield found, (*steps, index)
        return
    found = text(value)
    if found is not None:
        yield found, steps


def mapping(value: object) -> Mapping[str, Any]:
    """A mapping's entries under text keys; the user's own `x-` keys are left out. Empty for anything else."""
    if not isinstance(value, dict):
        return {}
    return {key: item for key, item in value.items() if is_own(key)}


def is_own(key: object) -> bool:
    """Whether a key is one of the format, not one of the user's own (`x-…`)."""
    return isinstance(key, str) and not key.startswith(("x-", "X-"))


def entries(value: object) -> Mapping[str, Any]:
    """A mapping's entries whose keys are names that people gave (tasks, parties): "X-ray" is one too."""
    if not isinstance(value, dict):
        return {}
    return {key: item for key, item in value.items() if isinstance(key, str)}


def flag(value: object) -> bool:
    """Whether a value says yes."""
    return value is True or (isinstance(value, str) and value.strip().lower() in ("true", "yes", "on"))
