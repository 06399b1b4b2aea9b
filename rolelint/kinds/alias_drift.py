"""One party under two spellings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, Use
from rolelint.finding import Hit, Mark
from rolelint.organisation.model import Party
from rolelint.words import fold, listed, words


def alias_drift(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Parties whose names say the same once short forms are written out; one hit for all spellings.

    `short` maps short forms to long ones, of one word or more. Plurals, hyphens and the words of `small` do
    not count. Parties that are all declared are meant to differ.
    """
    if all(party.declared is not None for party in facts.uses):
        return
    short = {fold(key): long for key, long in options.get("short", {}).items()}
    small = frozenset(map(fold, options.get("small", ())))
    groups: dict[tuple[str, ...], list[Party]] = {}
    for party in facts.uses:
        groups.setdefault(_key(party.name, short, small), []).append(party)
    for parties in groups.values():
        if len(parties) > 1 and any(party.declared is None for party in parties):
            yield _hit([facts.uses[party] for party in parties])


def _key(name: str, short: Mapping[str, str], small: frozenset[str]) -> tuple[str, ...]:
    """The name's words, written out; the name itself where nothing is left of it."""
    said: list[str] = []
    for word in _words(name):
        if word not in small:
            said += _words(short[word]) if word in short else [word]
    return tuple(said) or (fold(name),)


def _words(name: str) -> list[str]:
    """Its words, in the singular where they are long enough to have one."""
    return [
        word[:-1] if len(word) > 4 and word[-1] == "s" != word[-2] else word for word in words(fold(name))
    ]


def _hit(uses: list[Use]) -> Hit:
    common = max(uses, key=lambda use: sum(use.duties.values()))
    rare, *others = [use for use in uses if use is not common]
    name, usual = rare.assignment.name, common.assignment.name
    return Hit(
        rare.task.at(rare.assignment),
        words={
            "name": name,
            "usual": usual,
            "spellings": listed([f'"{use.assignment.name}"' for use in (common, rare, *others)]),
        },
        label=f"{_times(rare)} as {name}",
        marks=(Mark(common.task.at(common.assignment), f"{_times(common)} as {usual}"),),
        parties=tuple(sorted(use.assignment.party.name for use in uses)),
    )


def _times(use: Use) -> str:
    number = sum(use.duties.values())
    return "once" if number == 1 else f"{number} times"
