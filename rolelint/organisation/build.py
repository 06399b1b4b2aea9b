"""Accepted documents -> one Organisation. Never raises on plain data: what has the wrong type is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rolelint.collector import Off
from rolelint.finding import Problem
from rolelint.organisation import sections, used
from rolelint.organisation.areas import areas
from rolelint.organisation.declared import Declared, Entry, person, role
from rolelint.organisation.model import Function, Organisation, SchemeUse, Task
from rolelint.organisation.parties import Parties
from rolelint.organisation.plain import mapping
from rolelint.organisation.strange import Strange
from rolelint.organisation.tasks import Tasks
from rolelint.organisation.titles import Titles
from rolelint.organisation.traits import Marks, Spelling
from rolelint.words import fold


def build(documents: Sequence[tuple[int, object]], titles: Titles) -> Organisation:
    """The organisation that these documents (number, plain data) describe together.

    Problems of its own have the codes `letters-unknown`, `letters-mixed`, `contradiction` and
    `renamed-trait`; what the schema can see (types, unknown keys, dates) is not told again.
    """
    with Off():
        return _Build([(number, mapping(data)) for number, data in documents], titles).organisation()


class _Build:
    """One organisation in the making."""

    def __init__(self, documents: list[tuple[int, Mapping[str, Any]]], titles: Titles) -> None:
        self.documents = documents
        self.declared = Declared(documents, lambda name: titles.exact(name) or fold(name))
        self.parties = Parties(self.declared, titles)
        self.problems: list[Problem] = []
        self.spelling = Spelling()
        self.schemes: list[SchemeUse] = []

    def organisation(self) -> Organisation:
        known = areas(self.documents, self.spelling, self.declared)
        about = sections.about(self.documents, self.declared)
        policy = sections.policy(self.documents, self.declared, self.parties.functions_named)
        roles = {key: role(entry, self._function(entry)) for key, entry in self.declared.roles.items()}
        people = {key: person(entry) for key, entry in self.declared.people.items()}
        functions = self._functions()
        agreements = sections.agreements(self.documents)
        self._register(function.lead or "" for function in functions.values())
        for each in (roles, people):
            self._register(name for one in each.values() for name in one.reports_to)
        self._register(name for agreement in agreements for name in agreement.between)
        profile, profile_by = sections.profile(about, len(people))
        tasks = tuple(self._tasks())
        return Organisation(
            tasks=tasks,
            name=about.name,
            headcount=about.headcount,
            profile=profile,
            profile_by=profile_by,
            functions=functions,
            roles=roles,
            people=people,
            parties=self.parties.by_name,
            areas=known.values,
            area_within=known.within,
            policy=policy,
            agreements=agreements,
            not_applicable=sections.not_applicable(self.documents),
            schemes=tuple(self.schemes),
            documents=tuple(number for number, _ in self.documents),
            problems=(*self.declared.problems, *self.problems),
        )

    def _tasks(self) -> Iterator[Task]:
        inherited = self._scheme()
        for number, data in self.documents:
            reader, letters, use, problems = used.reader(number, data, inherited)
            strange = Strange(number, reader, letters)
            marks = Marks(number, self.spelling, self.problems.append)
            yield from Tasks(number, self.parties, reader, marks, strange).read(data)
            self.problems += (*problems, *strange.problems())
            self.schemes += [use] if use else []

    def _scheme(self) -> used.Said | None:
        """The scheme that the file which speaks of the organisation gives for all files."""
        given = [said for _, data in self.documents if "org" in data and (said := used.said(data))]
        return given[0] if given and all(said == given[0] for said in given) else None

    def _function(self, entry: Entry) -> str | None:
        """The one function a role is said to be in."""
        found = self.parties.functions_of(entry)
        return found[0] if len(found) == 1 else None

    def _functions(self) -> dict[str, Function]:
        """The declared functions by canonical name; one that only belongs to another keeps its own."""
        found: dict[str, Function] = {}
        for folded, entry in self.declared.functions.items():
            name = self.parties.canonical(folded)
            free = name not in found and name not in self.declared.functions
            found[name if free else folded] = self.declared.function(entry)
        return found

    def _register(self, names: Iterable[str]) -> None:
        for name in names:
            self.parties.find(name)
