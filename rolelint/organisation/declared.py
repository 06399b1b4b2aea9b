"""What the documents declare: functions, roles, people and aliases, put together from all places that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rolelint.finding import Mark, Problem, Route, Step
from rolelint.organisation.model import Function, Person, Role
from rolelint.organisation.plain import entries, flag, is_own, mapping, named, names, text, texts
from rolelint.records import NamedTuple, maker
from rolelint.words import fold

Documents = Iterable[tuple[int, Any]]
"""Numbers of documents with their plain data."""

_SHORT_FOR = {"functions": "mandate", "roles": "title", "people": "roles"}
"""Section -> the field meant where an entry is not a mapping."""

_ONE_ANSWER = {"function", "lead", "parent", "reports_to"}
"""Fields that two places must not answer differently."""

_ADD_UP = {"roles", "functions", "includes", "children", "aliases", "metrics", "metric"}
"""Fields of which several places each tell a part."""

_DATE_LENGTH = len("2026-12-31")


class Said(NamedTuple):
    """A value and where it stands."""

    value: Any
    route: Route


class Entry(NamedTuple):
    """One function, role or person as declared; the first place that names it is its route.

    `given` are its fields, which stand below `home`, but for those that stand `elsewhere`.
    """

    name: str
    route: Route
    home: tuple[Step, ...]
    given: dict[str, Any]
    elsewhere: dict[str, Route]

    def said(self, key: str) -> Said:
        """The value of a field that is given, and where it stands."""
        return Said(self.given[key], self.where(key))

    def add(self, key: str, said: Said) -> None:
        """Take over a field that stands elsewhere, or another value for one."""
        self.given[key], self.elsewhere[key] = said

    def where(self, *keys: str) -> Route:
        """Where the first of these fields that is given stands."""
        for key in keys:
            if key in self.given:
                return self.elsewhere.get(key) or Route(self.route.document, (*self.home, key))
        return self.route

    def one(self, key: str) -> str | None:
        """The first text of a field that names something."""
        found = names(self.given.get(key))
        return found[0] if found else None

    def many(self, *keys: str) -> tuple[str, ...]:
        """The names in these fields, each once."""
        found: tuple[str, ...] = ()
        given = self.given
        for key in keys:
            if key in given:
                found += names(given[key])
        return found if len(found) < 2 else tuple(dict.fromkeys(found))


_made, _route = maker(Entry), maker(Route)


class Declared:
    """All that is declared, by folded name. `same` makes different spellings of a function equal."""

    def __init__(self, documents: Documents, same: Callable[[str], str]) -> None:
        self.problems: list[Problem] = []
        self.aliases: dict[str, Said] = {}
        self._same = same
        kept = list(documents)
        self.functions = self._section(kept, "functions")
        self.roles = self._section(kept, "roles")
        self.people = self._section(kept, "people")
        for number, data in kept:
            for name, target in entries(mapping(data).get("aliases")).items():
                self._alias(name, target, Route(number, ("aliases", name)))
        self._one_meaning()
        self._adopt()

    def _section(self, documents: Documents, section: str) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for number, data in documents:
            for new in _entries(mapping(data).get(section), section, number):
                entry = entries.setdefault(fold(new.name), new)
                if entry is not new:
                    self._merge(entry, new)
        return entries

    def _merge(self, entry: Entry, new: Entry) -> None:
        for key in new.given:
            said = new.said(key)
            if key not in entry.given:
                entry.add(key, said)
            elif key in _ADD_UP:
                before = entry.said(key)
                entry.add(key, Said([*texts(before.value), *texts(said.value)], before.route))
            elif key in _ONE_ANSWER:
                self.disagree(f'"{entry.name}"', key, entry.said(key), said)

    def _alias(self, name: str, target: object, route: Route) -> None:
        if named(name) is None or named(target) is None:
            return
        before = self.aliases.setdefault(fold(name), Said(target, route))
        if before.route != route:
            self.disagree(f'"{name.strip()}"', "alias", before, Said(target, route))

    def _one_meaning(self) -> None:
        """Let another name of several functions stand for the first of them."""
        first = dict(self.aliases)
        for entry in self.functions.values():
            for name in entry.many("aliases"):
                said = Said(entry.name, entry.where("aliases"))
                before = first.setdefault(fold(name), said)
                if before is not said and self.disagree(f'"{name}"', "alias", before, said):
                    kept = [each for each in entry.many("aliases") if fold(each) != fold(name)]
                    entry.given["aliases"] = kept

    def disagree(self, what: str, key: str, before: Said, said: Said) -> bool:
        """Record that two places give one thing different values, and whether they do."""
        here, there = ([self._same(each) for each in texts(one.value)] for one in (said, before))
        if not here or sorted(here) == sorted(there):
            return False
        now, first = (" and ".join(texts(one.value)) for one in (said, before))
        self.problems.append(
            Problem(
                "contradiction",
                f'{what} has two answers to `{key}`: "{first}" and "{now}"',
                said.route,
                help=f'keep one of them; until then "{first}" counts',
                marks=(Mark(before.route, f'here it is "{first}"'),),
            )
        )
        return True

    def _adopt(self) -> None:
        """`children:` says the same as `parent:` of a declared function, or `includes:` of any other."""
        for entry in self.functions.values():
            for child in entry.many("children"):
                own = self.functions.get(fold(child))
                if own is not None and own is not entry and "parent" not in own.given:
                    own.add("parent", Said(entry.name, entry.where("children")))

    def function(self, entry: Entry) -> Function:
        """A declared function."""
        inside = [c for c in entry.many("children") if fold(c) not in self.functions]
        return Function(
            name=entry.name,
            route=entry.route,
            mandate=text(entry.given.get("mandate")),
            lead=entry.one("lead"),
            includes=tuple(dict.fromkeys((*entry.many("includes"), *inside))),
            aliases=entry.many("aliases"),
            metrics=entry.many("metrics", "metric"),
            parent=entry.one("parent"),
        )


def role(entry: Entry, function: str | None) -> Role:
    """A declared role of a function."""
    given = _read(entry, _OF_A_ROLE)
    metrics = entry.many("metrics", "metric")
    return Role(entry.name, entry.route, function=function, metrics=metrics, **given)


def person(entry: Entry) -> Person:
    """A declared person."""
    given = _read(entry, _OF_A_PERSON)
    return Person(entry.name, entry.route, entry.many("roles", "functions", "function"), **given)


def _read(entry: Entry, fields: Mapping[str, tuple[str, Callable[[object], Any]]]) -> dict[str, Any]:
    """The fields of an entry by their names here."""
    read = {}
    for key, value in entry.given.items():
        if key in fields:
            name, meant = fields[key]
            read[name] = meant(value)
    return read


def hyphened(name: str | None) -> str | None:
    """A kind as it is compared: folded, with hyphens."""
    return None if name is None else fold(name).replace(" ", "-").replace("_", "-")


def date(value: object) -> str | None:
    """An ISO date, None for anything else (the schema speaks of it)."""
    written = text(value) or ""
    if len(written) != _DATE_LENGTH or written[4] != "-" or written[7] != "-":
        return None
    import datetime  # noqa: PLC0415  # most matrices have no dates

    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        return None
    return written


def _each_once(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names(value)))


_OF_A_ROLE: Mapping[str, tuple[str, Callable[[object], Any]]] = {
    "title": ("title", named),
    "reports_to": ("reports_to", _each_once),
    "dotted": ("dotted", _each_once),
    "kind": ("kind", lambda value: hyphened(next(iter(names(value)), None))),
    "acting": ("acting", flag),
    "until": ("until", date),
    "authority": ("authority", text),
}

_OF_A_PERSON: Mapping[str, tuple[str, Callable[[object], Any]]] = {
    "reports_to": ("reports_to", _each_once),
    "from": ("since", date),
    "until": ("until", date),
    "acting": ("acting", flag),
}
"""Field -> its name here, and how it is read."""

_WELL_KNOWN = _ONE_ANSWER | _ADD_UP | _OF_A_ROLE.keys() | {"name", "mandate"}
"""Fields of which most entries have no others."""


def _entries(value: object, section: str, number: int) -> Iterator[Entry]:
    """The entries of a section: a mapping by name, a list of names (or of mappings), or a single name."""
    if isinstance(value, dict):
        for key, item in entries(value).items():
            if named(key) is not None:
                steps: tuple[Step, ...] = (section, key)
                yield _entry(key.strip(), _route((number, steps, True, None)), item, steps)
        return
    listed = value if isinstance(value, list) else [value]
    for index, item in enumerate(listed):
        steps = (section, index) if listed is value else (section,)
        if named(item) is not None:
            yield _entry(str(named(item)), Route(number, steps), None, steps)
            continue
        own = next((each for each in ("id", "name", "title") if named(mapping(item).get(each))), None)
        if own is not None:
            yield _entry(str(named(item[own])), Route(number, (*steps, own)), item, steps)


def _entry(name: str, route: Route, item: object, home: tuple[Step, ...]) -> Entry:
    if isinstance(item, dict):
        if _WELL_KNOWN.issuperset(item) and None not in item.values():
            return _made((name, route, home, item.copy(), {}))
        given = {key: value for key, value in item.items() if value is not None and is_own(key)}
        return _made((name, route, home, given, {}))
    short = {} if item is None else {_SHORT_FOR[str(home[0])]: item}
    return Entry(name, route, home, short, dict.fromkeys(short, Route(route.document, home)))


def first_names(entries: Mapping[str, Entry], *keys: str) -> dict[str, str]:
    """Folded other name -> folded id, for names that lead to one entry only and are nobody's id."""
    first: dict[str, str] = {}
    several = set(entries)
    for folded, entry in entries.items():
        for written in entry.many(*keys):
            name = fold(written)
            if first.setdefault(name, folded) != folded:
                several.add(name)
    return {name: folded for name, folded in first.items() if name not in several}
