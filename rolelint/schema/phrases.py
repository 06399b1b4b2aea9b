"""Parts of a document in words: `owner` in task "Run payroll", item 2 of `consulted`, a mapping."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from rolelint.finding import Step

LONGEST = 60
"""Longer texts are cut in messages."""

NOUNS = {
    "tasks": "task",
    "matrix": "task",
    "functions": "function",
    "roles": "role",
    "people": "person",
    "aliases": "alias",
    "areas": "area",
    "agreements": "agreement",
    "heads": "head",
}
"""What the members of a collection are called."""


class Phrases:
    """Names the parts of one document. `whole` names the document; `known` are the format's own keys."""

    def __init__(self, data: object, whole: str, known: Collection[str]) -> None:
        self._data = data
        self._whole = whole
        self._known = known

    def thing(self, steps: Sequence[Step]) -> str:
        """The part that the steps lead to, in words."""
        anchor, depth = self._anchor(steps)
        words = ""
        for step in reversed(steps[depth:]):
            if isinstance(step, int):
                words += f"item {step + 1} of "
            else:
                words += f"{self.key(step)} in "
        if depth:
            return words + anchor
        return words.removesuffix(" in ") if words else anchor

    def key(self, step: Step) -> str:
        """A key: our own ones in backquotes, others as the file has them."""
        return f"`{step}`" if step in self._known else quoted(step)

    def _anchor(self, steps: Sequence[Step]) -> tuple[str, int]:
        """The innermost thing with a name of its own, and how many steps lead to it."""
        anchor, depth = self._whole, 0
        value = self._data
        for index, step in enumerate(steps):
            value = value[step] if isinstance(value, list | dict) else None  # type: ignore[index]
            holder = steps[index - 1] if index else None
            if holder in NOUNS and index - 1 == depth:
                anchor, depth = _named(NOUNS[str(holder)], step, value), index + 1
        return anchor, depth


def _named(noun: str, step: Step, value: Any) -> str:
    if isinstance(value, dict) and isinstance(step, int) and not value.keys().isdisjoint(("group", "tasks")):
        noun = "group"
    if not isinstance(step, int):
        return f"{noun} {quoted(step)}"
    own = value.get("group", value.get("name")) if isinstance(value, dict) else None
    if isinstance(own, str | int | float) and str_of(own).strip():
        return f"{noun} {quoted(own)}"
    return f"{noun} {step + 1}"


def quoted(value: object) -> str:
    """A text of the file in quotes, cut."""
    return f'"{cut(value)}"'


def cut(value: object) -> str:
    """A text of the file on one line, without control characters, not too long."""
    text = " ".join(str_of(value)[: 4 * LONGEST].split())
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def str_of(value: object) -> str:
    """The value as text; numbers of thousands of digits cannot be written out."""
    try:
        return str(value)
    except ValueError:
        return "a very long number"


def found(value: object) -> str:
    """What stands there, by its type."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {str_of(value)[:LONGEST]}"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    return "a mapping" if isinstance(value, dict) else quoted(value)
