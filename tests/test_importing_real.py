"""The real matrices beside the checkout, where they are there: what is read equals what people read."""

import json
from pathlib import Path

import pytest

from rolelint import schema, source
from rolelint.importing import read, to_yaml
from rolelint.organisation import Titles, build
from rolelint.words import fold

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data" / "matrices"
REFERENCE = FOLDER / "normalised.jsonl"

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the real matrices are not beside this checkout"
)

Rows = list[tuple[str, str, dict[str, str]]]


def reference() -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    if REFERENCE.is_file():
        for line in REFERENCE.read_text("utf-8").splitlines():
            row = json.loads(line)
            letters = {party: "".join(sorted(each)) for party, each in row["assignments"].items()}
            found.setdefault(row["file"], []).append((row["section"], row["task"], letters))
    return found


def imported(name: str) -> Rows:
    reading = read(name, (FOLDER / name).read_bytes())
    assert reading.read == reading.written + reading.reported
    return [
        (
            row.section,
            row.name,
            {p: "".join(sorted(g.mark for g in each)) for p, each in row.by_party().items()},
        )
        for row in reading.rows()
    ]


@pytest.mark.parametrize("name", reference())
def test_tasks_sections_parties_and_letters_equal_the_reference(name: str) -> None:
    ours, theirs = imported(name), reference()[name]
    if name.endswith(".yaml"):  # a YAML file may give its sections another name: stages, say
        ours, theirs = [("", *row[1:]) for row in ours], [("", *row[1:]) for row in theirs]
    assert ours == theirs


def files() -> list[str]:
    if not FOLDER.is_dir():
        return []
    own = ("index.csv", "truth.csv", "normalised.jsonl")
    return sorted(p.name for p in FOLDER.iterdir() if p.suffix != ".source" and p.name not in own)


@pytest.mark.parametrize("name", files())
def test_importing_twice_gives_the_same_text_and_the_linter_reads_the_same(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    reading = read(name, content)
    if not reading.matrices:
        return
    text = to_yaml([reading])
    assert to_yaml([read(name, content)]) == text
    assert written(text) == [
        (
            row.name,
            {(fold(g.party), duty) for g in row.given for duty in both(g.duty) if fold(g.party) != "tbd"},
        )
        for row in reading.rows()
    ]


def both(duty: str) -> tuple[str, ...]:
    return ("responsible", "accountable") if duty == "owner" else (duty,)


def written(text: str) -> list[tuple[str, set[tuple[str, str]]]]:
    """The tasks of the written YAML as the linter takes them."""
    got = source.read("org.yaml", text.encode(), first=0)
    assert got.problems == []
    assert [schema.problems(each.data, "organisation", each.number) for each in got.documents] == [[]]
    built = build([(each.number, each.data) for each in got.documents], Titles.build([]))
    return [(task.name, {(fold(each.name), each.duty) for each in task.assignments}) for task in built.tasks]


NONE = {"ibm-powervs-raci.md", "sourcegraph-product_teams.yml"}


def test_only_files_without_a_matrix_give_none() -> None:
    assert {name for name in files() if not read(name, (FOLDER / name).read_bytes()).matrices} == (
        NONE if files() else set()
    )
