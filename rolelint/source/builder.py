"""The parser's events -> plain data and a Tree, in one pass."""

from __future__ import annotations

from array import array
from typing import Any

from rolelint.source.anchors import Anchors
from rolelint.source.events import NextEvent, ScalarEvent, Simple
from rolelint.source.faults import DEEPEST, Fault, Faults, shortened, too_deep
from rolelint.source.parsed import Root
from rolelint.source.pyyaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from rolelint.source.scalars import COLLECTIONS, NUMERIC, WORDS, BadTag, Scalar, number, shown, tagged
from rolelint.source.tree import NOWHERE, Node, Tree

MOST_DOCUMENTS = 10_000
"""Documents in one file."""
_SHORT = 24
"""Longer texts hardly ever come twice, so they are not shared."""
_MERGE = object()


class Stopped(Exception):
    """Reading ends here, with a fault that says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


class Builder:
    """Reads documents event by event; what was read stays in `roots` and `tree` if the parser gives up."""

    __slots__ = (
        "_anchors", "_faults", "_get", "_keys", "_mark", "_marks", "_words", "roots", "tree"
    )  # fmt: skip

    def __init__(self, events: NextEvent, faults: Faults, wide: bool = False) -> None:
        self._get = events
        self._faults = faults
        self._marks = array("Q" if wide else "I")
        self._mark = self._marks.append
        shared: dict[str, Any] = {"<<": _MERGE}
        self._keys = shared.setdefault
        self._words = dict(WORDS).setdefault
        self.tree = Tree(self._marks)
        self._anchors = Anchors(self.tree, faults)
        self.roots: list[Root] = []

    def stream(self) -> None:
        """Read all documents; may raise YAMLError, and Stopped at a limit."""
        while (event := self._get()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                self._document(event)

    def _document(self, event: Any) -> None:
        offset = event.start_mark.index
        if len(self.roots) == MOST_DOCUMENTS:
            message = f"more than {MOST_DOCUMENTS:,} documents in one file; the rest is not read"
            raise Stopped(Fault("syntax", message, offset))
        self._anchors.forget()
        root = Root(offset, len(self._marks))
        self.roots.append(root)
        event = self._get()
        if event.__class__ is MappingStartEvent:
            root.data = {}
            self._mapping(root.data, event, 1)
        elif event.__class__ is SequenceStartEvent:
            root.data = []
            self._sequence(root.data, event, 1)
        else:
            root.data = self._leaf(event)
        root.complete = True

    # The two loops below see every node of the file, so they do without calls for plain scalars.

    def _mapping(self, into: dict[str, Any], event: Any, depth: int) -> None:
        get, mark, keys, words = self._get, self._mark, self._keys, self._words
        cell = self._opened(into, event, depth)
        while (event := get()).__class__ is not MappingEndEvent:
            if event.__class__ is Simple:
                mark(event[0])
                key = event[1]
                key = keys(key, key)
            else:
                key = self._odd_key(event, depth)
            if key in into or key.__class__ is not str:
                self._odd_pair(into, key, event, cell, depth)
                continue
            event = get()
            kind = event.__class__
            if kind is Simple:
                offset, value, style = event
                mark(offset)
                if not style:
                    if value[:1] in NUMERIC:
                        value = number(value)
                    elif len(value) < _SHORT:
                        value = words(value, value)
                into[key] = value
            elif kind is MappingStartEvent:
                into[key] = value = {}
                self._mapping(value, event, depth + 1)
            elif kind is SequenceStartEvent:
                into[key] = value = []
                self._sequence(value, event, depth + 1)
            else:
                into[key] = self._leaf(event)
        self._closed(into, cell)

    def _sequence(self, into: list[Any], event: Any, depth: int) -> None:
        get, mark, words, put = self._get, self._mark, self._words, into.append
        cell = self._opened(into, event, depth)
        while (event := get()).__class__ is not SequenceEndEvent:
            kind = event.__class__
            if kind is Simple:
                offset, value, style = event
                mark(offset)
                if not style:
                    if value[:1] in NUMERIC:
                        value = number(value)
                    elif len(value) < _SHORT:
                        value = words(value, value)
                put(value)
            elif kind is MappingStartEvent:
                put(value := {})
                self._mapping(value, event, depth + 1)
            elif kind is SequenceStartEvent:
                put(value := [])
                self._sequence(value, event, depth + 1)
            else:
                put(self._leaf(event))
        self._marks[cell + 1] = len(self._marks)

    def _closed(self, value: dict[str, Any], cell: int) -> None:
        """A mapping ends; what it takes over comes last, behind what is written in it."""
        self._marks[cell + 1] = len(self._marks)
        if cell in self.tree.merges:
            self._merge(value, cell)

    def _node(self, event: Any, depth: int) -> Any:
        """Any node, read to its end."""
        value: Any
        if event.__class__ is MappingStartEvent:
            value = {}
            self._mapping(value, event, depth + 1)
        elif event.__class__ is SequenceStartEvent:
            value = []
            self._sequence(value, event, depth + 1)
        else:
            value = self._leaf(event)
        return value

    def _opened(self, value: Any, event: Any, depth: int) -> int:
        """The cell of a container that begins with this event."""
        cell = len(self._marks)
        offset = event.start_mark.index
        self._mark(offset)
        self._mark(0)
        if depth > DEEPEST:
            raise Stopped(too_deep(offset))
        if event.anchor is not None:
            self._anchors.add(event.anchor, Node(cell, value))
        if event.tag is not None and event.tag not in ("!", COLLECTIONS[value.__class__]):
            message = f"the tag {shown(event.tag)} is not supported here; it is passed over"
            self._faults.add(Fault("tag", message, offset, cell=cell))
        return cell

    def _leaf(self, event: Any) -> Any:
        """A scalar, whatever it carries, or an alias."""
        if event.__class__ is AliasEvent:
            return self._alias(event)
        if event.__class__ is Simple:
            offset, text, style = event
            self._mark(offset)
            return tagged(text, "!", is_plain=not style)
        cell = len(self._marks)
        self._mark(event.start_mark.index)
        value = self._scalar(event, cell)
        if event.anchor is not None:
            self._anchors.add(event.anchor, Node(cell, value))
        return value

    def _scalar(self, event: Any, cell: int) -> Scalar:
        text: str = event.value
        try:
            return tagged(text, event.tag or "!", is_plain=not event.style)
        except BadTag as bad:
            self._faults.add(Fault("tag", str(bad), event.start_mark.index, cell=cell))
            return text

    def _alias(self, event: Any) -> Any:
        cell = len(self._marks)
        self._mark(event.start_mark.index)
        return self._anchors.repeated(event.anchor, event.start_mark.index, cell)

    def _odd_key(self, event: Any, depth: int) -> Any:
        """A key with a tag or an anchor, or an alias; its cell where it cannot be a key."""
        offset, cell = event.start_mark.index, len(self._marks)
        value = self._node(event, depth)
        if event.__class__ is ScalarEvent:
            return event.value
        if isinstance(value, str):
            return value
        if self.tree.aliases.get(cell) != NOWHERE:
            message = "only a text can be a key; this entry is not read"
            hint = "a text that begins with [ or { must stand in quotes"
            self._faults.add(Fault("complex-key", message, offset, hint, cell))
        return cell

    def _odd_pair(self, into: dict[str, Any], key: Any, event: Any, cell: int, depth: int) -> None:
        """A second equal key, a `<<`, or a key that is no text; its value is read all the same."""
        simple = event.__class__ is Simple
        offset, style = (
            (event[0], event[2]) if simple else (event.start_mark.index, getattr(event, "style", None))
        )
        key_cell = key if isinstance(key, int) else len(self._marks) - 1
        if key is _MERGE and style and "<<" not in into:  # in quotes it is a key like any other
            into["<<"] = self._node(self._get(), depth)
            return
        event, is_merge = self._get(), key is _MERGE and not style
        cell_of_value = len(self._marks)
        value = self._node(event, depth)
        self.tree.odd[key_cell] = len(self._marks)
        if is_merge:
            self.tree.merges.setdefault(cell, []).append(Node(cell_of_value, value))
        elif not isinstance(key, int):
            self._twice(into, "<<" if key is _MERGE else key, offset, cell)

    def _twice(self, into: dict[str, Any], key: str, offset: int, cell: int) -> None:
        code, first = "duplicate-key", NOWHERE
        if self._faults.wants(code):
            first = self.tree.written(cell, into, key)[key]
        message = f'"{shortened(key)}" is written twice'
        hint = "give one of the two another name, or make them one"
        self._faults.add(Fault(code, message, offset, hint, cell, key, first))

    def _merge(self, into: dict[str, Any], cell: int) -> None:
        """Take over what `<<` names: own keys win, then the earlier source."""
        for source in self.tree.sources(cell):
            if isinstance(source.value, dict):
                for key, value in source.value.items():
                    into.setdefault(key, value)
            elif self.tree.aliases.get(source.cell) != NOWHERE:
                message = "<< takes over another mapping, but this is none; it is passed over"
                hint = "mark a mapping with &name and write `<<: *name`"
                self._faults.add(Fault("syntax", message, self._marks[source.cell], hint, source.cell))
