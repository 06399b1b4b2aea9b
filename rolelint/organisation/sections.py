"""The sections of the documents that are neither parties nor tasks: org, policy, agreements and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args

from rolelint.finding import Route, Step
from rolelint.organisation.declared import Declared, Said
from rolelint.organisation.model import Agreement, Profile
from rolelint.organisation.plain import entries, mapping, named, names, text
from rolelint.records import NamedTuple
from rolelint.words import fold

Documents = Sequence[tuple[int, Mapping[str, Any]]]

Choice = str | bool | tuple[str, ...]

_OWNERS = {
    *("sales_reports_to", "marketing_reports_to", "customer_service", "public_relations"),
    *("distribution_owner", "pricing_owner"),
}
"""The policies that name functions."""

_YES_OR_NO = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

STARTUP_UP_TO = 15
ENTERPRISE_FROM = 250
"""Headcounts; between them an organisation is growing."""


class About(NamedTuple):
    """What `org:` says."""

    name: str | None
    headcount: int | None
    profile: Profile | None


def about(documents: Documents, declared: Declared) -> About:
    """The first name, headcount and profile given; `declared` hears of contradictions."""
    first: dict[str, Said] = {}
    for number, data in documents:
        for key, value in mapping(data.get("org")).items():
            read = _READ[key](value) if key in _READ else None
            if read is not None:
                said = Said(read, Route(number, ("org", key)))
                before = first.setdefault(key, said)
                declared.disagree("the organisation", key, before, said)
    values = {key: said.value for key, said in first.items()}
    return About(values.get("name"), values.get("headcount"), values.get("profile"))


def _headcount(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value < 10**12 and value == int(value) else None


def _profile(value: object) -> Profile | None:
    return next((each for each in get_args(Profile) if each == fold(text(value) or "")), None)


_READ = {"name": named, "headcount": _headcount, "profile": _profile}


def profile(said: About, people: int) -> tuple[Profile, str]:
    """The profile, and what it rests on: as declared, by headcount, by the people listed, or nothing."""
    if said.profile is not None:
        return said.profile, "declared"
    by = "headcount" if said.headcount else "people" if people else ""
    number = said.headcount or people
    if not by:
        return "growing", ""
    if number <= STARTUP_UP_TO:
        return "startup", by
    return ("enterprise" if number >= ENTERPRISE_FROM else "growing"), by


def policy(
    documents: Documents, declared: Declared, functions_named: Callable[[str], tuple[str, ...]]
) -> dict[str, Choice]:
    """The choices made under `policy:`, by folded key; the first counts, and `declared` hears of others.

    What names one function is given by that function's canonical name.
    """
    first: dict[str, Said] = {}
    for number, data in documents:
        for key, value in mapping(data.get("policy")).items():
            if value is not None:
                said = Said(value, Route(number, ("policy", key)))
                declared.disagree("the policy", key, first.setdefault(fold(key), said), said)
    read = {key: _choice(said.value) for key, said in first.items()}
    for key in _OWNERS & read.keys():
        read[key] = _canonical(read[key], functions_named)
    return {key: value for key, value in read.items() if value is not None}


def _choice(value: object) -> Choice | None:
    if isinstance(value, list):
        return names(value)
    said = text(value)
    return _YES_OR_NO.get(said.lower(), said) if said else None


def _canonical(choice: Choice | None, functions_named: Callable[[str], tuple[str, ...]]) -> Choice | None:
    if isinstance(choice, tuple):
        return tuple(str(_canonical(each, functions_named)) for each in choice)
    functions = functions_named(choice) if isinstance(choice, str) else ()
    return functions[0] if len(functions) == 1 else choice


def agreements(documents: Documents) -> tuple[Agreement, ...]:
    """The written agreements, in the order of the files."""
    return tuple(each for number, data in documents for each in _agreements(data.get("agreements"), number))


def _agreements(value: object, number: int) -> Iterator[Agreement]:
    listed = value if isinstance(value, list) else [value]
    for index, item in enumerate(listed):
        steps: tuple[Step, ...] = ("agreements", index) if listed is value else ("agreements",)
        said = mapping(item)
        name = text(item) or text(said.get("name")) or text(said.get("doc"))
        if name is not None or said:
            doc = next(iter(names(said.get("doc"))), None)
            yield Agreement(name or "", Route(number, steps), names(said.get("between")), doc)


def not_applicable(documents: Documents) -> dict[str, str]:
    """Work that is not done here, as written, with the reason given for it ("" where none is)."""
    found: dict[str, str] = {}
    for _, data in documents:
        value = data.get("not_applicable")
        for work, reason in entries(value).items():
            if named(work):
                found.setdefault(work.strip(), text(reason) or "")
        for work in names(value):
            found.setdefault(work, "")
    return found
