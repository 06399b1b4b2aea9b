"""From rows that are alike to rows that claim the same work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations

from rolelint.areas import Areas
from rolelint.claims.claim import Claim
from rolelint.claims.crossed import crosswise, sides
from rolelint.claims.crowd import apart, meeting
from rolelint.claims.owners import Owners
from rolelint.claims.parts import Part, parts_of_wholes
from rolelint.claims.stars import Pair, stars
from rolelint.claims.tables import Table, sort_out
from rolelint.organisation.model import Organisation, Task
from rolelint.records import maker
from rolelint.similar import Cluster, Reading, Text, Wording, clusters
from rolelint.similar.join import join
from rolelint.similar.share import Share, share
from rolelint.words import fold

LARGE = 2_000
"""A cluster with more pairs than this is looked at as one crowd, not pair by pair."""
_FEW = 30
"""Of more rows than this that claim one work, the first ones stand for all, or no two are compared."""
_WORDS = 2
"""An id of so many words names the work; a shorter one, or one with a digit, may be a row's number."""

_text = maker(Text)


class Claims:
    """What the rows of one organisation claim more than once."""

    def __init__(self, organisation: Organisation, wording: Wording) -> None:
        self.tasks = organisation.tasks
        self.wording = wording
        self.owners = Owners(organisation, wording)
        self.areas = Areas(organisation.area_within)

    @cached_property
    def readings(self) -> list[Reading]:
        """What of each task's name is compared, in the order of the tasks."""
        return [self.wording.read(text) for text in self._texts]

    @cached_property
    def clusters(self) -> list[Cluster]:
        """Rows whose names, descriptions or ids are alike, whoever owns them."""
        marks = [_mark(task.identifier) for task in self.tasks]
        return clusters(self._texts, self.readings, self.wording, marks)

    @cached_property
    def found(self) -> list[Claim]:
        """All claims but those of repeated tables, in the order of their first row."""
        return self._sorted[0]

    @cached_property
    def tables(self) -> list[Table]:
        """Tables that hold much the same rows, each under its own owner."""
        return self._sorted[1]

    @cached_property
    def parts(self) -> list[Part]:
        """Rows that read as a part of what another row has whole."""
        kept = [
            Part(part.whole, tuple(task for task in part.parts if not task.shared))
            for part in self._every_part
            if not part.whole.shared
        ]
        return [part for part in kept if part.parts]

    @cached_property
    def _every_part(self) -> list[Part]:
        return parts_of_wholes(self.tasks, self.readings, self.wording, self.compete)

    @cached_property
    def same_work(self) -> list[list[Task]]:
        """Groups of two or more rows that are all alike, each row in one group."""
        groups = []
        for cluster in self.clusters:
            taken: set[int] = set()
            for clique in sorted(cluster.cliques, key=len, reverse=True):
                group = [member for member in clique if member not in taken]
                taken.update(group)
                if len(group) > 1:
                    groups.append([self.tasks[member] for member in group])
        return groups

    @cached_property
    def _texts(self) -> list[Text]:
        return [
            _text((task.name, task.description, task.section, (task.route.document, task.section)))
            for task in self.tasks
        ]

    @cached_property
    def _sorted(self) -> tuple[list[Claim], list[Table]]:
        found = [claim for cluster in self.clusters for claim in self._of(cluster)]
        members = (member for cluster in self.clusters for member in cluster.members)
        position = {self.tasks[member]: member for member in members}
        found.sort(key=lambda claim: [position[task] for task in claim.tasks[:2]])
        return sort_out(found, self.tasks)

    @cached_property
    def waived(self) -> set[Task]:
        """The shared tasks that would compete with another row if they were not shared."""
        found: set[Task] = set()
        for cluster in self.clusters:
            tasks = [self.tasks[member] for member in cluster.members]
            shared = [task for task in tasks if task.shared]
            if shared and cluster.size() > LARGE:
                found.update(shared)
                continue
            for task in shared:
                rivals = (rival for rival in tasks if rival is not task)
                if any(self.compete(task, rival) and not self.owners.same(task, rival) for rival in rivals):
                    found.add(task)
        found.update(task for part in self._every_part for task in (part.whole, *part.parts) if task.shared)
        return found

    def crossed(self, alike: float) -> Iterator[tuple[Task, Task]]:
        """Two tasks of two parties, each done by one and answered for by the other.

        Their names have the part `alike` of their weight in common, whatever is done to the thing. Shared
        tasks, and those of one claim, do not count.
        """
        groups = crosswise(self.tasks)
        for one, other in self._resembling(groups, share(alike)) if groups else ():
            shared = one.shared or other.shared
            if not shared and sides(one) != sides(other) and self.compete(one, other):
                yield one, other

    def _resembling(self, groups: list[list[int]], alike: Share) -> Iterator[tuple[Task, Task]]:
        """Two tasks of one group whose names are that much alike and that are not of one claim."""
        marked = [(number, position) for number, group in enumerate(groups) for position in group]
        kinds: dict[tuple[int, int], int] = {}
        records = [
            record._replace(kind=kinds.setdefault((number, record.kind), len(kinds)), stages=0)
            for number, position in marked
            for record in (self.readings[position].record,)
        ]
        joined = join(records, self.wording.weights, alike)
        claimed = {frozenset(pair) for claim in self.found for pair in combinations(claim.tasks[:_FEW], 2)}
        firsts = [pair for same in joined.same.values() for pair in combinations(same[:_FEW], 2)]
        for one, other in sorted([*joined.pairs, *firsts]):
            pair = self.tasks[marked[one][1]], self.tasks[marked[other][1]]
            if frozenset(pair) not in claimed:
                yield pair

    def compete(self, one: Task, other: Task) -> bool:
        """Whether two alike tasks with owners hold for a common area and day, and for one stage and kind."""
        return (
            bool(one.owners() and other.owners())
            and not _differ(one, other, "stage")
            and not _differ(one, other, "kind")
            and self.areas.meet(one, other)
            and not self.wording.opposed(one.name, other.name)
        )

    def _of(self, cluster: Cluster) -> Iterator[Claim]:
        members = [m for m in cluster.members if not self.tasks[m].shared and self.tasks[m].owners()]
        if len(members) < 2:
            return
        if cluster.crowd or cluster.size() > LARGE:
            yield from self._crowd(members)
            return
        kept = set(members)
        yield from self._compared(pair for pair in cluster.pairs() if kept.issuperset(pair))

    def _compared(self, pairs: Iterable[Pair]) -> Iterator[Claim]:
        """What these pairs of alike rows claim."""
        competing: list[Pair] = []
        repeated: list[Pair] = []
        for one, other in pairs:
            if self.compete(self.tasks[one], self.tasks[other]):
                same = self.owners.same(self.tasks[one], self.tasks[other])
                (repeated if same else competing).append((one, other))
        claimed = list(stars(competing))
        yield from (self._claim(group, same_owner=False) for group in claimed)
        together = {(a, b) for group in claimed for a in group for b in group}
        repeats = [pair for pair in repeated if pair not in together and self._repeats(*pair)]
        yield from (self._claim(group, same_owner=True) for group in stars(repeats))

    def _crowd(self, members: list[int]) -> Iterator[Claim]:
        """What very many rows claim that hang together; few of them in one place are still compared."""
        number = {self.tasks[member]: member for member in members}
        tasks = list(number)
        met = list(meeting(tasks, self.compete, self.owners.same, self.areas))
        for group in apart(met, self.areas):
            if len(group) > _FEW:
                yield Claim(tuple(group), False, self._equal(group), False, crowd=True)
            else:
                pairs = combinations([number[task] for task in group], 2)
                yield from self._compared(pair for pair in pairs if self._alike(*pair))
        if not met and self.compete(tasks[0], tasks[1]) and tasks[0].area == tasks[1].area:
            yield Claim(tuple(tasks), True, self._equal(tasks), False, crowd=True)

    def _alike(self, one: int, other: int) -> bool:
        """Whether two rows are alike by name, by all they say, or by their ids."""
        first, second = self.readings[one], self.readings[other]
        texts = self._texts[one], self._texts[other]
        mark = _mark(self.tasks[one].identifier)
        if self.wording.alike(first.record, second.record):
            return True
        if mark is not None and mark == _mark(self.tasks[other].identifier):
            return True
        more = [self.wording.read_more(*row) for row in zip(texts, (first, second), strict=True)]
        return all(text.description for text in texts) and self.wording.alike(*more)

    def _claim(self, group: Iterable[int], *, same_owner: bool) -> Claim:
        tasks = [self.tasks[member] for member in group]
        sections = {(task.route.document, task.section) for task in tasks}
        apart = len(sections) > len({document for document, _ in sections})
        return Claim(tuple(tasks), same_owner, self._equal(tasks), apart)

    def _equal(self, tasks: list[Task]) -> bool:
        first = tasks[0]
        return all(self._equal_pair(first, task) for task in tasks[1:])

    def _equal_pair(self, one: Task, other: Task) -> bool:
        mark = _mark(one.identifier)
        if mark is not None and mark == _mark(other.identifier):
            return True
        if not self.wording.same_words(one.name, other.name):
            return False
        told = (one.description, other.description)
        return None in told or self.wording.overlap(told[0] or "", told[1] or "") >= _TOLD_ALIKE

    def _repeats(self, one: int, other: int) -> bool:
        """Whether a row of the same owner says nothing that the other does not.

        The same name in another section, area or time is meant; another name for it there may not be.
        """
        first, second = self.tasks[one], self.tasks[other]
        if first.area != second.area or (first.since, first.until) != (second.since, second.until):
            return False
        if first.route.document != second.route.document or first.section == second.section:
            return True
        return not self.wording.same_words(first.name, second.name)


_TOLD_ALIKE = 0.3
"""Two descriptions of one name that have less than this in common speak of different work."""


def _mark(identifier: str | None) -> str | None:
    """An id that names the work, folded; None where it may be the number of a row."""
    if not identifier or identifier[-1].isdigit() or any(map(str.isdigit, identifier)):
        return None
    words = [
        word for word in fold(identifier).replace("_", "-").replace(".", "-").split("-") if len(word) > 1
    ]
    return fold(identifier) if len(words) >= _WORDS else None


def _differ(one: Task, other: Task, trait: str) -> bool:
    first, second = one.traits.get(trait), other.traits.get(trait)
    return bool(first and second) and set(first or ()).isdisjoint(second or ())
