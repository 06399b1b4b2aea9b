"""Whatever is fixed: it stays fixed, its findings are gone, and all else is there to the byte."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from fixing_helpers import LINTER, fix_all
from hypothesis import given, settings
from hypothesis import strategies as st

from rolelint.finding import Finding
from rolelint.fixing import Mended
from rolelint.linting import Input, read
from rolelint.words import fold

NAMES = [
    "payroll-lead", "payroll-laed", "it-lead", "it lead", "security-lead", "securty-lead",
    "Data Operations", "Data Ops", "sales", "marketing",
    "Marketing", "'finance'", '"legal team"', "legal", "-", "", "TBD", "*who",
]  # fmt: skip
EXAMPLES = 30
LETTERS = ["A", "R", "a/r", "A/R", "С", "с", "i", "I, I", "R/A/R", "-", "", "'C'", "A*", "r", "X"]
WORK = [
    "Run payroll", "Patch the servers", "Analyse competing products and market trends", "Close deals",
    "Run the spring advertising campaign", "Qualify inbound leads", "'Press: talks'", "Büro - renew it",
]  # fmt: skip
DUTIES = ["accountable", "responsible", "consulted", "informed", "informd", "support"]
KEYS = ["A", "R", "C", "I", "a", "r", "c", "А"]
COMMENTS = ["", "", "", "  # why: [a, b]", "   "]
COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]

names = st.sampled_from(NAMES)
comments = st.sampled_from(COMMENTS)


@st.composite
def value(draw: st.DrawFn, indent: str) -> str:
    """A party, several in brackets, or a block of them."""
    several = draw(st.lists(names, max_size=4))
    style = draw(st.sampled_from(["one", "flow", "block"]))
    if style == "one" or not several:
        return " " + draw(st.one_of(names, st.just("[]"))) + draw(comments) + "\n"
    if style == "flow":
        gap = draw(st.sampled_from([", ", ",", " , "]))
        return f" [{gap.join(name or '~' for name in several)}]{draw(comments)}\n"
    return draw(comments) + "\n" + "".join(f"{indent}- {name}{draw(comments)}\n" for name in several)


@st.composite
def words(draw: st.DrawFn) -> str:
    """A task with its duties in words or letters."""
    keys = draw(st.lists(st.sampled_from(draw(st.sampled_from([DUTIES, KEYS]))), unique=True, max_size=5))
    lines = [f"{key}:{draw(value('      '))}" for key in keys]
    lines.insert(draw(st.integers(0, len(lines))), f"name: {draw(st.sampled_from(WORK))}{draw(comments)}\n")
    return "  - " + "    ".join(lines)


@st.composite
def grid(draw: st.DrawFn) -> str:
    """A row of the grid, in braces or as a block."""
    cells = draw(
        st.dictionaries(st.sampled_from(NAMES[:14]), st.sampled_from(LETTERS), min_size=1, max_size=4)
    )
    name = draw(st.sampled_from(WORK))
    if draw(st.booleans()):
        inside = ", ".join(f"{party}: {cell.replace('I, I', '[I, I]')}" for party, cell in cells.items())
        return f"  {name}: {{{inside}}}{draw(comments)}\n"
    return f"  {name}:{draw(comments)}\n" + "".join(
        f"    {party}: {cell}{draw(comments)}\n" for party, cell in cells.items()
    )


@st.composite
def matrices(draw: st.DrawFn) -> bytes:
    """A matrix with all that can be fixed, and much that cannot, in some encoding and with some line ends."""
    text = "# rôles\nroles:\n  payroll-lead: {}   # her\n  it-lead: {title: &who IT lead}\n"
    text += "  security-lead: {reports_to: it-laed}\n"
    rows = draw(st.lists(words(), max_size=4))
    text += "tasks:\n" + "".join(rows) if rows else ""
    grids = draw(st.lists(grid(), max_size=3))
    text += "matrix:\n" + "".join(grids) if grids else ""
    text = text.rstrip("\n") if draw(st.booleans()) else text
    encoding = draw(st.sampled_from(ENCODINGS))
    text = (
        text if encoding.startswith("utf") else text.translate({ord("С"): "C", ord("с"): "c", ord("А"): "A"})
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"]))).encode(encoding)


def findings(raw: bytes) -> list[Finding]:
    return list(LINTER.lint(read([Input("org.yaml", raw)], LINTER.settings)).findings)


def prints(found: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.fingerprint.partition("-")[0] for finding in found)


def done(raw: bytes, *, unsafe: bool) -> tuple[bytes, Mended]:
    result = fix_all([Input("org.yaml", raw)], unsafe=unsafe)
    return result.inputs[0].text, result


SLIPS = {"payroll-laed": "payroll-lead", "securty-lead": "security-lead", "it lead": "it-lead"}


def held(raw: bytes) -> list[tuple[str, set[tuple[str, str]]]]:
    """Of each task its name and who holds what, misspelt names read as what they mean."""
    organisations = LINTER.organisations(read([Input("org.yaml", raw)], LINTER.settings))
    return [
        (task.name, {(SLIPS.get(fold(a.name), fold(a.name)), a.duty) for a in task.assignments})
        for organisation in organisations
        for task in organisation.tasks
    ]


@settings(max_examples=EXAMPLES, deadline=None)
@given(matrices(), st.booleans())
def test_fixing_twice_changes_nothing_and_what_was_fixed_is_gone(raw: bytes, unsafe: bool) -> None:
    after, result = done(raw, unsafe=unsafe)
    assert done(after, unsafe=unsafe)[0] == after
    assert (after != raw) == bool(result.fixes)
    first, last = prints(findings(raw)), prints(findings(after))
    answered = prints({fix.finding for fix in result.fixes if fix.finding})
    # One that is fixed can come up once more where another fix brings a name to light, and is fixed again.
    assert not {p for p, number in answered.items() if p in first and last[p] > max(first[p] - number, 0)}


@settings(max_examples=EXAMPLES, deadline=None)
@given(matrices())
def test_safe_fixes_keep_who_holds_what_and_every_other_line(raw: bytes) -> None:
    after, result = done(raw, unsafe=False)
    if not any(fix.title == "write informed" for fix in result.fixes):
        assert held(after) == held(raw)
    old, new = (text.decode(json.detect_encoding(text[:3]), "replace") for text in (raw, after))
    assert COMMENT.findall(new) == COMMENT.findall(old)
    before, now = (Counter(text.splitlines(keepends=True)) for text in (old, new))
    changes = sum(len(fix.changes) for fix in result.fixes)
    assert (now - before).total() <= changes
    assert (before - now).total() <= 2 * changes
