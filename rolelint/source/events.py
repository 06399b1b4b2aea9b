"""The parser's events, and what listens to them on their way to the builder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rolelint.source.pyyaml import ScalarEvent as _ScalarEvent
from rolelint.source.pyyaml import libyaml as _libyaml

ScalarEvent: Any = _ScalarEvent  # its marks are there, whatever the type says
NextEvent = Callable[[], Any]
"""Gives the next event of a text, or raises a YAMLError."""

Simple: Any = tuple
"""A scalar without tag and anchor, as nearly all are: offset, value and style ("" where it is in no quotes).
To make it takes the parser in C a third of what an event takes."""

is_pure = _libyaml is None
"""Whether the parser written in Python is used."""


def opened(text: str, source: bytes | str) -> NextEvent:
    """The events of a text; `source` is the text itself or its UTF-8."""
    if is_pure:
        from rolelint.source.pure import PureParser  # noqa: PLC0415  # nearly never needed

        pure: NextEvent = PureParser(text).get_event
        return pure
    return _libyaml.CParser(source).get_event


class MadeSimple:
    """`with MadeSimple():` lets the parser in C make simple scalars at once."""

    def __enter__(self) -> None:
        if not is_pure:
            _libyaml.ScalarEvent = _made  # type: ignore[attr-defined]

    def __exit__(self, *_: object) -> None:
        if not is_pure:
            _libyaml.ScalarEvent = _ScalarEvent  # type: ignore[attr-defined]


def _made(anchor: Any, tag: Any, implicit: Any, value: Any, start: Any, end: Any, style: Any) -> Any:
    if anchor is None and tag is None:
        return start.index, value, style
    return _ScalarEvent(anchor, tag, implicit, value, start, end, style)


def simplified(events: NextEvent) -> NextEvent:
    """The same events with simple scalars as such."""

    def following() -> Any:
        event = events()
        if event.__class__ is ScalarEvent and event.anchor is None and event.tag is None:
            return event.start_mark.index, event.value, event.style
        return event

    return following


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
