"""What is said of a rule: a page for the terminal, and the same as Markdown for `docs/rules/`."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rolelint.packs import Packs
from rolelint.rule import Rule
from rolelint.schema.load import load

INDENT = "  "
_PLACEHOLDER = re.compile(r"(?<!`)\{(\w+)\}")
WIDTH = 96
LONGEST = 200
"""Longer values of options are cut."""
GENERATED = "<!-- Written by `rolelint rules --write-docs`; change the rule, not this page. -->"


def options(rule: Rule) -> list[tuple[str, str, str]]:
    """Name, default and meaning of every option of a rule, and of the others that its kind takes."""
    kind = load("kinds")["properties"].get(rule.kind, {}).get("properties", {})
    names = dict.fromkeys([*rule.options, *kind])
    return [
        (name, _shown(rule.options[name]) if name in rule.options else "not set", _meaning(kind, name))
        for name in names
    ]


def _meaning(kind: Mapping[str, Any], name: str) -> str:
    return str(kind.get(name, {}).get("description", ""))


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def terminal(rule: Rule, packs: Packs) -> Iterator[str]:
    """The page of a rule in lines."""
    yield f"{rule.id}: {rule.title}"
    yield f"{INDENT}{_facts(rule, packs)}"
    for head, words in (("Why", rule.why), ("What to do", rule.help), ("Source", rule.source)):
        yield f"\n{head}"
        yield from _wrapped(words)
    yield from _choice(rule)
    yield from _areas(rule)
    for head, examples in (("Avoid", rule.bad), ("Prefer", rule.good)):
        for example in examples:
            yield f"\n{head}"
            yield textwrap.indent(example.rstrip(), INDENT)
    yield f"\nOptions of the kind {rule.kind}"
    for name, default, meaning in options(rule):
        yield from _wrapped(f"{name}: {default}")
        yield from (f"{INDENT}{line}" for line in _wrapped(meaning))


def _facts(rule: Rule, packs: Packs) -> str:
    off = "" if rule.enabled else ", off by default (turn it on with --select)"
    if rule.pack in packs.off:
        off = f", off unless its pack is asked for (--pack {rule.pack})"
    dimension = f", dimension: {rule.dimension}" if rule.dimension else ""
    return f"at most {rule.severity}{off}{dimension}"


def _wrapped(words: str) -> list[str]:
    """Lines of a page; what a finding fills in is shown as <name>."""
    said = _PLACEHOLDER.sub(r"<\1>", " ".join(words.split()))
    return textwrap.wrap(said, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)


def _choice(rule: Rule) -> Iterator[str]:
    """The setting that decides a contested point of the article otherwise."""
    policy = rule.options.get("policy")
    if rule.kind == "wrong-function" and policy:
        yield "\nYour choice"
        yield from _wrapped(
            f"Not every organisation agrees with the article here. Where the matrix says "
            f"`policy: {{{policy}: FUNCTION}}`, that function may own such work, and this rule is silent."
        )


def _areas(rule: Rule) -> Iterator[str]:
    """The grey areas a rule knows, each with what is usual and what should be written down."""
    if rule.kind == "grey-area":
        for name, area in rule.options["areas"].items():
            yield f"\n{name}: {area['title']}"
            yield from _wrapped(f"usual: {area['usual']}")
            yield from _wrapped(f"write down: {area['artefact']}")


def markdown(rule: Rule, packs: Packs) -> str:
    """The page of a rule as Markdown."""
    parts = [f"# {rule.title}", f"`{rule.id}`: {_facts(rule, packs)}."]
    for head, examples in (("Avoid", rule.bad), ("Prefer", rule.good)):
        parts += [f"## {head}", *(f"```yaml\n{example.rstrip()}\n```" for example in examples)]
    parts += ["## Why", " ".join(rule.why.split()), f"Source: {' '.join(rule.source.split())}"]
    parts += ["## What to do", " ".join(rule.help.split())]
    parts += [f"## Options\n\nKind: `{rule.kind}`.", *_table(options(rule))]
    return "\n\n".join((GENERATED, *parts)) + "\n"


def _table(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    lines = [
        f"| `{name}` | {_cell(default) if default == 'not set' else _code(default)} | {_cell(meaning)} |"
        for name, default, meaning in rows
    ]
    if lines:
        yield "\n".join(["| option | default | meaning |", "|---|---|---|", *lines])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{fence}{space}{_cell(text)}{space}{fence}"


def index(packs: Packs) -> str:
    """The list of all rules as Markdown, by pack."""
    parts = [GENERATED, "# Rules"]
    for name, data in sorted(packs.files.items()):
        off = f" Off unless asked for: `packs: [{name}]` or `--pack {name}`." if name in packs.off else ""
        own = [rule for rule in packs.rules.values() if rule.pack == name]
        rows = "\n".join(f"- [{rule.id}]({rule.id}.md): {rule.title}" for rule in own)
        parts += [f"## {data['title']} (`{name}`)", f"{data.get('description', '')}{off}".strip(), rows]
    return "\n\n".join(parts) + "\n"


def pages(packs: Packs) -> dict[Path, str]:
    """Every page of `docs/rules/` by its path below that folder."""
    found = {Path(f"{rule.id}.md"): markdown(rule, packs) for rule in packs.rules.values()}
    return {Path("README.md"): index(packs), **found}
