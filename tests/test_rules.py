"""Every rule's own examples, run with all rules on; the whole list of (line, rule) must be what is marked."""

import marshal
import re
from functools import cache

import pytest
from linting_helpers import WHOLE

from rolelint import bundled, linting, packs
from rolelint.config import Settings
from rolelint.kinds import KINDS
from rolelint.packs.compiled import from_compiled
from rolelint.packs.named import files_of
from rolelint.rule import Rule
from rolelint.testing import Example, examples, marked, tried
from rolelint.testing.trying import Trial

RULES = list(WHOLE.rules.values())
PLACEHOLDER = re.compile(r"\{(\w+)\}")
PACKS = sorted(WHOLE.files)
FILES = {pack: files_of(WHOLE, pack) for pack in PACKS}
EXAMPLES = [example for pack in PACKS for file in FILES[pack] for example in examples(file)]


@cache
def trial(pack: str) -> Trial:
    """All rules that are on by default, and those of the pack."""
    on = packs.used(WHOLE, [pack])
    return Trial(on, linting.linter(Settings(), on))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}-{e.steps[-2]}-{e.steps[-1]}")
def test_examples_say_what_is_found(example: Example) -> None:
    assert list(trial(example.file.pack).mismatches(example)) == []


@pytest.mark.parametrize("pack", PACKS)
def test_examples_exercise_all_that_the_pack_asks_for(pack: str) -> None:
    """As `rolelint test PACK --full`."""
    outcome = tried(trial(pack).packs, trial(pack).linter, pack, FILES[pack])
    assert outcome.rules
    assert list(outcome.missed) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_seen_to_fire_and_to_be_silent(rule: Rule) -> None:
    assert rule.good
    assert any(rule.id in {i: n for n, i in marked(example)} for example in rule.bad)
    assert not any(marked(example) for example in rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_of_a_known_kind(rule: Rule) -> None:
    assert rule.kind in KINDS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_placeholder_is_left_in_what_users_read(rule: Rule) -> None:
    for example in rule.bad:
        for finding in trial(rule.pack).report(_example(rule, example), rule):
            words = " ".join(
                [finding.message, finding.help, *finding.notes, *(x.message for x in finding.labels)]
            )
            for name in PLACEHOLDER.findall(rule.message + rule.help):
                assert f"{{{name}}}" not in words


def _example(rule: Rule, text: str) -> Example:
    return next(example for example in EXAMPLES if (example.rule, example.text) == (rule.id, text))


def test_every_kind_has_a_rule() -> None:
    assert {rule.kind for rule in RULES} == set(KINDS)


def test_the_compiled_form_says_the_same() -> None:
    data, pieces = packs.compile_shipped()
    compiled = from_compiled(marshal.loads(data), pieces)
    assert list(compiled.rules) == [rule.id for rule in RULES]
    for rule in RULES:
        other = compiled.rules[rule.id]
        assert (other.kind, other.severity, other.message, other.help, other.enabled) == (
            (rule.kind, rule.severity, rule.message, rule.help, rule.enabled)
        )


def test_path_is_identity() -> None:
    names = {
        f"{pack.name}/{entry.name.removesuffix('.yaml')}"
        for pack in bundled.folder("rules").iterdir()
        if pack.is_dir()
        for entry in pack.iterdir()
        if entry.name.endswith(".yaml") and entry.name != packs.PACK_FILE
    }
    assert names == set(WHOLE.rules)
