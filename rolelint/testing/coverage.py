"""What no example of a pack exercises: rules that never speak, grey areas, options and phrases.

A phrase is exercised where it speaks, or silences what would have spoken. An option is exercised where the
examples' findings differ without it. A pack whose file says `coverage: rules` is asked for its rules and grey
areas alone: its phrases are too many to be held by examples, and are measured otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolelint import linting
from rolelint.finding import Step
from rolelint.fit import checking
from rolelint.fit.compiling import AREAS, EVIDENCE
from rolelint.fit.lexicon import Lexicon
from rolelint.linting import Input
from rolelint.organisation.model import Task
from rolelint.packs.reading import PackFile
from rolelint.records import NamedTuple
from rolelint.rule import Rule
from rolelint.schema.load import load
from rolelint.testing.examples import EXTENDS, Example

if TYPE_CHECKING:
    from rolelint.testing.trying import Trial

__all__ = ["Missed", "missed"]

Spoken = set[tuple[str, str]]
"""Whom a phrase speaks for or silences, and the phrase."""


class Missed(NamedTuple):
    """A line for each thing missed, and of how many phrases how many are."""

    lines: list[str]
    phrases: int
    missed_phrases: int


def missed(
    trial: Trial, pack: str, rules: Sequence[Rule], files: Sequence[PackFile], whole: Sequence[Example]
) -> Missed:
    """All that is not exercised, in the order of the files."""
    by_id = {file.identity: file for file in files}
    tasks = list(_tasks(trial, whole))
    lexicon = trial.linter.borders.get(pack, trial.linter.lexicon)
    lines = [line for rule in rules for line in _silent(trial, rule, by_id[rule.id], whole)]
    lines += (line for rule in rules for line in _areas(rule, by_id[rule.id], lexicon, tasks))
    if trial.packs.files.get(pack, {}).get("coverage") == "rules":
        return Missed(lines, 0, 0)
    lines += (line for rule in rules for line in _options(trial, rule, by_id[rule.id], whole))
    spoken = _spoken(lexicon, tasks)
    base = _spoken(trial.linter.lexicon, tasks)
    own = [entry for rule in rules for entry in _phrases(rule, by_id[rule.id])]
    own += _added(by_id.get(pack))
    unheard = [
        file.fault(steps, f'no example exercises the phrase "{said}"')
        for file, steps, of, said in own
        if (of, _bare(said)) not in spoken | base
    ]
    return Missed([*lines, *unheard], len(own), len(unheard))


def _silent(trial: Trial, rule: Rule, file: PackFile, whole: Iterable[Example]) -> Iterator[str]:
    if not any(rule.id in {said for _, said in trial.told(e)} for e in whole if e.rule == rule.id):
        yield file.fault((), f"{rule.id} speaks in none of its own examples")


def _options(trial: Trial, rule: Rule, file: PackFile, whole: Sequence[Example]) -> Iterator[str]:
    """Options without which all of the rule's examples say the same."""
    schema = load("kinds")["properties"].get(rule.kind)
    if schema is None or rule.kind in Lexicon.KINDS:
        return
    own = [example for example in whole if example.rule == rule.id]
    full = [_said(trial, example, rule) for example in own]
    for option in rule.options:
        if option not in schema.get("required", ()):
            rest = {name: value for name, value in rule.options.items() if name != option}
            if full == [_said(trial, example, rule._replace(options=rest)) for example in own]:
                yield file.fault(("options", option), f"no example exercises the option `{option}`", key=True)


def _said(trial: Trial, example: Example, rule: Rule) -> list[object]:
    found = trial.report(example, rule)
    return [(f.place.line, f.rule, f.severity, f.message, f.labels[0].message) for f in found]


def _tasks(trial: Trial, whole: Iterable[Example]) -> Iterator[Task]:
    for example in whole:
        readings = linting.read([Input("example.yaml", example.text.encode())], trial.linter.settings)
        for organisation in trial.linter.organisations(readings):
            yield from organisation.tasks


def _areas(rule: Rule, file: PackFile, lexicon: Lexicon, tasks: Sequence[Task]) -> Iterator[str]:
    """Grey areas that no task of any example is in."""
    if rule.kind == AREAS:
        met = {lexicon.judge(task).area for task in tasks}
        for name in rule.options.get("areas", {}):
            if name not in met:
                said = f"no example is in the grey area `{name}`"
                yield file.fault(("options", "areas", name), said, key=True)


def _spoken(lexicon: Lexicon, tasks: Iterable[Task]) -> Spoken:
    """The phrases that speak in any task's words, and those that silence one."""
    found: Spoken = set()
    for text in (text for task in tasks for text in (task.name, task.description) if text):
        seen = lexicon.seen(text)
        matches = [
            *seen.grey,
            *seen.elsewhere,
            *seen.doubts,
            *(m for each in seen.evidence.values() for m in each),
        ]
        matches += (match for pair in seen.silenced for match in pair)
        found.update((match.pattern.of, match.pattern.said) for match in matches)
    return found


def _phrases(rule: Rule, file: PackFile) -> Iterator[tuple[PackFile, tuple[Step, ...], str, str]]:
    for phrase in checking.phrases(rule.kind, rule.options):
        yield file, ("options", *phrase.steps), _speaks_for(rule.id, rule.kind, phrase.steps), phrase.said


def _added(file: PackFile | None) -> Iterator[tuple[PackFile, tuple[Step, ...], str, str]]:
    """The phrases that a pack file adds to rules of evidence of other packs."""
    for identity, change in (file.data.get(EXTENDS, {}) if file else {}).items():
        for phrase in checking.phrases(EVIDENCE, change.get("add", {})):
            if phrase.steps[0] in checking.LISTS:
                assert file is not None
                yield file, (EXTENDS, identity, "add", *phrase.steps), identity, phrase.said


def _speaks_for(rule: str, kind: str, steps: tuple[Step, ...]) -> str:
    """The rule, area or function that the lexicon knows the phrase under."""
    if kind == EVIDENCE:
        return rule
    return "" if steps[0] in ("masks", "doubts") else str(steps[1])


def _bare(said: str) -> str:
    return said.partition("!")[0].strip()
