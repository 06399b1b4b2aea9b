"""Settings held against the rules that there are: names and options that mean nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from rolelint.config import UNREAD, Settings, unknown_patterns
from rolelint.finding import Step
from rolelint.rule import Rule


def faults(settings: Settings, rules: Mapping[str, Rule], fixed: Collection[str] = ()) -> list[str]:
    """All that is wrong with the settings, a line each, with its place where a file says it.

    `fixed` are the kinds whose options cannot be changed. An option is known when any rule of the same kind
    sets it, and takes the type of value that it has there.
    """
    found = [*settings.faults, *_names(settings, rules)]
    for identity, own in settings.rules.items():
        if identity in rules:
            for option, value in own.options.items():
                said = _option(rules[identity], option, value, rules.values(), fixed)
                if said:
                    found.append(_placed(settings, ("rules", identity, option), said))
    return found


def _names(settings: Settings, rules: Mapping[str, Rule]) -> Iterator[str]:
    said: dict[tuple[Step, ...], Iterable[str]] = {
        ("select",): settings.select,
        ("ignore",): settings.ignore,
        ("rules",): settings.rules,
    }
    said |= {("per-path", glob): patterns for glob, patterns in settings.per_path.items()}
    for steps, patterns in said.items():
        for pattern in unknown_patterns(patterns, rules):
            yield _placed(
                settings, (*steps, pattern), f'no rule is called "{pattern}"{_near(pattern, rules)}'
            )
        if steps != ("select",):
            yield from (
                _placed(settings, (*steps, pattern), f'"{pattern}" cannot be switched off: {WHY}')
                for pattern in patterns
                if pattern in UNREAD and (steps != ("rules",) or settings.rules[pattern].severity == "off")
            )


WHY = "what was not read was not checked"


def _placed(settings: Settings, steps: tuple[Step, ...], said: str) -> str:
    """The words after the place in a file, or after the flag."""
    return f"{settings.places.get(steps) or ' '.join(map(str, steps[:-1]))}: {said}"


def _near(pattern: str, rules: Mapping[str, Rule]) -> str:
    from rolelint.suggest import suggest  # noqa: PLC0415  # only when something is wrong

    known = [*rules, *dict.fromkeys(rule.pack for rule in rules.values())]
    names = {identity.partition("/")[2]: identity for identity in rules}
    near = names.get(pattern) or suggest(pattern, known)
    return f' — did you mean "{near}"?' if near else ""


def _option(rule: Rule, option: str, value: Any, rules: Iterable[Rule], fixed: Collection[str]) -> str:
    """What is wrong with an option set for a rule; "" for nothing."""
    if rule.kind in fixed:
        return f'"{rule.id}" has no options to set'
    known: dict[str, list[Any]] = {}
    for other in rules:
        if other.kind == rule.kind:
            for name, each in other.options.items():
                known.setdefault(name, []).append(each)
    if option not in known:
        from rolelint.suggest import suggest  # noqa: PLC0415

        near = suggest(option, known)
        hint = f' — did you mean "{near}"?' if near else f"; it has {', '.join(sorted(known)) or 'none'}"
        return f'"{rule.id}" has no option "{option}"{hint}'
    if not any(_alike(value, each) for each in known[option]):
        return f'"{option}" must be {_kind(known[option][0])}, as in {_shown(known[option][0])}'
    return ""


def _alike(value: Any, known: Any) -> bool:
    """Whether a value has the type of a known one, in lists that of their items."""
    if isinstance(known, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(known, bool)
    if isinstance(known, int | float):
        return isinstance(value, int | float)
    if isinstance(known, list):
        return isinstance(value, list) and all(any(_alike(v, k) for k in known) or not known for v in value)
    return isinstance(value, type(known))


def _kind(known: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return names.get(type(known), "a mapping")


def _shown(known: Any) -> str:
    said = ", ".join(map(str, known)) if isinstance(known, list) else str(known)
    return said if len(said) < 60 else f"{said[:57]}…"
