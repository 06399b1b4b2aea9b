"""The parser's events, and what listens to them on their way to the builder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml.events import ScalarEvent as _ScalarEvent

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]

ScalarEvent: Any = _ScalarEvent  # its marks are there, whatever the type says
NextEvent = Callable[[], Any]
"""Gives the next event of a text, or raises a YAMLError."""

is_pure = CParser is None
"""Whether the parser written in Python is used."""


def opened(text: str, source: bytes | str) -> NextEvent:
    """The events of a text; `source` is the text itself or its UTF-8."""
    if is_pure:
        from rolelint.source.pure import PureParser  # noqa: PLC0415  # nearly never needed

        pure: NextEvent = PureParser(text).get_event
        return pure
    return CParser(source).get_event


def noting_hashes(events: NextEvent, spans: list[tuple[int, int]]) -> NextEvent:
    """The same events; the spans of scalars that contain a `#` are noted, for they are no comments."""

    def following() -> Any:
        event = events()
        if event.__class__ is ScalarEvent and "#" in event.value:
            spans.append((event.start_mark.index, event.end_mark.index))
        return event

    return following


def restoring(events: NextEvent, stand_ins: dict[str, str], note: Callable[[int, str], None]) -> NextEvent:
    """The same events with each stand-in put back; plain scalars that begin with one are noted."""
    back = str.maketrans(stand_ins)

    def following() -> Any:
        event = events()
        if event.__class__ is ScalarEvent:
            if event.value[:1] in stand_ins and not event.style:
                note(event.start_mark.index, event.value.translate(back))
            event.value = event.value.translate(back)
        return event

    return following
