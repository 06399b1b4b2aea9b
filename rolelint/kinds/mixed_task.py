"""One task that holds strong work of two functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark, Sign
from rolelint.fit.matching import STRONG
from rolelint.words import fold


def mixed_task(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Tasks whose main clause speaks strongly for two functions.

    Shared tasks that say why are left alone, and those in which one of the functions is only named, by a
    phrase of `names` ("Marketing: cold calls"): that is a matter of the name, not of the work.
    """
    names = set(map(fold, options.get("names", ())))
    for task, verdict in facts.by_rule.get(rule, ()):
        if verdict.outcome != "mixed" or (task.shared is not None and task.shared.why):
            continue
        strongest: dict[str, Sign] = {}
        for sign in facts.lexicon.signs(task):
            if fold(sign.phrase) not in names and sign.strength == STRONG:
                strongest.setdefault(sign.function, sign)
        if len(strongest) < 2:
            continue
        one, other = sorted(strongest.values(), key=lambda sign: sign.route.span or (0, 0))[:2]
        words = {"task": task.name, "one": one.function, "other": other.function}
        yield Hit(
            one.route,
            words={**words, "one_evidence": f'"{one.phrase}"', "other_evidence": f'"{other.phrase}"'},
            label=f"{one.function} work: {one.meaning}",
            marks=(Mark(other.route, f"{other.function} work: {other.meaning}"),),
            signs=tuple(strongest.values()),
            severity="info" if facts.organisation.profile == "startup" else None,
            task=task.name,
            parties=tuple(owner.name for owner in task.owners()),
        )
