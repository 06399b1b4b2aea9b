"""The generic checks that rules instantiate, by name. A kind yields hits and knows no lines, files or rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit

Kind = Callable[[Facts, str, Mapping[str, Any]], Iterator[Hit]]
"""(facts, the rule's id, the rule's options) -> hits."""

KINDS: dict[str, Kind] = {}
