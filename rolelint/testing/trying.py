"""All examples of a pack, linted with all rules on and compared with what they are marked with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rolelint import linting
from rolelint.finding import Finding
from rolelint.linting import Input, Linter
from rolelint.packs import Packs
from rolelint.packs.reading import PackFile
from rolelint.records import NamedTuple
from rolelint.rule import Rule
from rolelint.suggest import suggest
from rolelint.testing import coverage
from rolelint.testing.examples import Example, Told, examples, marked

NAME = "example.yaml"


class Outcome(NamedTuple):
    """What came of a pack: lines on what is wrong, lines on what no example exercises, and numbers."""

    wrong: Sequence[str]
    missed: Sequence[str]
    rules: int
    examples: int
    phrases: int = 0
    """The phrases that should be exercised; 0 where the pack asks for its rules alone."""
    missed_phrases: int = 0


def tried(packs: Packs, linter: Linter, pack: str, files: Iterable[PackFile]) -> Outcome:
    """Every example of the files of one pack. `packs` are whole, `linter` has all rules on that may be."""
    all_files = list(files)
    trial = Trial(packs, linter)
    whole = [example for file in all_files for example in examples(file)]
    wrong = [line for example in whole for line in trial.mismatches(example)]
    own = [rule for rule in packs.rules.values() if rule.pack == pack]
    found = coverage.missed(trial, pack, own, all_files, whole)
    return Outcome(wrong, found.lines, len(own), len(whole), found.phrases, found.missed_phrases)


class Trial:
    """Lints examples, each once for the same rules."""

    def __init__(self, packs: Packs, linter: Linter) -> None:
        self.packs = packs
        self.linter = linter
        self._told: dict[tuple[str, str], list[Told]] = {}

    def told(self, example: Example) -> list[Told]:
        """Line and rule of every finding of an example, sorted."""
        key = example.rule, example.text
        if key not in self._told:
            self._told[key] = lines(self.report(example, self.packs.rules.get(example.rule)))
        return self._told[key]

    def report(self, example: Example, rule: Rule | None) -> Sequence[Finding]:
        """The findings of an example, with `rule` on and as given, whether it is on by default or not."""
        linter = _for(example.settings, self.linter)
        if rule is not None:
            others = [each for each in linter.rules if each.id != rule.id]
            linter = linter._replace(rules=sorted([*others, rule], key=lambda each: each.id))
        readings = linting.read([Input(NAME, example.text.encode())], linter.settings)
        return linter.lint(readings).findings

    def mismatches(self, example: Example) -> Iterator[str]:
        """A line for each finding that should be there and is not, or the other way round."""
        expected, found = Counter(marked(example.text)), Counter(self.told(example))
        for line, rule in sorted(expected - found):
            yield f"{example.place(line)}: {self._absent(rule)}"
        for line, rule in sorted(found - expected):
            yield f"{example.place(line)}: {rule} speaks here; mark it with `# <- {rule}`, or mend the rule"
        if example.good and expected:
            yield f"{example.place(min(expected)[0])}: a good example has no marks"
        if not example.good and example.rule not in {rule for _, rule in expected}:
            yield f"{example.place(1)}: a bad example marks a line with `# <- {example.rule}`"

    def _absent(self, rule: str) -> str:
        if rule in self.packs.rules:
            return f"{rule} should speak here, and does not"
        near = suggest(rule, self.packs.rules)
        return f'no rule is called "{rule}"' + (f' — did you mean "{near}"?' if near else "")


def lines(findings: Iterable[Finding]) -> list[Told]:
    """Line and rule of every finding, sorted."""
    return sorted((finding.place.line, finding.rule) for finding in findings)


def _for(said: Mapping[str, object], linter: Linter) -> Linter:
    """The linter with the settings that a rule's examples ask for."""
    if not said:
        return linter
    settings = linter.settings._replace(
        today=said.get("today", linter.settings.today),  # type: ignore[arg-type]  # by the schema
        hints=bool(said.get("hints", linter.settings.hints)),
        require_reason=bool(said.get("require-reason", linter.settings.require_reason)),
    )
    return linter._replace(settings=settings)
