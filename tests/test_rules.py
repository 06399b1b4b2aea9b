"""Every rule's own examples, run with all rules on; the whole list of (line, rule) must be what is marked."""

import json
import re

import pytest
from linting_helpers import WHOLE, lines, lint

from rolelint import bundled, packs
from rolelint.config import Settings
from rolelint.kinds import KINDS
from rolelint.rule import Rule

RULES = list(WHOLE.rules.values())
MARK = re.compile(r"#\s*<-\s*(?P<ids>[\w/,\s-]+?)\s*$")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def marked(example: str) -> list[tuple[int, str]]:
    """(line, rule) of every `# <- rule` comment."""
    found = []
    for number, line in enumerate(example.splitlines(), 1):
        mark = MARK.search(line)
        if mark:
            found += [(number, identity.strip()) for identity in mark["ids"].split(",")]
    return sorted(found)


def settings_for(rule: Rule) -> Settings:
    """All rules that are on by default, and the rule itself; what only speaks when asked is asked."""
    on = [r.id for r in RULES if r.enabled]
    return Settings(
        select=tuple({*on, rule.id}),
        hints=rule.options.get("hints_in_examples", False),
        today="2027-01-01" if rule.kind == "dates" or rule.id == "file/expired-ignore" else None,
        require_reason=rule.id == "file/ignore-without-reason",
    )


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{what}-{number}")
    for rule in RULES
    for what, examples in (("good", rule.good), ("bad", rule.bad))
    for number, example in enumerate(examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_say_what_is_found(rule: Rule, example: str) -> None:
    assert lines(lint(example, settings_for(rule))) == marked(example)


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
        for finding in lint(example, settings_for(rule)).findings:
            words = " ".join(
                [finding.message, finding.help, *finding.notes, *(x.message for x in finding.labels)]
            )
            for name in PLACEHOLDER.findall(rule.message + rule.help):
                assert f"{{{name}}}" not in words


def test_every_kind_has_a_rule() -> None:
    assert {rule.kind for rule in RULES} == set(KINDS)


def test_the_compiled_form_says_the_same() -> None:
    compiled = packs._from_compiled(json.loads(packs.compile_shipped()))
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
