"""How much work one role holds, beside what the others hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts, Use
from rolelint.finding import Hit
from rolelint.kinds.hits import off
from rolelint.organisation.model import Party
from rolelint.words import Phrases, listed


def load(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Roles that hold `duty` on more than `more_than` tasks and `times_median` times what others hold.

    The median is that of all who hold the duty. `share` asks for more than that part of all tasks as well.
    `only` and `unless` are phrases of names. Silent below `least_tasks` tasks, or below `headcount` people
    where that is asked. Functions are not counted, and people only with `people`.
    """
    tasks = len(facts.organisation.tasks)
    if off(facts, options) or tasks < options.get("least_tasks", 1) or _small(facts, options):
        return
    duty = options["duty"]
    held = sorted(use.duties[duty] for use in facts.uses.values() if use.duties[duty])
    usual = held[(len(held) - 1) // 2] if held else 0
    bound = max(
        options.get("more_than", 0), options.get("times_median", 0) * usual, options.get("share", 0) * tasks
    )
    only, unless = Phrases(options.get("only", ())), Phrases(options.get("unless", ()))
    for party, use in facts.uses.items():
        if use.duties[duty] <= bound or not _counts(party, options):
            continue
        title = _title(facts, party)
        if not unless.first(title) and (not options.get("only") or only.first(title)):
            yield _hit(facts, duty, party, use, usual)


def _small(facts: Facts, options: Mapping[str, Any]) -> bool:
    asked = options.get("headcount")
    return asked is not None and (facts.organisation.headcount or 0) < asked


def _counts(party: Party, options: Mapping[str, Any]) -> bool:
    return party.kind != "function" and (party.kind != "person" or bool(options.get("people")))


def _title(facts: Facts, party: Party) -> str:
    """All that the party is called."""
    role = next((r for r in facts.organisation.roles.values() if r.route == party.declared), None)
    return f"{party.name} . {role.title}" if role and role.title else party.name


def _hit(facts: Facts, duty: str, party: Party, use: Use, usual: int) -> Hit:
    number, tasks = use.duties[duty], len(facts.organisation.tasks)
    return Hit(
        party.declared or use.task.at(use.assignment),
        words={
            "role": party.name,
            "n": str(number),
            "tasks": str(tasks),
            "percent": str(round(100 * number / tasks)),
            "usual": str(usual),
            "others": _others(facts, duty, party),
        },
        label=f"{duty} for {number} of {tasks} tasks",
        parties=(party.name,),
    )


def _others(facts: Facts, duty: str, party: Party) -> str:
    """Those who could take some of it: who already help on these tasks, the most frequent first."""
    helpers: dict[str, int] = {}
    for task in facts.held_by([party]):
        if any(a.party is party and a.duty == duty for a in task.assignments):
            for assignment in task.assignments:
                if assignment.party is not party and assignment.duty != "informed":
                    helpers[assignment.party.name] = helpers.get(assignment.party.name, 0) + 1
    most = sorted(helpers, key=lambda name: -helpers[name])[:3]
    return listed(most) if most else "others"
