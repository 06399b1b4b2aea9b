"""Fixes of names: misspelt parties, two spellings of one party, misspelt keys and values."""

from __future__ import annotations

from collections.abc import Iterator

from rolelint.finding import Finding
from rolelint.fixing.fix import Change, Fix, Safety, Scene, Write
from rolelint.fixing.places import named_in_declarations, renamed
from rolelint.fixing.slips import is_plural, is_slip, words
from rolelint.organisation.model import Party
from rolelint.words import fold

OFTEN = 3
"""A name used so often is meant; it is more likely missing from the list than misspelt."""


def undeclared(scene: Scene, finding: Finding) -> Iterator[Fix]:
    """Write the declared name that a name is a slip of, wherever it stands; a mere likeness is offered.

    People are often called nearly alike, so that their names count as safe only where they are the same but
    for blanks and hyphens.
    """
    party = scene.organisation.parties.get(fold(finding.parties[-1]))
    if party is None or party.declared is not None:
        return
    sure = _sure(scene, party)
    meant = sure or finding.meant
    if meant is None:
        return
    changes = renamed(scene, party, meant) or _of_managers(scene, party, meant)
    safety: Safety = "offered"
    if sure and len(changes) <= OFTEN:
        safety = "unsafe" if _person(scene, sure) and "".join(words(party.name)) != _joined(sure) else "safe"
    yield Fix(f"write {meant}", changes, safety, finding)


def _sure(scene: Scene, party: Party) -> str | None:
    """The one declared name that a party's name is a slip of."""
    organisation = scene.organisation
    sections = organisation.roles, organisation.people, organisation.functions
    declared = [entry.name for section in sections for entry in section.values()]
    known = _words_in_use(scene, party)
    near = {fold(name): name for name in declared if is_slip(party.name, name, known)}
    return near.popitem()[1] if len(near) == 1 else None


def _words_in_use(scene: Scene, party: Party) -> set[str]:
    """The words of all tasks and of all other names: they are words, not slips."""
    organisation = scene.organisation
    used = {word for task in organisation.tasks for word in words(task.name)}
    return used.union(*(words(each.name) for each in organisation.parties.values() if each is not party))


def _person(scene: Scene, name: str) -> bool:
    return fold(name) in scene.organisation.people


def _joined(name: str) -> str:
    return "".join(words(name))


def _of_managers(scene: Scene, party: Party, meant: str) -> tuple[Change, ...]:
    return tuple(
        Write(route, meant)
        for number in scene.organisation.documents
        for route in named_in_declarations(scene, number, fold(party.name))
    )


def alias_drift(scene: Scene, finding: Finding) -> Iterator[Fix]:
    """Write the declared spelling, or else the usual one, for every other; safe where only form differs."""
    parties = [scene.organisation.parties.get(fold(name)) for name in finding.parties]
    found = [party for party in parties if party is not None]
    declared = [party for party in found if party.declared is not None]
    if len(found) < 2 or len(declared) > 1:
        return
    usual = declared[0] if declared else max(found, key=lambda party: _uses(scene, party))
    for party in found:
        if party is not usual:
            safety: Safety = "safe" if _same_words(party.name, usual.name) else "unsafe"
            yield Fix(f"write {usual.name}", renamed(scene, party, usual.name), safety, finding)


def _same_words(one: str, other: str) -> bool:
    return is_plural(one, other) or _joined(one) == _joined(other)


def _uses(scene: Scene, party: Party) -> int:
    return sum(a.party is party for task in scene.organisation.tasks for a in task.assignments)


def reported(scene: Scene, finding: Finding) -> Iterator[Fix]:
    """Write the key or value that the schema takes a misspelt one for."""
    route, meant = finding.route, finding.meant
    if route is None or meant is None or not route.steps:
        return
    document = scene.documents.get(route.document)
    if document is None:
        return
    place = document.place(route)
    written = place.text[place.column - 1 : place.end_column - 1].strip("'\"")
    safety: Safety = "safe" if is_slip(written, meant) else "offered"
    yield Fix(f"write {meant}", (Write(route, meant),), safety, finding)
