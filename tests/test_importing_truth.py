"""The real matrices as they stand: their structural faults are found exactly, imported or not."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from linting_helpers import lint

from rolelint.config import Settings
from rolelint.finding import Finding
from rolelint.importing import read, to_yaml
from rolelint.linting import TABLES

MATRICES = Path(__file__).parent.parent.parent / "shared" / "data" / "matrices"
RULES = {
    "raci/no-accountable": "no_A",
    "raci/several-accountable": "multiple_A",
    "raci/no-responsible": "no_R",
}
ONLY = Settings(select=tuple(RULES))
EXCERPTS = {"gouvernance-tresorier-raci.md"}
"""One role's rows only: what they lack may stand elsewhere."""

pytestmark = pytest.mark.skipif(
    not MATRICES.is_dir(), reason="the real matrices are not beside this checkout"
)

Faults = Counter[tuple[str, str]]


def truth() -> dict[str, Faults]:
    found: dict[str, Faults] = defaultdict(Counter)
    if MATRICES.is_dir():
        with (MATRICES / "truth.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["finding"] in RULES.values():
                    found[row["file"]][row["task"], row["finding"]] += 1
        for line in (MATRICES / "normalised.jsonl").read_text("utf-8").splitlines():
            name = re.match(r'\{"file": "([^"]+)"', line)
            assert name
            _ = found[name[1]]
    return {name: faults for name, faults in found.items() if name not in EXCERPTS}


SEEN = truth()


def told(findings: Iterable[Finding]) -> Faults:
    return Counter((f.task or "", RULES[f.rule]) for f in findings if f.rule in RULES)


@pytest.mark.parametrize("name", SEEN)
def test_faults_of_the_imported_file(name: str) -> None:
    text = to_yaml([read(name, (MATRICES / name).read_bytes())])
    assert told(lint(text, ONLY).findings) == SEEN[name]


@pytest.mark.parametrize("name", [name for name in SEEN if name.endswith(TABLES)])
def test_faults_of_the_file_as_it_stands_at_the_rows_of_their_tasks(name: str) -> None:
    content = (MATRICES / name).read_bytes()
    findings = lint(content, ONLY, file=name).findings
    assert told(findings) == SEEN[name]
    lines = defaultdict(set)
    for row in read(name, content).rows():
        lines[row.name] |= {row.cell.line, *(given.cell.line for given in row.given)}
    assert all(finding.place.line in lines[finding.task or ""] for finding in findings)
