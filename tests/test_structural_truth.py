"""Real matrices, judged row by row by eye: the structural rules must say the same, no more and no less."""

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from organisations import hits

MATRICES = Path(__file__).parent.parent.parent / "shared" / "data" / "matrices"
RULES = {
    "raci/no-accountable": "no_A",
    "raci/several-accountable": "multiple_A",
    "raci/no-responsible": "no_R",
    "raci/too-many-responsible": "more_than_3_R",
}
EXACT = {"no_A", "multiple_A", "no_R"}
WORDS = {"R": "responsible", "A": "accountable", "C": "consulted", "I": "informed"}
EXCERPTS = {"gouvernance-tresorier-raci.md"}
"""One role's rows only: what they lack may stand elsewhere."""

Row = tuple[str, str, str, str]

pytestmark = pytest.mark.skipif(not MATRICES.is_dir(), reason="the matrices are not at hand")


def rows() -> dict[str, list[dict[str, Any]]]:
    found = defaultdict(list)
    for line in (MATRICES / "normalised.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["file"] not in EXCERPTS:
            found[row["file"]].append(row)
    return found


def as_words(row: dict[str, Any]) -> dict[str, Any]:
    task: dict[str, Any] = {"name": row["task"]}
    for party, letters in row["assignments"].items():
        for letter in letters:
            if letter in WORDS:
                task.setdefault(WORDS[letter], []).append(party)
    return task


def told(matrix: list[dict[str, Any]], rule: str) -> set[Row]:
    text = yaml.safe_dump({"tasks": [as_words(row) for row in matrix]}, allow_unicode=True)
    found = set()
    for hit in hits(rule, text):
        position = hit.route.steps[1]
        assert isinstance(position, int)
        row = matrix[position]
        found.add((row["table"], row["section"], row["task"], RULES[rule]))
    return found


def test_the_rules_say_what_eyes_saw() -> None:
    seen = defaultdict(set)
    with (MATRICES / "truth.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            seen[row["file"]].add((row["table"], row["section"], row["task"], row["finding"]))
    for name, matrix in rows().items():
        found = {each for rule in RULES if RULES[rule] in EXACT for each in told(matrix, rule)}
        assert found == {each for each in seen[name] if each[3] in EXACT}, name


def test_many_hands_are_told_only_where_eyes_saw_them() -> None:
    """Meetings and the like are left alone, so that some of those seen are not told."""
    with (MATRICES / "truth.csv").open(encoding="utf-8") as file:
        seen = {(r["file"], r["task"]) for r in csv.DictReader(file) if r["finding"] == "more_than_3_R"}
    found = {(n, row[2]) for n, m in rows().items() for row in told(m, "raci/too-many-responsible")}
    assert found <= seen
    assert len(found) * 2 > len(seen)
