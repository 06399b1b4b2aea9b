"""Ways to settle an overlap, each in words and in the lines of the matrix that say so.

No side is taken: only where all words speak for one function is that function named first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rolelint.organisation.model import (
    ACCOUNTABLE,
    CONSULTED,
    INFORMED,
    RESPONSIBLE,
    SUPPORT,
    Organisation,
    Party,
    Task,
)
from rolelint.overlap.called import Names
from rolelint.overlap.figures import Choice
from rolelint.quoting import scalar
from rolelint.words import listed

MOST = 3
"""Of more owners than this no choice a head is written out."""
_KEYS = (ACCOUNTABLE, RESPONSIBLE, CONSULTED, INFORMED, SUPPORT)


def choices(
    organisation: Organisation, tasks: Sequence[Task], favoured: str, names: Names
) -> tuple[Choice, ...]:
    """One choice an owner, the favoured function's first, then to share the work by agreement."""
    owners = list(dict.fromkeys(owner.party for task in tasks for owner in task.owners()))
    owners.sort(key=lambda party: party.function != favoured or not favoured)
    schemes = {use.document: use.letters for use in organisation.schemes}
    made = [_one(tasks, party, owners, schemes, names) for party in owners[:MOST]] if len(owners) > 1 else []
    return (*made, _shared(owners, names))


def _one(
    tasks: Sequence[Task], owner: Party, owners: Sequence[Party], schemes: Letters, names: Names
) -> Choice:
    """One of the owners stays accountable, the others are consulted."""
    others = [party for party in owners if party is not owner]
    kept = next((task for task in tasks if any(a.party is owner for a in task.owners())), tasks[0])
    said = listed([names(party) for party in others])
    words = f"{names(owner)} accountable, {said} consulted"
    if len(tasks) > 1:
        words += "; one row instead of " + ("two" if len(tasks) == 2 else str(len(tasks)))
    held = _held(kept, owner, others)
    if any(names.hidden(party) for parties in held.values() for party in parties):
        return Choice(words, ())
    return Choice(words, tuple(_lines(kept, held, schemes)))


Letters = Mapping[int, Mapping[str, str]]
"""Document -> letter -> duty."""


def _held(task: Task, owner: Party, others: Sequence[Party]) -> dict[str, list[Party]]:
    """The duties of the row once the owner alone answers for it."""
    held = {
        duty: [a.party for a in task.holding(duty)]
        for duty in dict.fromkeys(a.duty for a in task.assignments)
    }
    doing = list(dict.fromkeys(held.get(RESPONSIBLE, [])))
    asked = [p for p in [*held.get(CONSULTED, []), *others] if p not in doing and p is not owner]
    held[ACCOUNTABLE], held[CONSULTED] = [owner], list(dict.fromkeys(asked))
    for duty in (INFORMED, SUPPORT):
        held[duty] = [p for p in held.get(duty, []) if p not in asked and p is not owner]
    return {duty: parties for duty, parties in held.items() if parties}


def _lines(task: Task, held: dict[str, list[Party]], schemes: Letters) -> Iterator[str]:
    if task.home[:1] == ("matrix",):
        yield from _grid_line(task, held, schemes)
        return
    for duty in _KEYS:
        if duty in held and duty in (ACCOUNTABLE, CONSULTED):
            yield f"{duty}: {_one_or_list([party.name for party in held[duty]])}"


def _grid_line(task: Task, held: dict[str, list[Party]], schemes: Letters) -> Iterator[str]:
    """The whole row of a grid in the letters of its own document, where those can say it."""
    own = {duty: letter for letter, duty in reversed(list(schemes.get(task.route.document, {}).items()))}
    if held.keys() <= own.keys():
        letters: dict[str, list[str]] = {}
        for duty, parties in held.items():
            for party in parties:
                letters.setdefault(party.name, []).append(own[duty])
        pairs = ", ".join(f"{scalar(name)}: {'/'.join(each)}" for name, each in letters.items())
        yield f"{scalar(task.name, flow=False)}: {{{pairs}}}"


def _one_or_list(names: Sequence[str]) -> str:
    return scalar(names[0], flow=False) if len(names) == 1 else f"[{', '.join(map(scalar, names))}]"


def _shared(owners: Sequence[Party], names: Names) -> Choice:
    """Both keep it, and write down where it passes from one to the other."""
    who = listed([names(party) for party in owners])
    words = f"shared by {who} on purpose: write down why, and when it passes from one to the other"
    return Choice(words, ('shared: {why: "…", handoff: "…"}',))
