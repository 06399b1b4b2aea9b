"""A table linted as it stands: the data in the format's words, each place a cell of the original."""

from pathlib import Path

from importing_helpers import doubts

from rolelint import schema
from rolelint.finding import Place, Route
from rolelint.importing import documents

CSV = "Phase,Task,Ann,Bob\nOne,Write copy,A,R\n,Send mail,R/A,?!\nTwo,Close,I,A\n"


def test_a_table_is_a_document_in_the_words_of_the_format() -> None:
    got = documents("raci.csv", CSV.encode(), first=3)
    [document] = got.documents
    assert document.data == {
        "tasks": [
            {
                "group": "One",
                "tasks": [
                    {"name": "Write copy", "accountable": ["Ann"], "responsible": ["Bob"]},
                    {"name": "Send mail", "responsible": ["Ann"], "accountable": ["Ann"]},
                ],
            },
            {"group": "Two", "tasks": [{"name": "Close", "informed": ["Ann"], "accountable": ["Bob"]}]},
        ]
    }
    assert (document.file, document.number) == ("raci.csv", 3)
    assert schema.problems(document.data, "organisation", 3) == []


def test_places_are_cells() -> None:
    [document] = documents("raci.csv", CSV.encode()).documents
    name, letter = ("tasks", 0, "tasks", 1, "name"), ("tasks", 0, "tasks", 1, "accountable", 0)
    assert document.place(Route(0, name)) == Place("raci.csv", 3, 2, 3, 11, ",Send mail,R/A,?!")
    assert document.place(Route(0, name, span=(5, 9))) == Place("raci.csv", 3, 7, 3, 11, ",Send mail,R/A,?!")
    assert document.place(Route(0, letter)) == Place("raci.csv", 3, 12, 3, 15, ",Send mail,R/A,?!")
    assert document.place(Route(0, (*letter, "deeper"))) == document.place(Route(0, letter))
    assert document.place(Route(0, ("scheme",))) == Place("raci.csv", 1, 1, 1, 2, "Phase,Task,Ann,Bob")
    assert document.line(4) == "Two,Close,I,A"


def test_what_is_not_sure_is_a_problem_at_its_cell() -> None:
    got = documents("raci.csv", CSV.encode(), first=1)
    assert doubts(got.reading) == ['3:16 LOST "?!" of Bob is no letter']
    [problem] = got.problems
    assert (problem.code, problem.route.document) == ("letters-unknown", 1)
    assert got.documents[0].place(problem.route) == Place("raci.csv", 3, 16, 3, 18, ",Send mail,R/A,?!")


def test_places_in_markdown_point_at_the_words_and_not_at_their_markup() -> None:
    text = "| Task | R | A |\n|---|---|---|\n| **Plan** it | Ann, Bob | **Cy** |\n"
    [document] = documents("x.md", text.encode()).documents
    row = text.split("\n")[2]
    places = [
        document.place(Route(0, ("tasks", 0, *steps)))
        for steps in (("responsible", 0), ("responsible", 1), ("accountable", 0))
    ]
    assert [row[p.column - 1 : p.end_column - 1] for p in places] == ["Ann", "Bob", "Cy"]
    assert {p.line for p in places} == {3}


def test_places_in_a_workbook_are_row_and_column_with_the_cells_name() -> None:
    content = (Path(__file__).parent / "fixtures" / "bakery-libreoffice.xlsx").read_bytes()
    [document] = documents("b.xlsx", content).documents
    place = document.place(Route(0, ("tasks", 0, "tasks", 0, "accountable", 0)))
    assert place == Place("b.xlsx", 5, 3, 5, 4, "A", "RACI!C5")


def test_a_file_without_a_matrix_gives_no_document() -> None:
    got = documents("x.csv", b"a,b\n1,2\n")
    assert (got.documents, got.problems) == ([], [])


def test_another_scheme_is_named() -> None:
    [document] = documents("x.csv", b"Task,Ann,Bob\nPlan,D,A\nWrite,I,D\n").documents
    assert document.data == {
        "scheme": "DACI",
        "tasks": [
            {"name": "Plan", "responsible": ["Ann"], "accountable": ["Bob"]},
            {"name": "Write", "informed": ["Ann"], "responsible": ["Bob"]},
        ],
    }
