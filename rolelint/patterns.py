"""Patterns that are compiled when they are first used: a run needs few of all that its modules name."""

from __future__ import annotations

import re
from typing import Any, cast


class Later:
    """A pattern that is not compiled yet; takes what `re.compile` takes and can do what its result can."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        can = getattr(re.compile(*self._given), name)
        self.__dict__[name] = can
        return can


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first used."""
    return cast("re.Pattern[str]", Later(pattern, flags))
