"""Baselines: old findings are quiet, new ones are told, mended ones counted."""

import pytest

from rolelint.baseline import BadBaseline, compare, entries, write
from rolelint.finding import Finding, Place


def finding(mark: str, line: int = 1) -> Finding:
    place = Place("org.yaml", line, 1, line, 2, "x")
    return Finding("raci/x", "error", "m", place, task=mark, fingerprint=mark)


def test_what_is_written_is_read_back() -> None:
    text = write([finding("b"), finding("a")])
    assert [e["fingerprint"] for e in entries(text)] == ["a", "b"]
    assert write([finding("a"), finding("b")]) == text


def test_moved_lines_wake_nothing() -> None:
    known = entries(write([finding("a", 1), finding("b", 2)]))
    compared = compare([finding("a", 90), finding("c", 2)], known)
    assert [f.fingerprint for f in compared.new] == ["c"]
    assert [f.fingerprint for f in compared.old] == ["a"]
    assert [e["fingerprint"] for e in compared.mended] == ["b"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "{", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}', "[" * 9999],
)
def test_what_is_no_baseline_is_said(text: str) -> None:
    with pytest.raises(BadBaseline):
        entries(text)
