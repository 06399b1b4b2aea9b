"""Which way round a table is, what its cells say, and that no cell is dropped in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing_helpers import doubts, reading, tasks

GRID = "Task,Sales,Marketing\nWrite copy,I,A/R\nClose deals,A,C\n"
GRID_TASKS = {
    "Write copy": {"Sales": "I", "Marketing": "AR"},
    "Close deals": {"Sales": "A", "Marketing": "C"},
}

SHAPES = {
    "a grid": (GRID, GRID_TASKS),
    "a grid in small letters": (GRID.replace("A/R", "a / r").replace(",I,", ",i,"), GRID_TASKS),
    "roles in rows": (
        "Role,Write copy,Close deals\nSales Manager,I,A\nMarketing Director,A/R,C\n",
        {
            "Write copy": {"Sales Manager": "I", "Marketing Director": "AR"},
            "Close deals": {"Sales Manager": "A", "Marketing Director": "C"},
        },
    ),
    "roles in rows, said by their names alone": (
        ",Write copy,Close deals\nSales Manager,I,A\nMarketing Director,A/R,C\n",
        {
            "Write copy": {"Sales Manager": "I", "Marketing Director": "AR"},
            "Close deals": {"Sales Manager": "A", "Marketing Director": "C"},
        },
    ),
    "letters as columns": (
        'Activity,R,A,C,I\nWrite copy,"Ann, Bob",Cy,,All\n',
        {"Write copy": {"Ann": "R", "Bob": "R", "Cy": "A", "All": "I"}},
    ),
    "letters as columns, with backup and support": (
        "Task,R,A,B,S,I,C\nWrite copy,Ann,Bob,Cy,Dee,-,-\n",
        {"Write copy": {"Ann": "R", "Bob": "A", "Cy": "B", "Dee": "S"}},
    ),
    "letters as rows": (
        "RACI,Write copy,Send mail\nResponsible,Ann,Bob\nAccountable,Cy,Cy\n",
        {"Write copy": {"Ann": "R", "Cy": "A"}, "Send mail": {"Bob": "R", "Cy": "A"}},
    ),
    "roles over lists of tasks": (
        'Role,Responsible for,Accountable for\nSales,"Calls, Demos",Deals\n',
        {"Calls": {"Sales": "R"}, "Demos": {"Sales": "R"}, "Deals": {"Sales": "A"}},
    ),
    "a row for each letter": (
        "Task,Person,RACI\nWrite copy,Ann,R\nWrite copy,Bob,A\nSend mail,Ann,A\nSend mail,Bob,C\n",
        {"Write copy": {"Ann": "R", "Bob": "A"}, "Send mail": {"Ann": "A", "Bob": "C"}},
    ),
    "owners and backups": (
        "Area,DRI,Backup\nWebsite,Ann,Bob\nPricing,TBD,\n",
        {"Website": {"Ann": "owner", "Bob": "backup"}, "Pricing": {"TBD": "owner"}},
    ),
    "owners alone": (
        "Task,Owner\nWebsite,Ann\nPricing,Bob\n",
        {"Website": {"Ann": "owner"}, "Pricing": {"Bob": "owner"}},
    ),
    "duties as words in the cells": (
        "Task,Sales,Marketing\nCall,Responsible,Informed\nWrite,Consulted,Accountable / Responsible\n",
        {"Call": {"Sales": "R", "Marketing": "I"}, "Write": {"Sales": "C", "Marketing": "AR"}},
    ),
    "the words of another scheme": (
        "Decision,Recommend,Agree,Perform,Input,Decide\nPrice list,Product,Legal,Sales Ops,Finance,CEO\n",
        {
            "Price list": {
                "Product": "recommend", "Legal": "agree", "Sales Ops": "R", "Finance": "C", "CEO": "A",
            }
        },
    ),
    "Spanish": (
        "Actividad;Responsable;Aprobador;Consultado;Informado\nPlan;Ana;Luis;Eva, Sol;Todos\n",
        {"Plan": {"Ana": "R", "Luis": "A", "Eva": "C", "Sol": "C", "Todos": "I"}},
    ),
    "Portuguese": (
        "Atividade\tResponsável\tAprovador\nPlano\tAna\tRui\n",
        {"Plano": {"Ana": "R", "Rui": "A"}},
    ),
    "a header that lacks its corner": (
        "Ann,Bob,\nPlan,A,R\nWrite,C,A/R\n",
        {"Plan": {"Ann": "A", "Bob": "R"}, "Write": {"Ann": "C", "Bob": "AR"}},
    ),
    "parties called like letters": (
        "Task,A,CS\nPlan,A,R\nWrite,C,A/R\n",
        {"Plan": {"A": "A", "CS": "R"}, "Write": {"A": "C", "CS": "AR"}},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_every_shape_is_read(text: str, expected: dict[str, dict[str, str]]) -> None:
    assert tasks(reading(text)) == expected


def test_a_guess_at_the_direction_is_said() -> None:
    assert doubts(reading(SHAPES["roles in rows, said by their names alone"][0])) == [
        "1:1 the rows were taken for roles and the columns for tasks"
    ]


CELLS = {
    "A/R": "AR",
    "R, A": "RA",
    "R & A": "RA",
    "RA": "RA",
    "A\u00a0R": "AR",
    "a": "A",
    "Ⓡ": "R",
    "А": "A",
    "С": "C",
    "A (final sign-off)": "A",
    "R - draft check": "R",
    "A*": "A",
    "(C)": "C",
    "R?": "R",
    "Accountable": "A",
    "Approbateur": "A",
    "-": None,
    "—": None,
    "N/A": None,
    "NaN": None,
    "✓": None,
    "maybe later": None,
}


@pytest.mark.parametrize(("cell", "letters"), CELLS.items())
def test_cells(cell: str, letters: str | None) -> None:
    got = reading(f'Task,Sales,Ops,Legal\nPlan,"{cell}",C,I\nWrite,A,R,I\nSend,R,A,I\n')
    expected = {"Ops": "C", "Legal": "I"} if letters is None else {"Sales": letters, "Ops": "C", "Legal": "I"}
    assert tasks(got)["Plan"] == expected


def test_what_stands_beside_a_letter_is_kept_and_what_is_unsure_is_said() -> None:
    got = reading(
        "Task,Sales,Ops\nPlan,A (final sign-off),R*\nWrite,R?,А\nSend,✓,A/R\nCall,L,A/R\n* only in spring\n"
    )
    assert [row.notes for row in got.rows()] == [
        ["Sales: final sign-off", "Ops: marked * only in spring"],
        [],
        [],
        [],
    ]
    assert doubts(got) == [
        '3:7 Sales: "R?"',
        "3:10 Ops: a look-alike letter of another alphabet was read as the Latin one",
        '4:6 LOST "✓" of Sales is no letter',
        "5:6 LOST the letter L of Sales is not known",
    ]
    assert (got.read, got.written, got.reported) == (16, 14, 2)


NAMES = {
    "Ann, Bob": ["Ann", "Bob"],
    "Ann; Bob": ["Ann", "Bob"],
    '"Ann\nBob"': ["Ann", "Bob"],
    "Clients & Growth": ["Clients & Growth"],
    "Legal/Finance": ["Legal/Finance"],
    "Mia Berg, CTO": ["Mia Berg, CTO"],
    "Account Managers, CEO": ["Account Managers", "CEO"],
    "CEO (if > $9K, or new)": ["CEO (if > $9K, or new)"],
    "All functions": ["All functions"],
    "Sales and Legal": ["Sales", "Legal"],
    "Sales and Design": ["Sales and Design"],
}


@pytest.mark.parametrize(("cell", "names"), NAMES.items())
def test_names_are_taken_apart_only_where_they_are_a_list(cell: str, names: list[str]) -> None:
    quoted = cell if cell.startswith('"') else f'"{cell}"'
    got = reading(f"Task,Responsible,Accountable\nPlan,{quoted},Sales\nCall,Legal,Sales\n")
    assert [party for party, given in tasks(got)["Plan"].items() if "R" in given] == names


def test_sections_totals_and_titles() -> None:
    got = reading(
        "Company RACI,,\n,,\nActivity,Sales,Mktg\nLead gen,,\nAds,I,A/R\nLists,R,A\nTotal,2,2\n,,\n"
        "Deals,,\nClose,A/R,I\n,,\nR,Responsible,\nA,Accountable,\n"
    )
    assert [(m.title, [(r.section, r.name) for r in m.rows]) for m in got.matrices] == [
        ("Company RACI", [("Lead gen", "Ads"), ("Lead gen", "Lists"), ("Deals", "Close")])
    ]
    assert doubts(got) == [f"7:{column} LOST a row of totals is not read" for column in (1, 7, 9)]


def test_a_row_that_nobody_has_is_a_task_where_sections_are_set_off() -> None:
    got = reading(
        "| Task | Ann | Bob |\n|---|---|---|\n| **One** | | |\n| Plan | A | R |\n| Rest | | |\n"
        "| Go | A | R |\n",
        "x.md",
    )
    assert [(row.section, row.name, len(row.given)) for row in got.rows()] == [
        ("One", "Plan", 2),
        ("One", "Rest", 0),
        ("One", "Go", 2),
    ]
    assert doubts(got) == ["5:3 nobody has a letter here: a task that nobody owns, or a heading?"]


def test_columns_beside_the_letters() -> None:
    got = reading(
        "No,Phase,Task,Description,Region,Ann,Bob,KPI,Remarks\n"
        "T-1,Start,Plan,the plan,EMEA,A,R,hours,see wiki\nT-2,,Write,,,R,A,,\nT-3,End,Send,now,APAC,A/R,I,,\n"
    )
    assert [(r.section, r.name, r.extra, r.area, r.notes) for r in got.rows()] == [
        (
            "Start", "Plan", {"id": "T-1", "description": "the plan", "metric": "hours"},
            {"region": "EMEA"}, ["Remarks: see wiki"],
        ),
        ("Start", "Write", {"id": "T-2"}, {}, []),
        ("End", "Send", {"id": "T-3", "description": "now"}, {"region": "APAC"}, []),
    ]  # fmt: skip


LEGENDS = {
    "English": ("S = Support", "support"),
    "sign-off": ("S = Sign-off", "sign-off"),
    "in a sentence": ("R: Responsible, A: Accountable, S: Suggests nothing, C: Consulted", None),
    "German": ("Legende: R = Durchführung, S = Unterstützung", "support"),
    "French": ("S – Soutien", "support"),
}


@pytest.mark.parametrize(("legend", "duty"), LEGENDS.values(), ids=LEGENDS)
def test_the_legend_says_what_a_letter_means(legend: str, duty: str | None) -> None:
    got = reading(f"| Task | Ann | Bob |\n|---|---|---|\n| Plan | A/R | S |\n\n{legend}\n", "x.md")
    assert got.matrices[0].letters.get("S") == (duty or "support")


def test_a_legend_can_turn_the_letters_round() -> None:
    text = "Aufgabe;Ann;Bob\nPlan;A;R\n;;\nR = Durchführung;A = Verantwortlich;\n"
    assert [(g.party, g.duty) for row in reading(text).rows() for g in row.given] == [
        ("Ann", "accountable"),
        ("Bob", "responsible"),
    ]
    text = "Tâche;Ann;Bob\nPlan;A;R\n;;\nA = Acteur;R = Responsable;\n"
    assert [(g.party, g.duty) for row in reading(text).rows() for g in row.given] == [
        ("Ann", "responsible"),
        ("Bob", "accountable"),
    ]


def test_a_scheme_is_taken_from_the_title_and_a_guess_is_said() -> None:
    table = "| Task | Ann | Bob | Cy |\n|---|---|---|---|\n| Plan | A | R | S |\n"
    assert reading(f"# RACI-VS\n\n{table}", "x.md").matrices[0].letters["S"] == "sign-off"
    guessed = reading(f"# Who does what\n\n{table}", "x.md")
    assert guessed.matrices[0].letters["S"] == "support"
    assert guessed.remarks == [
        '"Who does what" was read as RASCI (R = responsible, A = accountable, C = consulted, I = informed, '
        "S = support); set `scheme:` to change"
    ]


LISTS = {
    "a line a task": (
        "- Plan — PM/Ops A/R; Dev C; Others I\n- Write — Dev R; PM/Ops A (by area)\n",
        {"Plan": {"PM/Ops": "AR", "Dev": "C", "Others": "I"}, "Write": {"Dev": "R", "PM/Ops": "A"}},
    ),
    "the bullets of one role": (
        "# RACI – Kassier / Kassierin\n\n- Budget : **A / R**\n- Spenden : **R**\n",
        {"Budget": {"Kassier": "AR"}, "Spenden": {"Kassier": "R"}},
    ),
    "headings with an owner line": (
        "#### Lead:\n\n* Somebody new\n* Responsible: Marketing\n\n"
        "#### Deal:\n\n* Responsible: Sales (Closer)\n",
        {"Lead": {"Marketing": "R"}, "Deal": {"Sales (Closer)": "R"}},
    ),
    "owners with their lists": (
        "## Owned by Art & Ink\n\n* Ads\n* Merch\n    * Shirts\n\n## Owned by Web\n\n* Homepage\n",
        {name: {"Art & Ink": "owner"} for name in ("Ads", "Merch", "Shirts")}
        | {"Homepage": {"Web": "owner"}},
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_lists_without_a_table(text: str, expected: dict[str, dict[str, str]]) -> None:
    got = tasks(reading(text, "x.md"))
    assert {
        n: {p: "".join(sorted(v)) if len(v) < 3 else v for p, v in a.items()} for n, a in got.items()
    } == expected


NO_MATRIX = {
    "prose": "Sales sells, and marketing plans.\nA good plan, a fine deal.\n",
    "numbers": "Role,Responsible,Accountable\nSales,0,6\nOps,1,0\n",
    "two parties with prose": "Task,Us,You\nPatch,We apply the patches,You apply yours\n",
    "Python": "def f(a, r):\n    return a, r\n",
    "empty": "",
    "all null": "a,b\n,\n,\n",
}


@pytest.mark.parametrize("text", NO_MATRIX.values(), ids=NO_MATRIX)
def test_what_holds_no_matrix_is_no_matrix(text: str) -> None:
    got = reading(text)
    assert (got.matrices, got.written) == ([], 0)


CELL = st.sampled_from(
    ["A", "R", "A/R", "C", "-", "", "x", "Ann", "A (x)", "R = Responsible", "Total", "1", "**A**"]
)


@given(
    st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=7),
    st.sampled_from(["x.csv", "x.md"]),
)
def test_the_count_comes_out_even_for_any_table(rows: list[list[str]], name: str) -> None:
    if name == "x.csv":
        text = "\n".join(",".join(row) for row in rows)
    else:
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        text = "\n".join([lines[0], "|---|---|", *lines[1:]])
    got = reading(text, name)
    cells = {(g.cell.line, g.cell.column) for row in got.rows() for g in row.given}
    assert len(cells) <= got.written
