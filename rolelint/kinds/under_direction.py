"""A function whose people report into another function, by the reporting lines as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Organisation, Party, Person, Role
from rolelint.words import Phrases, fold


def under_direction(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Roles and people of `role_function` whose next known manager is of `manager_function` alone.

    Managers of unknown function are passed over; a third function, or somebody over both, ends the search.
    Dotted lines do not count. Left out: roles whose kind is in `exempt_kinds`, whose title holds a word of
    `exempt_titles`; everything when the policy named by `policy` says `manager_function`.
    """
    organisation = facts.organisation
    if options["manager_function"] in facts.chosen.get(options.get("policy", ""), ()):
        return
    exempt = Phrases(options.get("exempt_titles", ()))
    for one in facts.reporting:
        if not one.reports_to or _exempt(organisation, one, options, exempt):
            continue
        party = organisation.parties.get(fold(one.name))
        if party is None or functions_of(party) != (options["role_function"],):
            continue
        manager = _next_known(organisation, one)
        if manager is not None and functions_of(manager) == (options["manager_function"],):
            yield _hit(one, manager)


def _exempt(
    organisation: Organisation, one: Role | Person, options: Mapping[str, Any], titles: Phrases
) -> bool:
    names = (one.name,) if isinstance(one, Role) else one.roles
    for name in names:
        role = organisation.roles.get(fold(name))
        if role is not None and role.kind in options.get("exempt_kinds", ()):
            return True
        if titles.first(name) or (role is not None and role.title and titles.first(role.title)):
            return True
    return False


def _next_known(organisation: Organisation, one: Role | Person) -> Party | None:
    """The first manager up the line whose function is known; reporting circles end."""
    waiting, seen = list(one.reports_to), {fold(one.name)}
    while waiting:
        key = fold(waiting.pop(0))
        if key in seen:
            continue
        seen.add(key)
        party = organisation.parties.get(key)
        if party is not None and functions_of(party):
            return party
        for above in (organisation.roles.get(key), organisation.people.get(key)):
            waiting += above.reports_to if above else ()
    return None


def _hit(one: Role | Person, manager: Party) -> Hit:
    marks = (Mark(manager.declared, f"{manager.name} stands here"),) if manager.declared else ()
    return Hit(
        one.route,
        words={"role": one.name, "manager": manager.name},
        label=f"reports to {manager.name}",
        marks=marks,
        parties=(one.name, manager.name),
    )
