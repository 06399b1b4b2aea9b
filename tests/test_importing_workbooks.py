"""Workbooks as people fill them: templates, sheets of help and of letters, tables side by side, formulas."""

import io
from collections.abc import Sequence

import pytest
from importing_helpers import doubts, tasks

from rolelint.importing import Reading, read

openpyxl = pytest.importorskip("openpyxl")

Rows = Sequence[Sequence[object]]


def workbook(merges: Sequence[str] = (), **sheets: Rows) -> Reading:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    got = read("x.xlsx", out.getvalue())
    assert got.read == got.written + got.reported
    return got


def test_a_template_with_titles_a_legend_and_rows_that_nobody_filled_in() -> None:
    got = workbook(
        ["A1:C1", "B5:C5", "A7:C7"],
        RACI=[
            ["RACI CHART"],
            ["Project:", "Apollo", None],
            ["Put a letter into each cell."],
            [],
            ["Project Deliverable (or Activity)", "Role", ""],
            [None, "Sponsor", "Manager"],
            ["Initiate Phase"],
            ["Request review", "A/R", "C"],
            ["Submit request", "A", "R"],
            ["Task 3"],
            [],
            ["R = Responsible", "Does the work"],
            ["A = Accountable", "Answers"],
        ],
    )
    assert tasks(got) == {
        "Request review": {"Sponsor": "AR", "Manager": "C"},
        "Submit request": {"Sponsor": "A", "Manager": "R"},
    }
    assert {row.section for row in got.rows()} == {"Initiate Phase"}
    assert 'RACI!A10 LOST a line to write on: "Task 3"' in doubts(got)


def test_a_sheet_of_letters_explains_the_other_and_hides_none_of_its_cells() -> None:
    got = workbook(
        Help=[["How to use"]],
        RACI=[["Task", "PM", "Dev"], ["Plan", "V", "D"], ["Build", "I", "V/D"]],
        Lists=[["D", "Durchführung"], ["V", "Verantwortung"], ["I", "Information"]],
    )
    assert tasks(got) == {"Plan": {"PM": "V", "Dev": "D"}, "Build": {"PM": "I", "Dev": "VD"}}
    assert dict(got.matrices[0].letters) == {"V": "accountable", "D": "responsible", "I": "informed"}
    assert doubts(got) == ['Help!A1 LOST words beside the table: "How to use"']


def test_two_tables_side_by_side() -> None:
    got = workbook(
        Plan=[
            ["Sales tasks", "AE", "VP", None, "Marketing tasks", "CMO", "PMM"],
            ["Call", "R", "A", None, "Write", "A", "R"],
            ["Close", "R", "A", None, "Design", "A", "R"],
            [None, None, None, None, "Print", "A", "R"],
        ]
    )
    assert tasks(got) == {
        "Call": {"AE": "R", "VP": "A"},
        "Close": {"AE": "R", "VP": "A"},
        "Write": {"CMO": "A", "PMM": "R"},
        "Design": {"CMO": "A", "PMM": "R"},
        "Print": {"CMO": "A", "PMM": "R"},
    }


def test_an_empty_column_inside_one_table_parts_nothing() -> None:
    got = workbook(Plan=[["Task", "AE", "VP", None, "CMO", "PMM"], ["Call", "R", "A", None, "I", "C"]])
    assert tasks(got) == {"Call": {"AE": "R", "VP": "A", "CMO": "I", "PMM": "C"}}


def test_formulas_that_no_spreadsheet_has_worked_out_are_told() -> None:
    got = workbook(Plan=[["Task", "PM", "Dev"], ["Plan", "A", "R"], ["Build", "=B2", "R"]])
    assert tasks(got) == {"Plan": {"PM": "A", "Dev": "R"}, "Build": {"Dev": "R"}}
    assert [remark.split(":")[0] for remark in got.remarks] == ['the sheet "Plan", B3']


def test_who_holds_the_roles_of_a_project_is_no_task() -> None:
    got = workbook(
        Plan=[
            ["RACI", "Name"],
            ["Responsible", "Ann"],
            ["Accountable", "Bob"],
            [],
            ["Task", "R", "A"],
            ["Plan", "Ann", "Bob"],
            ["Do", "Ann\nCy", "Bob"],
        ]
    )
    assert tasks(got) == {"Plan": {"Ann": "R", "Bob": "A"}, "Do": {"Ann": "R", "Cy": "R", "Bob": "A"}}
