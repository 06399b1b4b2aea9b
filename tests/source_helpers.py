"""Short ways to read a text and to say where things stand in it."""

from __future__ import annotations

import pytest

from rolelint.finding import Place, Route, Step
from rolelint.source import Document, events, quick, read

Told = tuple[str, int, int, str]
"""A problem as code, line, column and message."""


def document(text: str | bytes) -> Document:
    """The only document of a text that has no problems."""
    reading = read("org.yaml", text)
    assert reading.problems == []
    (only,) = reading.documents
    return only


def told(text: str | bytes) -> list[Told]:
    """All problems of a text."""
    problems = read("org.yaml", text).problems
    return [(p.code, *p.at, p.message) for p in problems if p.at is not None]


def data(text: str | bytes) -> object:
    """The data of the first document, whatever is wrong with the text."""
    return read("org.yaml", text).documents[0].data


def where(
    document: Document, *steps: Step, key: bool = False, span: tuple[int, int] | None = None
) -> tuple[int, int, int, int]:
    """Line, column, end line and end column of a route."""
    return document.place(Route(document.number, steps, key, span))[1:5]


def shown(text: str, place: Place) -> str:
    """What stands between the two ends of a place, cut out of the text by lines and columns alone."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first = lines[place.line - 1][place.column - 1 :]
    last = lines[place.end_line - 1][: place.end_column - 1]
    return "\n".join([first, *lines[place.line : place.end_line - 1], last])


def use_parser(monkeypatch: pytest.MonkeyPatch, *, is_pure: bool) -> None:
    """Read by the parser alone, and by which."""
    monkeypatch.setattr(quick, "parsed", lambda _: None)
    monkeypatch.setattr(events, "is_pure", is_pure or events.is_pure)
