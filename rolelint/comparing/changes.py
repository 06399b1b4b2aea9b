"""What has changed between two states of an organisation, and between what was found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from rolelint.comparing.pairing import paired
from rolelint.finding import Finding
from rolelint.organisation.model import DUTIES, Organisation, Party, Task
from rolelint.records import NamedTuple
from rolelint.similar import Wording
from rolelint.words import fold

Called = Callable[[Party], str]
"""What a party is called in what is shown."""


class Renamed(NamedTuple):
    """A task that has another name now."""

    before: str
    after: str


class Moved(NamedTuple):
    """A duty that other parties hold now; parties in the order of the files."""

    duty: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Reassigned(NamedTuple):
    """A task, under its name of now, and the duties that moved."""

    name: str
    moved: tuple[Moved, ...]

    def said(self) -> str:
        """`accountable sales → marketing; consulted nobody → sales`."""
        return "; ".join(
            f"{each.duty} {', '.join(each.before) or 'nobody'} → {', '.join(each.after) or 'nobody'}"
            for each in self.moved
        )


class Changes(NamedTuple):
    """Tasks added, removed, renamed and reassigned, in the order of the files; messages of findings."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    reassigned: tuple[Reassigned, ...] = ()
    resolved: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything has changed."""
        return any(self)


def compare(
    before: Organisation,
    now: Organisation,
    wording: Wording,
    found: tuple[Iterable[Finding], Iterable[Finding]] = ((), ()),
    called: Called = lambda party: party.name,
) -> Changes:
    """What has changed. `found` are the findings before and now that are to be compared."""
    pairs = paired(before.tasks, now.tasks, wording)
    kept, known = {old for old, _ in pairs}, {new for _, new in pairs}
    return Changes(
        added=tuple(titled(task) for task in now.tasks if task not in known),
        removed=tuple(titled(task) for task in before.tasks if task not in kept),
        renamed=tuple(Renamed(old.name, new.name) for old, new in pairs if fold(old.name) != fold(new.name)),
        reassigned=tuple(
            Reassigned(titled(new), moved) for old, new in pairs if (moved := tuple(_moved(old, new, called)))
        ),
        resolved=_more(found[0], found[1]),
        new=_more(found[1], found[0]),
    )


def titled(task: Task) -> str:
    """The name of a task, with its area where it has one: `Field events (region EMEA)`."""
    if not task.area:
        return task.name
    return f"{task.name} ({spelled(task.area)})"


def spelled(area: Mapping[str, tuple[str, ...]]) -> str:
    """An area in words: `region EMEA, APAC; segment small`; nothing where there is none."""
    return "; ".join(f"{key} {', '.join(values)}" for key, values in area.items())


def _moved(old: Task, new: Task, called: Called) -> Iterator[Moved]:
    for duty in DUTIES:
        before, after = old.holding(duty), new.holding(duty)
        if {fold(a.party.name) for a in before} != {fold(a.party.name) for a in after}:
            yield Moved(
                duty,
                tuple(dict.fromkeys(called(a.party) for a in before)),
                tuple(dict.fromkeys(called(a.party) for a in after)),
            )


def _more(some: Iterable[Finding], others: Iterable[Finding]) -> tuple[str, ...]:
    """The messages of those findings that the others have not, as often as they have them not."""
    known = Counter(finding.fingerprint for finding in others)
    found = []
    for finding in some:
        if known[finding.fingerprint]:
            known[finding.fingerprint] -= 1
        else:
            found.append(finding.message)
    return tuple(found)
