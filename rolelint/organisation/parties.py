"""Names -> parties: one object a party, however often and in however many spellings it is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Literal

from rolelint.finding import Route
from rolelint.organisation.declared import Declared, Entry, first_names
from rolelint.organisation.model import Party, PartyKind
from rolelint.organisation.plain import NOTHING, text
from rolelint.organisation.titles import Titles
from rolelint.records import maker
from rolelint.words import fold

Vacancy = Literal["", "tbd", "none"]
"""What a text says instead of a party: nothing, not yet decided, nobody on purpose."""

_UNDECIDED_AS_WRITTEN = """
    tbd | tba | tbc | tbh | todo | to do | nn | n.n | unassigned | unowned | unknown | undecided |
    not assigned | not yet assigned | not decided | not yet decided |
    to be decided | to be defined | to be determined |
    to be confirmed | to be announced | to be assigned | to be agreed | to be discussed | to be hired |
    to be named | to be filled
"""
_UNDECIDED = frozenset(each.strip() for each in _UNDECIDED_AS_WRITTEN.split("|"))
_NOBODY = frozenset({"none", "nobody", "no one", "no-one", "noone", "niemand", "personne", "nadie"})

MOST_STEPS = 50
"""How far a chain of aliases, roles or parents is followed."""


_made = maker(Party)


class Parties:
    """The parties of one organisation, made when they are first named."""

    def __init__(self, declared: Declared, titles: Titles) -> None:
        self.by_name: dict[str, Party] = {}
        self._declared = declared
        self._titles = titles
        self.named: dict[str, Party | Vacancy] = {}
        """What `find` found."""
        self._declaring = (
            (declared.functions, self._function),
            (declared.roles, self._role),
            (declared.people, self._person),
        )
        self._busy: set[str] = set()
        self._canonical: dict[str, str] = {}
        self._functions = first_names(declared.functions, "name", "aliases")
        self._included = first_names(declared.functions, "includes", "children")
        self._roles = first_names(declared.roles, "title")
        self._people = first_names(declared.people, "name")
        self._leads = _leads(declared.functions.values())
        self._meant: dict[str, tuple[str, ...]] = {}
        for entries, made in self._declaring:
            for folded, entry in entries.items():
                if folded not in self.by_name:
                    self.by_name[folded] = made(folded, entry)
        for name in declared.aliases:
            self.party(name)

    def find(self, written: str) -> Party | Vacancy:
        """The party that a text names, or what it says instead."""
        found = self.named.get(written)
        if found is None:
            folded = fold(written)
            vacancy = None if folded in self.by_name else _vacancy(folded)
            found = self.named[written] = self.party(written) if vacancy is None else vacancy
        return found

    def party(self, name: str) -> Party:
        """The party of this name."""
        folded = fold(name)
        found = self.by_name.get(folded)
        if found is None:
            found = self.by_name[folded] = self._made(folded, name.strip())
        return found

    def functions_named(self, name: str) -> tuple[str, ...]:
        """The canonical functions that a name stands for where a function is meant; mostly one."""
        found = self._meant.get(name)
        if found is None:
            found = self._meant[name] = self._functions_meant(fold(name))
        return found

    def _functions_meant(self, folded: str) -> tuple[str, ...]:
        for _ in range(MOST_STEPS):
            own = self._declared_function(folded)
            if own is not None:
                return (self.canonical(own),)
            if folded not in self._declared.aliases:
                break
            folded = fold(text(self._declared.aliases[folded].value) or "")
        title = self._titles.find(folded)
        return tuple(dict.fromkeys(title.functions)) if title and title.functions else (folded,)

    def _declared_function(self, folded: str) -> str | None:
        """The folded id of the declared function of which this is a name or a part."""
        if folded in self._declared.functions:
            return folded
        return self._functions.get(folded) or self._included.get(folded)

    def canonical(self, folded: str) -> str:
        """The name under which a declared function is compared with others.

        A name that the title lists know is that function (`Mktg` is marketing), unless that is declared as
        well. A function below another is its parent's, where the title lists know the parent.
        """
        if folded not in self._canonical:
            self._canonical[folded] = self._known_above(folded) or folded
        return self._canonical[folded]

    def _known_above(self, folded: str) -> str | None:
        """The function that the title lists know by this name, or by that of the nearest one above it."""
        above: str | None = folded
        for _ in range(MOST_STEPS):
            known = self._known(above) if above else None
            if known is not None and (above == known or known not in self._declared.functions):
                return known
            entry = self._declared.functions.get(above or "")
            parent = entry.one("parent") if entry else None
            if parent is None:
                break
            above = fold(parent)
        return None

    def _known(self, folded: str) -> str | None:
        """The one function that the title lists know by this name, or by another name of it."""
        entry = self._declared.functions.get(folded)
        also = entry.many("name", "aliases") if entry else ()
        known = {name for each in also if (name := self._titles.exact(each))}
        return self._titles.exact(folded) or (known.pop() if len(known) == 1 else None)

    def _made(self, folded: str, name: str) -> Party:
        known = self._declared_party(folded) or self._other_name(folded)
        if known is not None:
            return known
        if folded in self._included:
            entry = self._declared.functions[self._included[folded]]
            function = self.canonical(self._included[folded])
            place = entry.where("includes", "children")
            return Party(name, "function", function, by="declared", declared=place)
        title = self._titles.find(name)
        return _party(name, title.kind if title else "unknown", *self._titled(name), None)

    def _declared_party(self, folded: str) -> Party | None:
        """The party of a declared id."""
        for entries, made in self._declaring:
            if folded in entries:
                return made(folded, entries[folded])
        return None

    def _function(self, folded: str, entry: Entry) -> Party:
        return Party(entry.name, "function", self.canonical(folded), by="declared", declared=entry.route)

    def _other_name(self, folded: str) -> Party | None:
        """The party whose display name or alias this is."""
        for names in (self._functions, self._roles, self._people):
            if folded in names:
                return self.party(names[folded])
        alias = self._declared.aliases.get(folded)
        if alias is None or not self._enter(folded):
            return None
        target = text(alias.value) or ""
        party = self.party(target)
        self._busy.discard(folded)
        if not party.by and party.declared is None:  # an alias of what nobody knows makes it a function
            party = Party(party.name, "function", fold(target), by="alias", declared=alias.route)
            self.by_name[fold(target)] = party
        return party

    def _enter(self, folded: str) -> bool:
        """Whether a name may be followed: circles and very long chains end."""
        if folded in self._busy or len(self._busy) >= MOST_STEPS:
            return False
        self._busy.add(folded)
        return True

    def _role(self, _: str, entry: Entry) -> Party:
        functions = self.functions_of(entry)
        if functions:
            return _party(entry.name, "role", functions, "declared", entry.route)
        return _party(entry.name, "role", *self._titled(entry.one("title"), entry.name), entry.route)

    def functions_of(self, role: Entry) -> tuple[str, ...]:
        """The canonical functions that a role is said to be in."""
        named = role.many("function")
        if len(named) == 1:
            return self.functions_named(named[0])
        return tuple(dict.fromkeys(chain.from_iterable(map(self.functions_named, named))))

    def _titled(self, *names: str | None) -> tuple[tuple[str, ...], str]:
        """The functions of the first name that the title lists know and of those it leads; who says so."""
        found = next((title for name in names if name and (title := self._titles.find(name))), None)
        listed = [each for name in (found.functions if found else ()) for each in self.functions_named(name)]
        led = [each for name in names if name for each in self._leads.get(fold(name), ())]
        functions = dict.fromkeys((*listed, *map(self.canonical, led)))
        return tuple(functions), "title" if listed else "declared"

    def _person(self, folded: str, entry: Entry) -> Party:
        if not self._enter(folded):
            return Party(entry.name, "person", declared=entry.route)
        held = [_functions(self.party(name)) for name in entry.many("roles", "functions", "function")]
        self._busy.discard(folded)
        if not held:
            held = [tuple(dict.fromkeys(map(self.canonical, self._leads.get(folded, ()))))]
        elif not all(held):  # who also does something unknown may do anything
            held = [()]
        functions = held[0] if len(held) == 1 else tuple(dict.fromkeys(chain.from_iterable(held)))
        return _party(entry.name, "person", functions, "declared", entry.route)


def _functions(party: Party) -> tuple[str, ...]:
    """The functions of a party, as far as they are known."""
    return party.functions or ((party.function,) if party.function else ())


def _party(name: str, kind: PartyKind, functions: tuple[str, ...], by: str, route: Route | None) -> Party:
    if len(functions) > 1:
        return Party(name, kind, functions=functions, by=by, declared=route)
    return _made((name, kind, functions[0] if functions else None, (), by if functions else "", route))


def _leads(functions: Iterable[Entry]) -> Mapping[str, list[str]]:
    """Folded name of a lead -> the folded names of the functions led."""
    found: dict[str, list[str]] = {}
    for entry in functions:
        lead = entry.one("lead")
        if lead is not None:
            found.setdefault(fold(lead), []).append(fold(entry.name))
    return found


def _vacancy(folded: str) -> Vacancy | None:
    """What a text says instead of naming a party; None where it names one."""
    if folded in NOTHING:
        return ""
    bare = folded.partition("(")[0].strip(" .:!–-")
    if bare in _UNDECIDED or (bare and not bare.strip("?")):
        return "tbd"
    return "none" if bare in _NOBODY else None
