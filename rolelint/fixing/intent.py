"""What a document shall say once changes are made: held against what the new text is read as."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rolelint.finding import Step
from rolelint.fixing.fix import Append, Change, Enter, Remove, Write


class Astray(Exception):
    """A change leads nowhere, or where there is something already."""


def intended(data: Any, changes: Iterable[Change]) -> str:
    """The data as one comparable text after the changes; the data themselves stay as they are.

    Containers that an alias shares are taken apart, so that a change which reaches further than it says is
    seen. Raises Astray where a change cannot be made.
    """
    root = [json.loads(as_text(data))]
    ordered = sorted(changes, key=_last_removals_first)
    for change in ordered:
        _make(root, change)
    return as_text(root[0])


def as_text(data: Any) -> str:
    """Plain data as one text, in which order and types count. Raises Astray for what is too deep or large."""
    try:
        return json.dumps(data)
    except (RecursionError, MemoryError, ValueError):
        raise Astray from None


def _last_removals_first(change: Change) -> tuple[int, Any]:
    """Removals come last, the last item of a list before those in front of it; renamed keys before them."""
    if isinstance(change, Remove):
        return 2, tuple(-step if isinstance(step, int) else 0 for step in change.route.steps)
    return int(isinstance(change, Write) and change.route.key), ()


def _make(root: list[Any], change: Change) -> None:
    *way, last = (0, *change.route.steps)
    holder: Any = root
    for step in way:
        holder = _child(holder, step)
    if isinstance(change, Write) and change.route.key:
        _rename(holder, last, change.text)
        return
    value = _child(holder, last)
    if isinstance(change, Remove):
        del holder[last]
    elif isinstance(change, Enter):
        _enter(holder, last, change)
    elif isinstance(value, dict) or (isinstance(change, Write) and isinstance(value, list)):
        raise Astray
    elif isinstance(change, Append):
        _append(holder, last, change.texts)
    else:
        holder[last] = change.text


def _append(holder: Any, last: Step, texts: tuple[str, ...]) -> None:
    value = holder[last]
    if isinstance(value, list):
        value.extend(texts)
    else:
        old = [] if value is None else [value]
        holder[last] = [*old, *texts] if len(texts) > 1 or old else texts[0]


def _rename(holder: Any, old: Step, new: str) -> None:
    if not isinstance(holder, dict) or old not in holder or new in holder:
        raise Astray
    entries = [(new if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)


def _enter(holder: Any, behind: Step, change: Enter) -> None:
    if not isinstance(holder, dict) or change.key in holder:
        raise Astray
    value = json.loads(json.dumps(change.value))
    entries = []
    for entry in holder.items():
        entries += [entry, (change.key, value)] if entry[0] == behind else [entry]
    holder.clear()
    holder.update(entries)


def _child(value: Any, step: Step) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        raise Astray from None
