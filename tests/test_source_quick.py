"""What is read line by line is read just as the parser reads it; all else is left to the parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_inputs import INPUTS
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_source_properties import dumped, dumps, structures

from rolelint.source import parse, quick
from rolelint.source.comments import found as comments_in
from rolelint.source.decode import decode
from rolelint.source.parsed import Parsed

ROOT = Path(__file__).parent.parent
TAIL = ["", "", "\n", "\n\n", "\n# end\n"]

indents = st.sampled_from(["", "", "  ", "  ", "    ", "    ", "      ", " ", "   "])
dashes = st.sampled_from(["", "", "", "- ", "- ", "-   ", "-"])
KEYS = [
    "", "", "a: ", "b: ", "c: ", "a b: ", "a:", "b:", "c:", "'a': ", '"b: c": ', "x.y-z:", "d :", "7: ",
    "a:b: ", "'it''s': ", "é: ", "Plan, & do: ", "<<: ", "? ", ": ", "#: ", "a #b: ", "...: ", "-a: ",
    "[a]: ", "null: ",
]  # fmt: skip
VALUES = [
    "", "", "x", "y z", "x  ", "12", "-1.5e3", "+", "-x", "- x", "~", "null", "true", "No",
    "2026-12-31", "22:22", "a: b", "a:", ":a", "a #b", "a#b", "x # why", "# why", "x?", "(x)", "…",
    "'q'", "''", "'it''s' # why", "'open", '"q" ', '""', '"a\\nb"', "[]", "{}", "[a]",
    '[ a , \'b\' ,"c" ]', "[a, ]", "[,]", "[a, , b]", "[a", "[a] b", "[a#b]", "[a #b]",
    "[a, [b, {c: d}]] # why", "{a: 1, b: [x, 2]}", "{a: b, a: c}", "{a}", "{a: }", '{"a": b, \'c\': d}',
    "{a:b}", "[a: b]", "[-1]", "[x-y, it's]", "{a: b}: c", ">", ">-", "> # why", "&a x", "*a",
    "!!str x", "@x", "%", "`x`", ", x", "] x", "é", "中文", "\xa0", "<<", "=", ".", "---", "...", "a\tb",
    "|", "|-", "|+", "|2", "[a b, c.d-, 7]", "[a,b, null]", "[a, b ]", "[a  b]",
]  # fmt: skip
lines = st.tuples(indents, dashes, st.sampled_from(KEYS), st.sampled_from(VALUES)).map("".join)
odd = st.sampled_from(
    ["---", "...", "", "   ", "# why", "  # why", "    # why", "%YAML 1.1", "\ufeff", "\x85"]
)
texts = st.builds(
    lambda each, end, tail: end.join(each) + tail.replace("\n", end),
    st.lists(st.one_of(lines, lines, lines, odd), max_size=9),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.sampled_from(TAIL),
)
often = settings(max_examples=800, deadline=None)


def told(parsed: Parsed) -> object:
    """All that is known of a text."""
    comments = list(comments_in(parsed.lines, parsed.hashes, parsed.end))
    roots = [(root.cell, root.complete, repr(root.data)) for root in parsed.roots]
    return roots, parsed.tree.marks.tolist(), parsed.faults, comments, parsed.end, parsed.lines.text


def assert_alike(text: str) -> None:
    """What is read line by line, if it is, is what the parser reads."""
    decoded = decode(text.encode())
    quickly = quick.parsed(decoded)
    if quickly is not None:
        by_parser = parse.parsed(decoded, text.encode())
        assert told(quickly) == told(by_parser), text
        tree = by_parser.tree
        assert (tree.aliases, tree.merges, tree.odd) == ({}, {}, {})


@often
@given(texts)
@example("a:\n  - x\n   y\n")
@example("- a: |\n    x\n\n     y\n- b\n")
@example("a: >\n  x\n\n\n  y\nb: 1\n")
def test_lines(text: str) -> None:
    assert_alike(text)


@often
@given(structures, dumps)
def test_dumps(structure: object, how: dict[str, object]) -> None:
    assert_alike(dumped(structure, how))


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_hostile(name: str) -> None:
    decoded = decode(INPUTS[name])
    quickly = quick.parsed(decoded)
    assert quickly is None or told(quickly) == told(parse.parsed(decoded, INPUTS[name]))


PLAIN = """\
---
# who does what
org: {name: "Example Group", headcount: 450}   # for the profile
roles:
  ae.emea:
    title: AE
tasks:

- name: Close 'big' renewals: all of them? no
- id: 7
  name: 'It''s: ours'
  description: >-
    Whatever
    it takes.

    Really.
  notes: |
    one
      two
  responsible:
    - ae.emea
    - "sales & co"
  accountable: [sales, 'marketing']
  until: 2026-12-31
  ignore:
  reason: long as it is, this goes on
    in the next line
"""
"""Not quite: of the first name the colon is too much."""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        (PLAIN.replace("renewals: all", "renewals:all"), True),
        (PLAIN, False),
        ("a: b  # rolelint: ignore[x/y]\n", True),
        ("a: 'b # rolelint: ignore[x/y]'\n", False),
        ("a: &b c\n", False),
        ("a: b\n---\na: b\n", False),
        ("a: b\na: c\n", False),
        ("a: [b,\n  c]\n", False),
        ("a: \tb\n", False),
        ("a: b\x85\n", False),
        ("", False),
        ("a\n", False),
    ],
)
def test_what_is_plain(text: str, is_plain: bool, end: str) -> None:
    text = text.replace("\n", end)
    assert (quick.parsed(decode(text.encode())) is not None) is is_plain
    assert_alike(text)


@pytest.mark.parametrize("depth", [99, 100, 101])
def test_depth(depth: int) -> None:
    assert_alike("".join(f"{'  ' * level}a:\n" for level in range(depth)) + "  " * depth + "b: c\n")
    assert_alike("a: " + "[" * depth + "]" * depth)


def test_every_shipped_example_of_a_matrix_is_alike() -> None:
    paths = sorted(ROOT.glob("examples/**/*.yaml"))
    assert paths
    for path in paths:
        assert_alike(path.read_text(encoding="utf-8"))
