"""What a pack changes in rules of other packs, without copying them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rolelint.fit.lexicon import Lexicon
from rolelint.packs.model import Packs
from rolelint.packs.reading import Reading
from rolelint.rule import Rule
from rolelint.suggest import suggest

EXTENDS = "extends"


def touches(files: Mapping[str, Mapping[str, Any]], packs: Packs) -> bool:
    """Whether the pack files change a rule whose options are held by a lexicon."""
    named = (identity for data in files.values() for identity in data.get(EXTENDS, ()))
    return any(identity in packs.rules and packs.rules[identity].kind in Lexicon.KINDS for identity in named)


def extended(packs: Packs, read: Reading) -> Packs:
    """The packs with all changes made; what cannot be changed is added to the reading's faults."""
    rules = dict(packs.rules)
    changed: set[str] = set()
    for name, data in read.packs.items():
        file = read.files[name]
        for identity, change in data.get(EXTENDS, {}).items():
            rule = rules.get(identity)
            if rule is None:
                near = suggest(identity, rules)
                hint = f' — did you mean "{near}"?' if near else "; `rolelint rules` lists them all"
                steps = (EXTENDS, identity)
                read.faults.append(file.fault(steps, f'no rule is called "{identity}"{hint}', key=True))
                continue
            wrong = list(_faults(rule, change))
            read.faults.extend(file.fault((EXTENDS, identity, *steps), said) for steps, said in wrong)
            if not wrong:
                rules[identity] = _changed(rule, change)
                changed.add(rule.pack)
    kept = {pack: held for pack, held in packs.lexicons.items() if pack not in changed}
    return packs._replace(rules=rules, lexicons=kept) if changed else packs


def _faults(rule: Rule, change: Mapping[str, Any]) -> list[tuple[tuple[str, str], str]]:
    """What cannot be added to or taken from an option as it is."""
    found = []
    for option, value in change.get("add", {}).items():
        if not _fits(rule.options.get(option), value):
            found.append((("add", option), f'"{option}" of {rule.id} cannot be added to like this'))
    for option, value in change.get("remove", {}).items():
        lacking = _lacking(rule.options.get(option), value)
        if lacking is not None:
            found.append((("remove", option), f'"{option}" of {rule.id} has no {lacking}'))
    return found


def _fits(held: Any, more: Any) -> bool:
    if held is None:
        return isinstance(more, list | dict)
    if isinstance(held, dict) and isinstance(more, dict):
        return all(
            not isinstance(value, list | dict) or _fits(held.get(k), value) for k, value in more.items()
        )
    return isinstance(held, list) and isinstance(more, list)


def _lacking(held: Any, less: Any) -> str | None:
    """The first item of `less` that is not there."""
    if isinstance(held, dict) and isinstance(less, dict):
        return next((said for key in less if (said := _lacking(held.get(key), less[key])) is not None), None)
    items = less if isinstance(less, list) else [less]
    return next((f'"{item}"' for item in items if not isinstance(held, list) or item not in held), None)


def _changed(rule: Rule, change: Mapping[str, Any]) -> Rule:
    options = dict(rule.options)
    for option, value in change.get("remove", {}).items():
        options[option] = _without(options[option], value)
    for option, value in change.get("add", {}).items():
        options[option] = _with(options.get(option), value)
    options |= change.get("set", {})
    return rule._replace(
        options=options,
        severity=change.get("severity", rule.severity),
        enabled=change.get("enabled", rule.enabled),
    )


def _with(held: Any, more: Any) -> Any:
    if isinstance(held, dict) and isinstance(more, dict):
        return {**held, **{key: _with(held.get(key), value) for key, value in more.items()}}
    return [*held, *more] if isinstance(held, list) and isinstance(more, list) else more


def _without(held: Any, less: Any) -> Any:
    if isinstance(held, dict) and isinstance(less, dict):
        return {**held, **{key: _without(held[key], value) for key, value in less.items()}}
    gone = less if isinstance(less, list) else [less]
    return [item for item in held if item not in gone]
