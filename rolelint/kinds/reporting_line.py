"""Reporting lines: circles, two managers, and those who answer for the work of their own manager."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit, Mark
from rolelint.kinds.hits import SHOWN
from rolelint.managers import One
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Assignment, Party, Task
from rolelint.words import Learnt, listed


def reporting_line(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """`find: cycle`, `find: two-managers` (solid lines only), or `find: below`.

    The last finds tasks whose accountable reports, directly or not, to somebody responsible for the same
    task, one hit a pair; roles with an `authority` are left alone.
    """
    if any(one.reports_to for one in facts.reporting):
        yield from _FIND[options["find"]](facts)


def _cycles(facts: Facts) -> Iterator[Hit]:
    lines = facts.managers
    done: set[object] = set()
    for start in lines.by_node:
        path: dict[object, list[object]] = {} if start in done else {start: lines.managers(start)}
        while path:
            node, managers = next(reversed(path.items()))
            above = managers.pop(0) if managers else None
            if above is None:
                done.add(node)
                del path[node]
            elif above in path:
                members = list(path)[list(path).index(above) :]
                yield _cycle([lines.by_node[member] for member in members])
            elif above not in done and above in lines.by_node:
                path[above] = lines.managers(above)


def _cycle(members: list[One]) -> Hit:
    names = [one.name for one in members]
    first, *others = members
    chain = f"{names[0]} reports to {', who reports to '.join([*names[1:], names[0]])}"
    return Hit(
        first.route,
        words={"chain": chain if len(names) > 1 else f"{names[0]} reports to {names[0]}", "role": names[0]},
        label=f"reports to {names[1] if others else names[0]}",
        marks=tuple(
            Mark(one.route, f"reports to {above}")
            for one, above in zip(others[:SHOWN], [*names[2:], names[0]], strict=False)
        ),
        parties=tuple(names),
    )


def _two_managers(facts: Facts) -> Iterator[Hit]:
    lines = facts.managers
    for one in facts.reporting:
        if len(one.reports_to) < 2:
            continue
        managers = list({lines.node(name): name for name in one.reports_to}.values())
        if len(managers) > 1:
            yield Hit(
                one.route,
                words={"role": one.name, "managers": listed(managers), "second": managers[1]},
                label=f"reports to {listed(managers)}",
                parties=(one.name, *managers),
            )


def _below(facts: Facts) -> Iterator[Hit]:
    lines = facts.managers
    managing = lines.all_managing()
    above = Learnt(lines.all_above)
    free = {lines.node(r.name) for r in facts.organisation.roles.values() if r.authority}
    pairs: dict[tuple[Party, Party], list[tuple[Task, Assignment, Assignment]]] = {}
    for task in facts.held_by(party for party in managing if isinstance(party, Party)):
        doers = [a for a in task.assignments if a.duty == RESPONSIBLE and a.party in managing]
        owners = task.holding(ACCOUNTABLE) if doers else ()
        for owner in owners:
            if owner.party in free:
                continue
            for doer in doers:
                if doer.party in above[owner.party] and all(doer.party is not a.party for a in owners):
                    pairs.setdefault((owner.party, doer.party), []).append((task, owner, doer))
    yield from map(_pair, pairs.values())


def _pair(found: list[tuple[Task, Assignment, Assignment]]) -> Hit:
    task, owner, doer = found[0]
    more = f", and on {len(found) - 1} more" if len(found) > 1 else ""
    return Hit(
        task.at(owner),
        words={"task": task.name, "owner": owner.name, "doer": doer.name, "more": more},
        label=f"reports to {doer.name}",
        marks=(
            Mark(task.at(doer), f"{doer.name} is responsible"),
            *(Mark(t.at(a), "here, too") for t, a, _ in found[1:SHOWN]),
        ),
        task=task.name,
        parties=(owner.name, doer.name),
    )


_FIND: dict[str, Callable[[Facts], Iterator[Hit]]] = {
    "cycle": _cycles,
    "two-managers": _two_managers,
    "below": _below,
}
