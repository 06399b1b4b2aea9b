"""A run -> the figures of the report: the only place where the parts of the report meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rolelint import __version__
from rolelint.comparing import compare, spelled
from rolelint.engine import Locate, judged
from rolelint.facts import Facts
from rolelint.finding import Finding, Place, Route
from rolelint.linting import Examined
from rolelint.organisation.model import Task
from rolelint.overlap import dimensions, gaps, grouping, rows
from rolelint.overlap.called import Names
from rolelint.overlap.claims import Claiming
from rolelint.overlap.figures import Accepted, Cue, Figures, Note, Row, Spot, Topic, Trend
from rolelint.overlap.headline import headline
from rolelint.overlap.topics import topics
from rolelint.records import NamedTuple
from rolelint.rule import Rule
from rolelint.similar import Wording


class Asked(NamedTuple):
    """What the report was asked for: the command that makes it again, and whether people may be named."""

    command: str = "rolelint report"
    names: bool = False


def figures(examined: Examined, facts: Facts, rules: Sequence[Rule], asked: Asked) -> Figures:
    """The figures of one of the organisations examined. `rules` are those that ran."""
    return _Measuring(examined, facts, rules, asked).figures()


def with_trend(now: Figures, before: Figures, name: str, moved: tuple[Facts, Facts], found: Found) -> Figures:
    """The same figures with those of an earlier state beside them."""
    called = Names(moved[1].organisation, people=now.names)
    masked = tuple(
        [finding._replace(message=called.masked(finding.message, finding.parties)) for finding in each]
        for each in found
    )
    wording = Wording(moved[1].packs)
    changes = compare(moved[0].organisation, moved[1].organisation, wording, (masked[0], masked[1]), called)
    trend = Trend(name, before.tasks, before.overlaps, before.wrong, before.unowned, changes)
    return replace(now, trend=trend)


Found = tuple[Sequence[Finding], Sequence[Finding]]


class _Measuring:
    """One organisation on its way to figures."""

    def __init__(self, examined: Examined, facts: Facts, rules: Sequence[Rule], asked: Asked) -> None:
        self.examined, self.facts, self.rules, self.asked = examined, facts, rules, asked
        organisation = facts.organisation
        self.names = Names(organisation, people=asked.names)
        self.index = rows.Rows(organisation.tasks, examined.locate)
        self.parties = rows.parties_of(organisation)
        self.column_of = {party: number for number, party in enumerate(self.parties)}
        self.groups = grouping.Groups(facts, self.names)
        self.topics = topics(rules)
        self.files = files_of(facts, examined.locate)

    def figures(self) -> Figures:
        """All of them."""
        facts, organisation = self.facts, self.facts.organisation
        cues = dimensions.cues(facts)
        notes = tuple(self._note(finding, cues) for finding in self._own())
        claims = Claiming(
            facts, self.groups, self.names, {rule.id: rule.kind for rule in self.rules}, self.column_of
        ).all(notes)
        table = self._rows(notes)
        wrong = frozenset(row for note in notes if note.topic == "wrong function" for row in note.rows)
        overlaps, misplaced, unowned = (
            self._count(t, notes) for t in ("overlap", "wrong function", "unowned")
        )
        grey = sum(note.topic == "grey area" for note in notes)
        return Figures(
            organisation=organisation.name or "",
            profile=organisation.profile,
            headline=headline(len(table), overlaps, misplaced, unowned, grey, len(notes)),
            tasks=len(table),
            overlaps=overlaps,
            wrong=misplaced,
            unowned=unowned,
            rows=table,
            columns=rows.columns(facts, self.parties, self.names),
            notes=notes,
            claims=claims,
            map=grouping.drawn(facts, self.groups, [row.groups for row in table], claims, self._excused()),
            poles=dimensions.poles(facts),
            dimensions=dimensions.dimensions(facts, cues, wrong),
            gaps=gaps.gaps(facts, self.rules, notes),
            judged=judged(facts),
            assumptions=tuple(self._assumptions()),
            accepted=tuple(self._accepted()),
            titles={about.rule: about.title for about in self.examined.report.rules},
            version=__version__,
            command=self.asked.command,
            names=self.asked.names,
        )

    def _own(self) -> list[Finding]:
        """The findings of this organisation."""
        return [f for f in self.examined.report.findings if f.place.file in self.files]

    def _count(self, topic: Topic, notes: Sequence[Note]) -> int | None:
        """How many findings there are of a topic; None where no rule of it ran."""
        if topic not in self.topics.values():
            return None
        return sum(note.topic == topic for note in notes)

    def _note(self, finding: Finding, cues: Mapping[int, Sequence[Cue]]) -> Note:
        about = self.index.of(finding)
        own = [Cue(e.dimension, e.function, e.phrase, e.meaning) for e in finding.evidence]
        topic = self.topics.get(finding.rule, "other")
        if topic == "overlap":
            own = [cue for row in about for cue in cues.get(row, ())]
        return Note(
            rule=finding.rule,
            topic=topic,
            severity=finding.severity,
            message=self.names.masked(finding.message, finding.parties),
            help=self.names.masked(finding.help, finding.parties),
            spot=spot(finding.place),
            rows=about,
            cues=tuple(dict.fromkeys(own)),
        )

    def _rows(self, notes: Sequence[Note]) -> tuple[Row, ...]:
        speaking: dict[int, list[int]] = {}
        for number, note in enumerate(notes):
            for row in note.rows:
                speaking.setdefault(row, []).append(number)
        return tuple(
            self._row(number, task, tuple(speaking.get(number, ())))
            for number, task in enumerate(self.facts.organisation.tasks)
        )

    def _row(self, number: int, task: Task, notes: tuple[int, ...]) -> Row:
        verdict = self.facts.verdicts[number]
        sure = verdict.outcome == "clear-cut" and verdict.grade != "hint"
        return Row(
            name=task.name,
            section=task.section or "",
            area=spelled(task.area),
            spot=spot(self.index.places[number]),
            cells=rows.cells(task, self.column_of.__getitem__),
            owners=tuple(dict.fromkeys(self.column_of[owner.party] for owner in task.owners())),
            groups=self.groups.of(grouping.workers(task)),
            outcome=verdict.outcome,
            reads_as=(verdict.function or "") if sure else "",
            notes=notes,
        )

    def _excused(self) -> set[int]:
        """The rows whose overlap the matrix answers for."""
        answered = [a.finding for a in self.examined.answered if self.topics.get(a.finding.rule) == "overlap"]
        return {row for finding in answered for row in self.index.of(finding)}

    def _accepted(self) -> list[Accepted]:
        return [
            Accepted(
                self.names.masked(finding.message, finding.parties),
                finding.rule,
                spot(finding.place),
                by.reason,
                by.until or "",
            )
            for finding, by in self.examined.answered
            if finding.place.file in self.files
        ]

    def _assumptions(self) -> list[str]:
        """What was taken for granted, and what hides behind a name."""
        said = list(self.examined.report.summary.assumptions)
        said += assumed(self.facts)
        if self.names.hides:
            said.append("people are shown as numbers with their roles; --names shows their names")
        return said


def overlapping(examined: Examined, facts: Facts, rules: Sequence[Rule]) -> list[Finding]:
    """The findings about overlaps of one of the organisations examined."""
    files, about = files_of(facts, examined.locate), topics(rules)
    found = examined.report.findings
    return [f for f in found if f.place.file in files and about.get(f.rule) == "overlap"]


def assumed(facts: Facts) -> list[str]:
    """The names whose function was guessed, by function, and those that no function is known for."""
    guessed: dict[str, list[str]] = {}
    unknown = []
    for party in facts.uses:
        if party.function is None and not party.functions and party.kind != "person":
            unknown.append(party.name)
        elif party.function and party.by in ("alias", "title") and party.name.casefold() != party.function:
            guessed.setdefault(party.function, []).append(party.name)
    said = [f"taken for {function}: {', '.join(names)}" for function, names in guessed.items()]
    return [*said, f"function not known: {', '.join(unknown)}"] if unknown else said


def spot(place: Place) -> Spot:
    """The file and line of a place."""
    return Spot(place.file, place.line)


def files_of(facts: Facts, locate: Locate) -> frozenset[str]:
    """The files that an organisation is written in."""
    return frozenset(locate(Route(document), None).file for document in facts.organisation.documents)
