"""A matrix as a table for others, and back: the same organisation."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rolelint import source
from rolelint.exporting import EXPORTERS, sheet
from rolelint.importing import read, to_yaml
from rolelint.organisation import Organisation, Titles, build
from rolelint.organisation.model import DUTIES
from rolelint.words import fold

NAMES = {"csv": "x.csv", "markdown": "x.md", "xlsx": "x.xlsx"}


def organisation(data: object) -> Organisation:
    return build([(0, data)], Titles.build([]))


def exported(data: object, form: str = "csv") -> str:
    text = EXPORTERS[form](sheet(organisation(data)))
    assert isinstance(text, str)
    return text


MATRIX = {
    "tasks": [
        {"group": "Before", "tasks": [{"name": "Plan, then act", "A": "Sales", "R": ["Sales", "Ops"]}]},
        {"name": "=Pay|up", "id": "T1", "description": "all\nof it", "C": "Sales", "S": "Ops"},
        {"name": "Rest"},
    ]
}


def test_csv() -> None:
    assert exported(MATRIX) == (
        "ID,Section,Task,Description,Sales,Ops\n"
        ',Before,"Plan, then act",,R/A,R\n'
        "T1,,'=Pay|up,all of it,C,S\n"
        ",,Rest,,-,-\n"
        "\n"
        "R = responsible; A = accountable; C = consulted; S = support\n"
    )


def test_markdown() -> None:
    assert exported(MATRIX, "markdown") == (
        "| ID  | Section | Task           | Description | Sales | Ops |\n"
        "| --- | ------- | -------------- | ----------- | :---: | :-: |\n"
        "|     | Before  | Plan, then act |             | R/A   | R   |\n"
        "| T1  |         | =Pay\\|up       | all of it   | C     | S   |\n"
        "|     |         | Rest           |             | -     | -   |\n"
        "\n"
        "R = responsible; A = accountable; C = consulted; S = support\n"
    )


def test_what_else_is_known_goes_into_further_columns() -> None:
    data = {
        "tasks": [
            {"name": "Plan", "owner": "Ann", "area": {"region": ["emea", "apac"]}, "metric": "hours"},
            {"name": "Write", "owner": "Ann", "shared": {"why": "both", "handoff": "at noon"}},
            {"name": "Rest", "A": "TBD"},
        ]
    }
    assert exported(data).splitlines() == [
        "Task,Ann,Region,Metric,Notes",
        'Plan,R/A,"emea, apac",hours,',
        "Write,R/A,,,shared: both; handoff: at noon",
        "Rest,-,,,unowned: tbd",
    ]


def test_the_same_organisation_gives_the_same_bytes() -> None:
    pytest.importorskip("openpyxl")
    again = organisation(MATRIX)
    assert {form: render(sheet(again)) for form, render in EXPORTERS.items() if form != "xlsx"} == {
        form: render(sheet(organisation(MATRIX))) for form, render in EXPORTERS.items() if form != "xlsx"
    }


WORD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=8)
TEXT = st.builds(lambda a, b, c: f"{a}{b}{c}".strip(), WORD, st.sampled_from("abXYzÄ山Ж9"), WORD)
ODD = """A|R/A|C|N|Responsible|Total|Legend|Key|Note: x|1|12|3.5|2.1 Plan|Phase|Section|* star|1) one
Task|RACI|Owner|A = B|All|-x|'quoted|=1+1|no|true|a, b|a; b|x\\y|[link](x)|<b>|**bold**|_it_|Plan:|# head
- item|A & B|Sales and Marketing|Source: y|https://x.y/z|Q1 (if any)|\U0001f680|İ""".replace("\n", "|").split(
    "|"
)
NAME = st.one_of(
    TEXT.filter(lambda text: fold(text) == fold(fold(text)) and len(text) > 1), st.sampled_from([*ODD, "a|b"])
)
PARTY = st.one_of(
    NAME, st.sampled_from(["Sales", "R", "Task", "Notes", "Responsible", "Total", "CEO (if > 1)", "A/B"])
)
LETTERED = st.dictionaries(
    st.sampled_from(DUTIES), st.lists(PARTY, min_size=1, max_size=3, unique_by=fold), min_size=1, max_size=3
)


@st.composite
def matrices(draw: st.DrawFn) -> dict[str, object]:
    names = draw(st.lists(NAME, min_size=1, max_size=5))
    tasks: list[dict[str, object]] = [{"name": name, **draw(LETTERED)} for name in names]
    tasks[0]["accountable"] = draw(PARTY)
    tasks[0]["responsible"] = draw(PARTY)
    if draw(st.booleans()):
        tasks.append({"name": draw(NAME)})
    if draw(st.booleans()):
        tasks[0]["description"] = draw(NAME)
    section = draw(st.one_of(st.none(), NAME))
    assume(any(task.assignments for task in organisation({"tasks": tasks}).tasks))
    return {"tasks": tasks if section is None else [{"group": section, "tasks": tasks}]}


def shape(given: Organisation) -> list[object]:
    return [
        (
            fold(task.name), fold(task.section or ""), fold(task.description or ""),
            {(fold(a.party.name), a.duty) for a in task.assignments},
        )
        for task in given.tasks
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "markdown", "xlsx"])
@settings(max_examples=20, deadline=None)
@given(data=matrices())
def test_exporting_and_importing_gives_the_same_organisation(form: str, data: dict[str, object]) -> None:
    if form == "xlsx":
        pytest.importorskip("openpyxl")
    before = organisation(data)
    text = EXPORTERS[form](sheet(before))
    reading = read(NAMES[form], text if isinstance(text, bytes) else text.encode())
    yaml = source.read("org.yaml", to_yaml([reading]).encode())
    assert yaml.problems == []
    assert shape(organisation(yaml.documents[0].data)) == shape(before)


def test_a_quote_after_another_delimiter_opens_nothing() -> None:
    done = {"Pay": {"A": "Ops", "R": "Ops"}, "Sell": {"R": ",X;"}, "Move": {"R": "Ops", "support": "Ops"}}
    text = exported({"tasks": done})
    yaml = source.read("org.yaml", to_yaml([read("x.csv", text.encode())]).encode())
    tasks = organisation(yaml.documents[0].data).tasks
    held = {task.name: {a.party.name for a in task.assignments} for task in tasks}
    assert held == {"Pay": {"Ops"}, "Sell": {",X;"}, "Move": {"Ops"}}


@pytest.mark.parametrize("name", ["a_x000D_", "_x005F_x0041_", "_x0041_ and _xD800_", "x_y_x12_"])
def test_a_name_that_looks_like_an_escape_is_a_name(name: str) -> None:
    pytest.importorskip("openpyxl")
    text = EXPORTERS["xlsx"](sheet(organisation({"tasks": {name: {"accountable": "finance"}}})))
    assert isinstance(text, bytes)
    yaml = source.read("org.yaml", to_yaml([read("x.xlsx", text)]).encode())
    assert [task.name for task in organisation(yaml.documents[0].data).tasks] == [name]
