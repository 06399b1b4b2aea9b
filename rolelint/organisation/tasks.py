"""`tasks:` and `matrix:` of one document -> Tasks, in every shape they may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.finding import Route
from rolelint.organisation.agreed import handoffs, shared
from rolelint.organisation.declared import date
from rolelint.organisation.keys import FIELDS, Keys, read
from rolelint.organisation.letters import Reader, lone
from rolelint.organisation.model import ACCOUNTABLE, DUTIES, RESPONSIBLE, Assignment, Party, Task
from rolelint.organisation.parties import Parties
from rolelint.organisation.plain import entries, flag, mapping, names, text
from rolelint.organisation.schemes import OWNER, Duties
from rolelint.organisation.strange import Strange
from rolelint.organisation.traits import NOTHING_MARKED, Marked, Marks, Steps
from rolelint.records import maker
from rolelint.words import fold

DEEPEST = 8
"""Groups nested deeper are left out."""

_PLAIN_DUTIES = frozenset(DUTIES[:4])
"""Duty words that are nobody's name; `support` is a function as well."""

_EMPTY: Mapping[str, Any] = {}

_assignment, _route, _task = maker(Assignment), maker(Route), maker(Task)
_REST = tuple(Task._field_defaults[field] for field in Task._fields[11:])
"""What a task that says little leaves open."""


class Found:
    """The assignments of one task as they are found, and what stands where an owner should."""

    __slots__ = ("assignments", "vacant")

    def __init__(self) -> None:
        self.assignments: list[Assignment] = []
        self.vacant: set[tuple[str, str]] | None = None

    def has(self, duty: str) -> bool:
        """Whether anybody has this duty."""
        return any(assignment.duty == duty for assignment in self.assignments)

    def unowned(self, reason: str | None) -> str:
        """What the file itself says of there being no owner."""
        vacant = self.vacant or ()
        for duty in (ACCOUNTABLE, RESPONSIBLE):
            if self.has(duty):
                return ""
            if (duty, "tbd") in vacant:
                return "tbd"
            if reason and (duty, "none") in vacant:
                return "on purpose"
        return "" if self.assignments else "empty"


class Tasks:
    """Reads the tasks of one document."""

    def __init__(self, number: int, parties: Parties, reader: Reader, marks: Marks, strange: Strange) -> None:
        self._number = number
        self._find, self._named = parties.find, parties.named
        self._declared = frozenset(parties.by_name)
        self._reader = reader
        self._marks = marks
        self._strange = strange
        self._keys: dict[tuple[Any, ...], Keys] = {}

    def read(self, data: Mapping[str, Any]) -> Iterator[Task]:
        """All tasks of the document, in the order of the file: `tasks:` first, then `matrix:`."""
        base = self._marks.read(mapping(data.get("defaults")), ("defaults",), NOTHING_MARKED)
        yield from self._all(data.get("tasks"), ("tasks",), base, None, 0)
        for name, row in entries(data.get("matrix")).items():
            if name.strip():
                yield self._row(name, row, base)

    def _all(
        self, value: object, home: Steps, base: Marked, section: str | None, depth: int
    ) -> Iterator[Task]:
        if isinstance(value, dict):
            for name, entry in entries(value).items():
                if name.strip():
                    yield self._entry(name, entry, (*home, name), base, section)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            steps = (*home, index)
            if not isinstance(item, dict):
                task = self._bare(item, steps, base, section)
            elif "tasks" in item:
                yield from self._group(item, steps, base, section, depth)
                continue
            else:
                task = self._item(item, steps, base, section)
            if task is not None:
                yield task

    def _group(
        self, item: dict[str, Any], steps: Steps, base: Marked, section: str | None, depth: int
    ) -> Iterator[Task]:
        if depth < DEEPEST:
            inside = self._marks.read(item, steps, base)
            name = text(item.get("group")) or section
            yield from self._all(item["tasks"], (*steps, "tasks"), inside, name, depth + 1)

    def _bare(self, item: object, home: Steps, base: Marked, section: str | None) -> Task | None:
        """A task of a list that is only a name."""
        name = text(item)
        if name is None:
            return None
        return self._made(name, Route(self._number, home), home, Found(), base, section, _EMPTY)

    def _item(self, item: dict[str, Any], home: Steps, base: Marked, section: str | None) -> Task | None:
        """A task of a list: a mapping with a name, or at least an id."""
        for key in ("name", "id"):
            name = text(item.get(key))
            if name is not None:
                route = _route((self._number, (*home, key), False, None))
                return self._task(item, name, route, home, base, section)
        return None

    def _entry(self, name: str, item: object, home: Steps, base: Marked, section: str | None) -> Task:
        """A task of a mapping by name: an owner, nothing, or a mapping."""
        route = Route(self._number, home, key=True)
        if isinstance(item, dict):
            inner = text(item.get("name"))
            if inner is not None:
                route = Route(self._number, (*home, "name"))
                item = {"id": name.strip(), **item}
            return self._task(item, inner or name.strip(), route, home, base, section)
        found = Found()
        self._add(OWNER, item, home, found)
        return self._made(name.strip(), route, home, found, base, section, _EMPTY)

    def _row(self, name: str, row: object, base: Marked) -> Task:
        """A row of the grid: party -> letters, or letter -> parties."""
        home: Steps = ("matrix", name)
        if not isinstance(row, dict) or self._by_duty(row):
            return self._entry(name, row, home, base, None)
        found = Found()
        rest: dict[str, Any] = {}
        for party, cell in self._columns(row).items():
            duties = self._cell(cell, (*home, party), field=party in FIELDS)
            if duties is None:
                rest[party] = cell
            else:
                self._one(duties, party, (*home, party), found)
        route = Route(self._number, home, key=True)
        marked = self._marks.read(rest, home, base)
        return self._made(name.strip(), route, home, found, marked, None, rest)

    def _columns(self, row: dict[str, Any]) -> Mapping[str, Any]:
        """The entries of a row of the grid; one named "X-ray" is a party where letters stand, else a note."""
        own = mapping(row)
        return {k: v for k, v in entries(row).items() if k in own or self._is_letters(v)}

    def _by_duty(self, row: dict[str, Any]) -> bool:
        """Whether a row's keys are duties: all of them can be, and not every value is letters."""
        own = {key: value for key, value in self._columns(row).items() if key == "owner" or key not in FIELDS}
        if not all(key == "owner" or self._reader.key(key) for key in own):
            return False
        if not _PLAIN_DUTIES.isdisjoint(own):
            return True
        letters = bool(own) and all(self._is_letters(value) for value in own.values())
        return not letters or not any(lone(names(value)) for value in own.values())

    def _is_letters(self, value: object) -> bool:
        """Whether a value is made of duty letters, and is not the name of somebody declared."""
        written = names(value)
        return bool(written) and all(
            self._reader.read(each).clean and fold(each) not in self._declared for each in written
        )

    def _cell(self, cell: object, steps: Steps, *, field: bool) -> Duties | None:
        """The duties of a cell; None where a task's own field stands, and no party."""
        duties: Duties = ()
        for index, each in enumerate(cell if isinstance(cell, list) else [cell]):
            written = text(each)
            if written is None or isinstance(each, bool):
                if field and each is not None:
                    return None
                continue
            reading = self._reader.read(written)
            duties += reading.duties
            if reading.letters or reading.words:
                if field and not reading.duties:
                    return None
                self._strange.cell(written, reading, (*steps, index) if isinstance(cell, list) else steps)
        return duties

    def _task(
        self, item: dict[str, Any], name: str, route: Route, home: Steps, base: Marked, section: str | None
    ) -> Task:
        keys = tuple(item)
        plan = self._keys.get(keys)
        if plan is None:
            plan = self._keys[keys] = read(keys, self._reader)
        found = Found()
        for key, duties in plan.held:
            self._add(duties, item[key], (*home, key), found)
        for odd, key in plan.odd:
            self._strange.key(odd, (*home, key))
        if plan.marking:
            base = self._marks.read(item, home, base)
        if found.vacant or not plan.simple:
            return self._made(name, route, home, found, base, section, item)
        own = (
            name,
            route,
            home,
            tuple(found.assignments),
            text(item.get("description")),
            text(item.get("id")),
            section,
            *base,
            "" if found.assignments else "empty",
        )
        return _task(own + _REST)

    def _made(
        self,
        name: str,
        route: Route,
        home: Steps,
        found: Found,
        marked: Marked,
        section: str | None,
        item: Mapping[str, Any],
    ) -> Task:
        """A task with all that its mapping says besides the assignments."""
        reason = text(item.get("reason"))
        passed = handoffs(item, self._number, home)
        for handoff in passed:
            for party in (handoff.giver, handoff.taker):
                self._find(party or "")
        return Task(
            name=name,
            route=route,
            home=home,
            assignments=tuple(found.assignments),
            description=text(item.get("description")),
            identifier=text(item.get("id")),
            section=section,
            traits=marked.traits,
            trait_steps=marked.steps,
            area=marked.area,
            shared=shared(item, Route(self._number, (*home, "shared"))) if "shared" in item else None,
            handoffs=passed,
            following=names(item.get("next")),
            since=date(item.get("from")),
            until=date(item.get("until")),
            review_by=date(item.get("review_by")),
            acting=flag(item.get("acting")),
            unowned=found.unowned(reason),
            reason=reason,
            tie_break=text(item.get("tie_break")),
        )

    def _add(self, duties: Duties, value: object, steps: Steps, found: Found) -> None:
        """The assignments that a value (a party or a list of parties) makes for these duties."""
        if isinstance(value, list):
            for index, each in enumerate(value):
                self._one(duties, each, (*steps, index), found)
        else:
            self._one(duties, value, steps, found)

    def _one(self, duties: Duties, value: object, steps: Steps, found: Found) -> None:
        written = value if isinstance(value, str) else text(value)
        if written is None:
            return
        party = self._named.get(written)
        if party is None:
            party = self._find(written)
        if isinstance(party, Party):
            for duty in duties:
                found.assignments.append(_assignment((party, duty, steps, written)))
        elif party:
            found.vacant = found.vacant or set()
            found.vacant.update((duty, party) for duty in duties)
