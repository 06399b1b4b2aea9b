"""A written handoff that leaves open what is needed to keep to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Severity
from rolelint.organisation.model import Handoff, Organisation, Task
from rolelint.words import fold, listed

_ASKS = {
    "when": "what counts as ready (`when`)",
    "artefact": "where it is written down (`artefact`)",
    "within": "how fast to act (`within`)",
    "back_to": "how to send it back (`back_to`)",
}


def handoff_gaps(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Handoffs from one of `functions` to another that lack a field.

    What is needed is what the policy named by `policy` lists, else `needs` for the organisation's profile. A
    handoff of one sentence names nobody and counts as whole; only in an enterprise, or where the policy asks,
    is a gap more than information. The grey work of an enterprise is left to the grey rule.
    """
    organisation = facts.organisation
    needs, asked = _needs(organisation, options)
    for task, owner in zip(organisation.tasks, facts.owner_functions, strict=True):
        if not task.handoffs or _told_as_grey(facts, task):
            continue
        for handoff in task.handoffs:
            lacking = [need for need in needs if getattr(handoff, need) is None]
            giver = _function(organisation, handoff.giver) or owner
            between = {giver, _function(organisation, handoff.taker)}
            if lacking and len(between) == 2 and between <= set(options["functions"]):
                yield _hit(task, handoff, str(giver), lacking, None if asked else "info")


def _told_as_grey(facts: Facts, task: Task) -> bool:
    return facts.organisation.profile == "enterprise" and facts.lexicon.judge(task).outcome == "grey"


def _needs(organisation: Organisation, options: Mapping[str, Any]) -> tuple[list[str], bool]:
    """The fields a handoff needs, and whether the organisation or its size insists on them."""
    said = organisation.policy.get(options["policy"])
    if said is None or isinstance(said, bool):
        return list(options["needs"].get(organisation.profile, ())), organisation.profile == "enterprise"
    names = set(map(fold, (said,) if isinstance(said, str) else said))
    return [need for need in _ASKS if need in names], True


def _function(organisation: Organisation, name: str | None) -> str | None:
    party = organisation.parties.get(fold(name)) if name else None
    return party.function if party else None


def _hit(task: Task, handoff: Handoff, giver: str, lacking: list[str], severity: Severity | None) -> Hit:
    missing = listed([_ASKS[need] for need in lacking])
    return Hit(
        handoff.route,
        words={
            "task": task.name,
            "missing": missing,
            "from": handoff.giver or giver,
            "to": handoff.taker or "",
        },
        label="does not say " + missing,
        severity=severity,
        task=task.name,
        parties=tuple(name for name in (handoff.giver, handoff.taker) if name),
    )
