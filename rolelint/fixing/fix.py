"""What a fix is: changes of what the file says, in routes; where they stand in the text comes last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from rolelint.finding import Finding, Route
from rolelint.organisation import Organisation
from rolelint.records import NamedTuple
from rolelint.source import Document

Safety = Literal["safe", "unsafe", "offered"]
"""safe: says the same, or what was plainly meant. unsafe: changes who holds what. offered: somebody has to
choose it, in an editor."""


class Write(NamedTuple):
    """A key (`route.key`) or a scalar becomes this text."""

    route: Route
    text: str


class Remove(NamedTuple):
    """An item of a list or an entry of a mapping goes."""

    route: Route


class Append(NamedTuple):
    """A list gets more items; a scalar becomes a list of itself and these texts; nothing becomes the text."""

    route: Route
    texts: tuple[str, ...]


class Enter(NamedTuple):
    """A mapping gets an entry behind the one that the route leads to."""

    route: Route
    key: str
    value: str | tuple[str, ...] | Mapping[str, str]


Change = Write | Remove | Append | Enter


class Fix(NamedTuple):
    """Changes that belong together, in the words of an order ("write sales"), and the finding they answer.

    Without a finding it is a matter of form: who holds what stays the same.
    """

    title: str
    changes: tuple[Change, ...]
    safety: Safety = "safe"
    finding: Finding | None = None


class Scene(NamedTuple):
    """What fixes are made from: one organisation, and the YAML documents of the run by number.

    Tables are linted as well, but not written: their documents are not here.
    """

    organisation: Organisation
    documents: Mapping[int, Document]

    def data(self, number: int) -> Any:
        """The data of a document; None for a table's."""
        return self.documents[number].data if number in self.documents else None
