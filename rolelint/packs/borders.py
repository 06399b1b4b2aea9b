"""Borders: the lexicon of each pack that tells functions apart. Each decides alone, all share their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rolelint.fit.lexicon import Lexicon
from rolelint.packs.compiled import extra
from rolelint.packs.model import BASE, Packs
from rolelint.rule import Rule

MIXED = "mixed-task"
"""The kind whose options hold the words that all borders share."""

Given = tuple[str, str, Mapping[str, Any]]


def lexicon(packs: Packs, pack: str) -> Lexicon:
    """The lexicon of one pack's border, compiled or built from its rules."""
    held = packs.lexicons.get(pack)
    if held is None and packs.compiled and pack not in packs.folders:
        held = extra().get("lexicons", {}).get(pack)
    if held is not None:
        return Lexicon.from_data(held)
    sides = packs.files.get(pack, {}).get("between", ())
    return Lexicon.build(given(packs, pack), sides)


def given(packs: Packs, pack: str) -> list[Given]:
    """What a pack's lexicon is made of: the words that all share, then its rules as (id, kind, options)."""
    own = [(r.id, r.kind, r.options) for r in packs.rules.values() if r.pack == pack]
    shared: list[Given] = [] if pack == BASE else [("", MIXED, {"words": words(packs)})]
    return [*shared, *own]


def words(packs: Packs) -> Mapping[str, Any]:
    """The words of the base, which every border shares: stems, clauses, classes."""
    if packs.compiled:
        held: Mapping[str, Any] = extra().get("words", {})
        return held
    found: dict[str, Any] = {}
    for rule in packs.rules.values():
        if rule.pack == BASE and rule.kind == MIXED:
            found.update(rule.options.get("words", {}))
    return found


def other_lexicons(packs: Packs, rules: Iterable[Rule]) -> dict[str, Lexicon]:
    """The lexicons of the packs besides the base whose rules need one, of those that run."""
    needed = dict.fromkeys(r.pack for r in rules if r.kind in Lexicon.KINDS and r.pack != BASE)
    return {pack: lexicon(packs, pack) for pack in needed}


def sides(packs: Packs, pack: str) -> Collection[str]:
    """The functions between which a pack decides."""
    said = packs.files.get(pack, {}).get("between", ())
    own = (r.options["function"] for r in packs.rules.values() if r.pack == pack and "function" in r.options)
    return dict.fromkeys([*said, *own])
