"""The road from texts to a report: read, validate, build organisations, run the rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from rolelint import packs as rule_packs
from rolelint import suppression
from rolelint.config import BadSettings, Settings, allowed_at, chosen
from rolelint.engine import At, Locate, judged, numbered, order, run, together
from rolelint.facts import Facts
from rolelint.finding import About, Finding, Place, Problem, Report, Route, Summary
from rolelint.fit.lexicon import Lexicon
from rolelint.known import faults as faults_of
from rolelint.organisation import Organisation, Titles, build, group
from rolelint.records import NamedTuple
from rolelint.rule import Rule

MATRIX_KEYS = frozenset({"tasks", "matrix"})
UNUSED = "file/unused-ignore"
PAGE = "https://github.com/rolelint/rolelint/blob/main/docs/rules/{}.md"
"""The page of a rule; `rolelint explain` shows the same offline."""
REPORTED = "reported"
"""The kind that turns problems into hits."""
TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".md", ".markdown", ".html", ".htm")
"""Endings of files that are read as tables where they are named; all others are read as YAML."""
OWN_KEYS = MATRIX_KEYS | {"functions", "roles", "people", "org", "aliases", "areas", "agreements", "policy"}


Tell = Callable[[str], None]
"""Hears what a run is at, in a few words."""


class Document(Protocol):
    """What a reader makes of one matrix: plain data, and the place of every key and value."""

    file: str
    number: int
    data: object
    comments: Any

    def place(self, route: Route) -> Place: ...

    def line(self, number: int) -> str: ...


class Input(NamedTuple):
    """One text to lint. `named` says that the user named it, so that it must be a matrix."""

    file: str
    text: bytes
    named: bool = True


class Readings:
    """All documents of a run, their problems, and the files in which no matrix was found.

    `refused` holds a line for each file that cannot be read at all, `notes` what was taken for granted.
    """

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.without: list[str] = []
        self.refused: list[str] = []
        self.notes: list[str] = []
        self.files = 0


class Examined(NamedTuple):
    """A report with what it rests on: the facts of each organisation, and the findings that were answered."""

    report: Report
    facts: tuple[Facts, ...]
    answered: tuple[suppression.Suppressed, ...]
    locate: Locate


class Linter(NamedTuple):
    """Rules and titles, ready to lint any number of times."""

    rules: Sequence[Rule]
    """Those that run, in order of id."""
    known: Sequence[str]
    """The ids of all rules, whether they run or not."""
    lexicon: Lexicon
    titles: Titles
    settings: Settings
    packs: Sequence[Mapping[str, Any]] = ()
    """What the pack files say."""
    borders: Mapping[str, Lexicon] = {}
    """The lexicons of packs that tell other functions apart, by pack."""
    own: Collection[str] = ()
    """The packs that did not come with rolelint."""

    def lint(self, readings: Readings, tell: Tell | None = None) -> Report:
        """The report on what was read. `tell` hears what is being done, for whoever waits."""
        return self.examine(readings, tell).report

    def examine(self, readings: Readings, tell: Tell | None = None) -> Examined:
        """The report on what was read, and all that it rests on."""
        by_number = {document.number: document for document in readings.documents}
        locate = _locator(by_number)
        findings: list[Finding] = []
        everything: list[Facts] = []
        assumptions = list(readings.notes)
        hidden = 0
        for organisation in self.organisations(readings):
            facts = Facts(organisation, self.lexicon, self.settings.today, self.packs, self.borders)
            found, hints = run(facts, self._told(tell, organisation), locate, hints=self.settings.hints)
            findings += found
            hidden += hints
            everything.append(facts)
            assumptions += _assumptions(organisation, by_number)
        standing, answered = self._answered(findings, readings.documents, locate)
        summary = Summary(
            files=readings.files,
            organisations=len(everything),
            tasks=sum(len(facts.organisation.tasks) for facts in everything),
            judged=together([judged(facts) for facts in everything]),
            hints_hidden=hidden,
            suppressed=len(answered),
            assumptions=tuple(dict.fromkeys(assumptions)),
        )
        report = Report(tuple(standing), summary, self._about(standing))
        return Examined(report, tuple(everything), tuple(answered), locate)

    def _told(self, tell: Tell | None, organisation: Organisation) -> Iterator[Rule]:
        """The rules, each told before it runs, where somebody listens."""
        for at, rule in enumerate(self.rules, 1):
            if tell:
                tell(f"{len(organisation.tasks)} tasks, {rule.id} ({at} of {len(self.rules)} rules)")
            yield rule

    def _answered(
        self, findings: list[Finding], documents: Sequence[Document], locate: Locate
    ) -> tuple[list[Finding], list[suppression.Suppressed]]:
        """The findings that stand, with what is wrong with suppressions themselves; and those answered."""
        allowed = self._allowed(numbered(sorted(findings, key=order)))
        suppressions, problems = suppression.collect(documents)
        standing, answered, used = suppression.applied(allowed, suppressions)
        ran = [rule.id for rule in self.rules]
        if suppressions:
            from rolelint.suppression.complaints import complaints  # noqa: PLC0415  # few matrices have any

            problems += complaints(suppressions, used, self.known, ran, self.settings)
        if problems:
            facts = Facts(Organisation(tasks=(), problems=tuple(problems)), self.lexicon)
            reported = [rule for rule in self.rules if rule.kind == REPORTED]
            standing += self._allowed(run(facts, reported, locate)[0])
        return sorted(standing, key=order), answered

    def _allowed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings without those of rules that shall not speak of their file."""
        if not self.settings.per_path:
            return list(findings)
        return [f for f in findings if allowed_at(self.settings, f.place.file, f.rule)]

    def _about(self, findings: Iterable[Finding]) -> tuple[About, ...]:
        """What the rules that spoke are about, in order of id."""
        spoke = {finding.rule for finding in findings}
        return tuple(
            About(r.id, r.title, r.severity, r.why, r.help, None if r.pack in self.own else PAGE.format(r.id))
            for r in self.rules
            if r.id in spoke
        )

    def organisations(self, readings: Readings) -> list[Organisation]:
        """The organisations that the documents describe, each with the problems of its documents."""
        by_number = {document.number: document for document in readings.documents}
        described = [(d.file, d.number, d.data) for d in readings.documents]
        built = []
        for numbers in group(described):
            organisation = build([(n, by_number[n].data) for n in numbers], self.titles)
            inside = set(numbers)
            own = [problem for problem in readings.problems if problem.route.document in inside]
            built.append(organisation._replace(problems=(*own, *organisation.problems)))
        return built


def linter(settings: Settings, packs: rule_packs.Packs | None = None) -> Linter:
    """The linter for these settings; BadSettings or BadPack says all that is wrong with them."""
    packs = used_packs(packs or rule_packs.shipped(), settings)
    faults = faults_of(settings, packs.rules, Lexicon.KINDS)
    if faults:
        raise BadSettings(faults)
    rules = [
        _set(r, settings) for r in packs.rules.values() if chosen(settings, r.id, enabled=packs.enabled(r))
    ]
    data = packs.on
    titles = Titles.build(data) if packs.titles is None else Titles.from_data(packs.titles)
    lexicon = rule_packs.lexicon(packs, rule_packs.BASE)
    others = rule_packs.other_lexicons(packs, rules)
    return Linter(rules, list(packs.rules), lexicon, titles, settings, data, others, packs.folders.keys())


def used_packs(packs: rule_packs.Packs, settings: Settings) -> rule_packs.Packs:
    """The packs with those that the settings name; to select from a pack that is off turns it on."""
    selected = [pattern.partition("/")[0] for pattern in settings.select]
    return rule_packs.used(
        packs, settings.packs, settings.root, selected, lambda name: settings.places.get(("packs", name), "")
    )


def _set(rule: Rule, settings: Settings) -> Rule:
    """The rule with what the configuration says of it."""
    if rule.id == UNUSED and settings.unused_ignores != "off":
        rule = rule._replace(severity=settings.unused_ignores)
    own = settings.rules.get(rule.id)
    if own is None:
        return rule
    if own.severity is not None and own.severity != "off":
        rule = rule._replace(severity=own.severity)
    return rule._replace(options={**rule.options, **own.options})


def read(inputs: Iterable[Input], settings: Settings) -> Readings:
    """Every input as documents, with all problems found on the way."""
    from rolelint import source  # noqa: PLC0415  # PyYAML is not needed to explain a rule

    readings = Readings()
    for item in inputs:
        if item.file.lower().endswith(TABLES):
            _read_table(readings, item, settings)
            continue
        reading = source.read(
            item.file, item.text, first=len(readings.documents), max_bytes=settings.max_bytes
        )
        take(readings, item, reading.documents, reading.problems)
    return readings


def _read_table(readings: Readings, item: Input, settings: Settings) -> None:
    """A spreadsheet or a page of tables as it stands."""
    from rolelint import importing  # noqa: PLC0415  # most runs meet no table

    options = importing.Options(max_bytes=settings.max_bytes)
    try:
        direct = importing.documents(item.file, item.text, len(readings.documents), options)
    except importing.Refused as refused:
        readings.refused.append(f"{item.file}: {refused}")
        return
    take(readings, item, direct.documents, direct.problems)
    readings.notes += direct.notes()


def take(readings: Readings, item: Input, documents: Sequence[Document], problems: Sequence[Problem]) -> None:
    """Add what was read of one input; what no one named and is no matrix is left out."""
    from rolelint.schema import problems as schema_problems  # noqa: PLC0415

    if not item.named and not any(is_own(document.data) for document in documents):
        return
    if not any(is_own(document.data) for document in documents) and not problems:
        readings.without.append(item.file)
        return
    readings.files += 1
    readings.documents += documents
    readings.problems += problems
    for document in documents:
        if document.data is not None:
            readings.problems += schema_problems(document.data, "organisation", document.number)


def lacking(file: str) -> str:
    """What a file without a matrix lacks, in plain words."""
    if file.lower().endswith(TABLES):
        return "no table with letters (R, A, C, I) or owners in it"
    return "no `tasks:` or `matrix:` in it"


def is_own(data: object) -> bool:
    """Whether the data speak of an organisation at all."""
    return isinstance(data, dict) and not OWN_KEYS.isdisjoint(data)


def _locator(by_number: Mapping[int, Document]) -> Locate:
    def locate(route: Route, at: At | None) -> Place:
        document = by_number[route.document]
        if at is None:
            return document.place(route)
        line, column = at
        return Place(document.file, line, column, line, column + 1, document.line(line))

    return locate


def _assumptions(organisation: Organisation, by_number: Mapping[int, Document]) -> list[str]:
    """What was taken for granted, so that it can be put right."""
    words = []
    for use in organisation.schemes:
        if use.guessed and use.name != "RACI":
            said = ", ".join(f"{letter} = {duty}" for letter, duty in use.letters.items())
            words.append(
                f"{by_number[use.document].file}: read as {use.name} ({said}); set `scheme:` to change"
            )
    return words
