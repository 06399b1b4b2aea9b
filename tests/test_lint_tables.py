"""`rolelint FILE.csv` and its kin: tables linted as they stand, findings at their row and column."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from cli_helpers import run

ROWS = [
    ["Task", "Sales", "Marketing"],
    ["Close the deal with Acme", "R", "A"],
    ["Set list prices", "A/R", "A"],
    ["Send the invoice", "✓", "A/R"],
    ["Book the hall", "", ""],
]
RULES = ["--select", "raci/*", "--format", "concise"]
FOUND = ["raci/several-accountable", "raci/letters-unknown", "raci/no-accountable"]
"""What the last three rows get, at the second cell of the first two and the first of the last."""


def as_csv(delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(ROWS)
    return out.getvalue().encode("utf-8-sig")


def as_markdown() -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in ROWS]
    return "\n".join([lines[0], "|---|---|---|", *lines[1:]]).encode()


def as_html() -> bytes:
    rows = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return f"<table>{rows}</table>".encode()


def as_xlsx() -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "places"),
    [
        ("raci.csv", as_csv(","), ["3:17", "4:18", "5:1"]),
        ("raci.TSV", as_csv("\t"), ["3:17", "4:18", "5:1"]),
        ("raci.md", as_markdown(), ["4:21", "5:22", "6:3"]),
        ("raci.html", as_html(), ["3:33", "4:34", "5:9"]),
        ("raci.xlsx", as_xlsx(), ["3:2", "4:2", "5:1"]),
    ],
)
def test_findings_stand_at_the_cells_of_the_original(
    tmp_path: Path, name: str, content: bytes, places: list[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(name, *RULES, cwd=tmp_path)
    assert [(line.split(": ")[0], line.split()[2]) for line in done.lines] == [
        (f"{name}:{place}", rule) for place, rule in zip(places, FOUND, strict=True)
    ]
    assert done.code == 1


def test_a_spreadsheets_finding_names_sheet_and_cell_and_shows_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "raci.xlsx").write_bytes(as_xlsx())
    done = run("raci.xlsx", "--select", "raci/several-accountable", cwd=tmp_path)
    assert done.out.splitlines()[:7] == [
        'error[raci/several-accountable]: Sales and Marketing are both accountable for "Set list prices"',
        '  --> raci.xlsx:3:2 (sheet "Sheet")',
        "   |",
        "B3 | A/R",
        "   | ^^^ Sales here",
        "C3 | A",
        "   | ^ Marketing here",
    ]


def test_what_was_guessed_or_left_out_is_noted_with_its_place(tmp_path: Path) -> None:
    text = "Task,Ann,Bob,Cy\nPlan,D,A,I\nWrite,I,D,А\n\nSome words\n"
    (tmp_path / "x.csv").write_text(text, "utf-8")
    done = run("x.csv", "--select", "raci/no-accountable", cwd=tmp_path)
    assert [line for line in done.lines if line.startswith("note")] == [
        "note: x.csv: the letters were read as DACI (D = responsible, A = accountable, C = consulted, "
        "I = informed); set `scheme:` to change",
        "note: x.csv:3:11: Cy: a look-alike letter of another alphabet was read as the Latin one",
        "note: x.csv:5:1: nobody has a letter here: a task that nobody owns, or a heading?",
    ]


def test_a_table_and_a_matrix_form_one_organisation(tmp_path: Path) -> None:
    (tmp_path / "raci.csv").write_bytes(as_csv(";"))
    (tmp_path / "org.yaml").write_text("matrix:\n  Close the deal with Acme: {finance: A/R}\n", "utf-8")
    done = run("org.yaml", "raci.csv", "--select", "overlap/two-functions-accountable", "-q", cwd=tmp_path)
    assert [line.split()[-1] for line in done.lines if "--> " in line or "::: " in line] == [
        "raci.csv:2:1",
        "org.yaml:2:3",
    ]


def test_a_table_on_standard_input_is_told_by_its_name(tmp_path: Path) -> None:
    done = run("-", "--stdin-filename", "raci.csv", *RULES, cwd=tmp_path, stdin=as_csv(","))
    assert [line.split(": ")[0] for line in done.lines] == ["raci.csv:3:17", "raci.csv:4:18", "raci.csv:5:1"]


def test_a_page_without_a_matrix_and_a_broken_workbook(tmp_path: Path) -> None:
    (tmp_path / "prose.md").write_text("# Hello\n\nWe sell things.\n", "utf-8")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 but no more")
    done = run("prose.md", cwd=tmp_path)
    assert done.code == 3
    assert done.err.splitlines() == [
        "rolelint: prose.md: no table with letters (R, A, C, I) or owners in it",
        "rolelint: nothing to lint: no task was found",
    ]
    done = run("broken.xlsx", cwd=tmp_path)
    assert done.code == 2
    assert done.err.splitlines() == [
        "rolelint: broken.xlsx: this is no workbook that can be read (BadZipFile)"
    ]


def test_who_has_only_a_spreadsheet_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "the raci.csv").write_bytes(as_csv(","))
    done = run(".", cwd=tmp_path)
    assert (done.code, done.err.splitlines()) == (
        3,
        [
            "rolelint: nothing to lint: no task was found",
            "rolelint: a spreadsheet is read when it is named: rolelint 'the raci.csv'",
        ],
    )


def test_tables_in_folders_are_not_read_unasked(tmp_path: Path) -> None:
    (tmp_path / "raci.csv").write_bytes(as_csv(","))
    (tmp_path / "org.yaml").write_text("tasks: {Plan the fair: marketing}\n", "utf-8")
    done = run(".", cwd=tmp_path)
    assert (done.code, done.lines[0]) == (0, "1 file, 1 task: no findings")
