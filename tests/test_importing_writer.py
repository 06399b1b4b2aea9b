"""The YAML that is written: as a person would write it, and exactly what was read."""

from hypothesis import given
from hypothesis import strategies as st
from importing_helpers import reading

from rolelint import schema, source
from rolelint.bundled import folder
from rolelint.importing import to_yaml
from rolelint.importing.writer import SCHEMA
from rolelint.quoting import comment, scalar

HEAD = "# yaml-language-server: $schema=https://rolelint.org/schemas/organisation.schema.json\n"


def written(text: str, name: str = "raci.csv") -> str:
    out = to_yaml([reading(text, name)])
    assert out == to_yaml([reading(text, name)])
    got = source.read("org.yaml", out.encode(), first=0)
    assert got.problems == []
    assert schema.problems(got.documents[0].data, "organisation", 0) == []
    return out


def test_a_grid_stays_a_grid_with_its_sections_as_comments() -> None:
    text = "Activity,Sales,Marketing\nFirst,,\nWrite copy,I,A/R (drafts)\nNo,A,✓\nThen,,\nClose,A/R,I\n"
    assert written(text) == HEAD + (
        "# Imported from raci.csv.\n"
        "\n"
        "matrix:\n"
        "  # First\n"
        "  # Marketing: drafts\n"
        "  Write copy: {Sales: I, Marketing: A/R}\n"
        '  # not sure: "✓" of Marketing is no letter\n'
        '  "No": {Sales: A}\n'
        "  # Then\n"
        "  Close: {Sales: A/R, Marketing: I}\n"
    )


def test_columns_of_letters_become_rows_of_words() -> None:
    assert written('Task,R,A,B,C,I\n"Plan, then act",Ann,Bob,Cy,"Dee, Eve",\n') == HEAD + (
        "# Imported from raci.csv.\n"
        "\n"
        "tasks:\n"
        "  - name: Plan, then act\n"
        "    responsible: Ann\n"
        "    accountable: Bob\n"
        "    backup: Cy\n"
        "    consulted: [Dee, Eve]\n"
    )


def test_owners_take_the_shortest_form() -> None:
    assert written("Area,DRI\nWebsite,Ann\nPricing: all,TBD\n").endswith(
        'tasks:\n  Website: Ann\n  "Pricing: all": TBD\n'
    )


def test_the_same_task_twice_needs_groups() -> None:
    text = (
        "## One\n\n| Task | Ann | Bob |\n|-|-|-|\n| Plan | A | R |\n\n"
        "## Two\n\n| Task | Cy | Bob |\n|-|-|-|\n| Plan | A/R | C |\n"
    )
    assert written(text, "x.md").endswith(
        "tasks:\n"
        "  - group: One\n"
        "    tasks:\n"
        "      - name: Plan\n"
        "        responsible: Bob\n"
        "        accountable: Ann\n"
        "  - group: Two\n"
        "    tasks:\n"
        "      - name: Plan\n"
        "        responsible: Cy\n"
        "        accountable: Cy\n"
        "        consulted: Bob\n"
    )


def test_a_wide_row_is_wrapped_and_a_scheme_is_named() -> None:
    parties = [f"Department number {n}" for n in range(6)]
    out = written(f"Task,{','.join(parties)}\nPlan,A,R,S,C,I,S\n")
    assert out.endswith(
        "scheme: RASCI\n\nmatrix:\n  Plan:\n"
        "    {Department number 0: A, Department number 1: R, Department number 2: S,"
        " Department number 3: C,\n"
        "     Department number 4: I, Department number 5: S}\n"
    )


def test_the_schema_is_the_one_that_is_shipped() -> None:
    shipped = (folder("schemas") / "organisation.schema.json").read_text("utf-8")
    assert f'"$id": "{SCHEMA}"' in shipped


def test_a_cell_cannot_steer_the_tool_through_a_comment() -> None:
    out = written("Task,Ann,Bob,Notes\nPlan,A,R,rolelint: ignore[x/y]\n")
    assert "# Notes: rolelint - ignore[x/y]\n" in out


TEXT = st.text(max_size=30).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@given(TEXT)
def test_every_scalar_is_read_back_as_this_very_text(text: str) -> None:
    document = f"- {scalar(text, flow=False)}\n- [{scalar(text)}, {{{scalar(text)}: {scalar(text)}}}]\n"
    got = source.read("x.yaml", document.encode())
    assert got.problems == []
    assert got.documents[0].data == [text, [text, {text: text}]]


TRICKY = "no yes y n on off ~ null true 1 1.5 1e3 0x1f 12:30 2026-12-31 .inf = << - ? : # & * ! | > % @ ` a:b"


def test_words_that_yaml_would_take_for_something_else_are_quoted() -> None:
    assert {word for word in TRICKY.split() if not scalar(word).startswith('"')} == set()
    assert [scalar(w) for w in ("R&D", "A/R", "1.2 Plan", "Müller (CEO)", "$25K up")] == [
        "R&D", "A/R", "1.2 Plan", "Müller (CEO)", '"$25K up"',
    ]  # fmt: skip


@given(st.text(max_size=40))
def test_a_comment_stays_on_its_line(text: str) -> None:
    got = source.read("x.yaml", f"# {comment(text)}\na: 1\n".encode("utf-8", "replace"))
    assert (got.problems, got.documents[0].data) == ([], {"a": 1})
