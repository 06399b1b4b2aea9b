"""A function declared as a part of another one that the rules keep apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.organisation.model import Function
from rolelint.words import fold


def nested_function(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """The function `outer` where it includes one of `names`, and functions of `names` that stand below it.

    Silent where the policy named by `policy` is one of `allowed`.
    """
    organisation = facts.organisation
    said = organisation.policy.get(options["policy"], "")
    if fold(str(said)) in map(fold, map(str, options["allowed"])):
        return
    names = set(map(fold, options["names"]))
    outer = organisation.functions.get(options["outer"])
    for function in organisation.functions.values():
        inside = [name for name in function.includes if fold(name) in names] if function is outer else []
        if inside:
            yield _hit(function, inside[0], options["outer"])
        elif outer and fold(function.name) in names and fold(function.parent or "") == fold(outer.name):
            yield _hit(function, function.name, options["outer"])


def _hit(function: Function, inner: str, outer: str) -> Hit:
    return Hit(
        function.route,
        words={"inner": inner, "outer": outer},
        label=f"{inner} stands inside {outer}",
        parties=(function.name, inner),
    )
