"""Routes lead to the line and column that an editor shows."""

import pytest
from source_helpers import data, document, shown, where

from rolelint.finding import Place, Route, Step
from rolelint.source import read

MATRIX = """\
# who does what
tasks:
  - name: Close renewals
    R: [ana, 'ben', "cid"]   # three
    A: sales
    area: {region: emea,
           product: [ one, two ]}
  -
  - plain item
"""


def test_every_place_of_a_matrix() -> None:
    doc = document(MATRIX)
    task = ("tasks", 0)
    assert {
        "root": where(doc),
        "tasks": where(doc, "tasks"),
        "tasks key": where(doc, "tasks", key=True),
        "task": where(doc, *task),
        "name": where(doc, *task, "name"),
        "name key": where(doc, *task, "name", key=True),
        "R": where(doc, *task, "R"),
        "R 0": where(doc, *task, "R", 0),
        "R 1": where(doc, *task, "R", 1),
        "R 2": where(doc, *task, "R", 2),
        "area": where(doc, *task, "area"),
        "product": where(doc, *task, "area", "product"),
        "two": where(doc, *task, "area", "product", 1),
        "nothing": where(doc, "tasks", 1),
        "item": where(doc, "tasks", 2),
    } == {
        "root": (2, 1, 9, 15),
        "tasks": (3, 3, 9, 15),
        "tasks key": (2, 1, 2, 6),
        "task": (3, 5, 7, 34),
        "name": (3, 11, 3, 25),
        "name key": (3, 5, 3, 9),
        "R": (4, 8, 4, 27),
        "R 0": (4, 9, 4, 12),
        "R 1": (4, 14, 4, 19),
        "R 2": (4, 21, 4, 26),
        "area": (6, 11, 7, 34),
        "product": (7, 21, 7, 33),
        "two": (7, 28, 7, 31),
        "nothing": (8, 4, 8, 4),
        "item": (9, 5, 9, 15),
    }


def test_a_place_is_whole() -> None:
    reading = read("sales/org.yaml", MATRIX, first=7)
    (doc,) = reading.documents
    assert doc.place(Route(7, ("tasks", 0, "A"))) == Place("sales/org.yaml", 5, 8, 5, 13, "    A: sales")
    assert (doc.file, doc.number, doc.complete) == ("sales/org.yaml", 7, True)


def test_a_route_that_leads_nowhere_ends_at_what_is_there() -> None:
    doc = document(MATRIX)
    assert [
        where(doc, "tasks", 0, "A", "deeper", 3),
        where(doc, "tasks", 0, "A", 0),
        where(doc, "tasks", 99),
        where(doc, "tasks", -1),
        where(doc, "tasks", "name"),
        where(doc, "roles", "ae", key=True),
        where(doc, 0),
        where(doc, "tasks", 0, "A", "x", key=True, span=(0, 2)),
    ] == [
        (5, 8, 5, 13),
        (5, 8, 5, 13),
        (3, 3, 9, 15),
        (3, 3, 9, 15),
        (3, 3, 9, 15),
        (2, 1, 9, 15),
        (2, 1, 9, 15),
        (5, 8, 5, 13),
    ]


def test_lines() -> None:
    doc = document("a: 1\r\nb: 2\rc: 3\n\nd: 4")
    assert [doc.line(n) for n in range(-1, 8)] == ["", "", "a: 1", "b: 2", "c: 3", "", "d: 4", "", ""]
    assert [where(doc, key) for key in "abcd"] == [(1, 4, 1, 5), (2, 4, 2, 5), (3, 4, 3, 5), (5, 4, 5, 5)]


@pytest.mark.parametrize("break_", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_counts_as_a_line_end_is_none(break_: str) -> None:
    doc = document(f"a: x{break_}b: y\nc: z\n")
    assert doc.data == {"a": "x", "b": "y", "c": "z"}
    assert [where(doc, key) for key in "abc"] == [(1, 4, 1, 5), (1, 9, 1, 10), (2, 4, 2, 5)]


def test_columns_count_characters() -> None:
    doc = document("- 🦄🇳🇴é: {👩\u200d👩: ü, b: x}\n")
    assert where(doc, 0, "🦄🇳🇴é") == (1, 9, 1, 23)
    assert where(doc, 0, "🦄🇳🇴é", "b") == (1, 21, 1, 22)


def test_tags_and_anchors_are_not_part_of_the_text() -> None:
    doc = document(
        "a: &x !!str sales\nb: !!map\n  c: d\ne: &y\nf: !!str\ng: !!int '5'\n&k h: &z   # why\n  i\n"
    )
    assert doc.data == {"a": "sales", "b": {"c": "d"}, "e": None, "f": "", "g": 5, "h": "i"}
    assert [where(doc, key) for key in "abefgh"] == [
        (1, 13, 1, 18),
        (3, 3, 3, 7),
        (4, 4, 4, 6),
        (5, 4, 5, 9),
        (6, 10, 6, 13),
        (8, 3, 8, 4),
    ]
    assert where(doc, "h", key=True) == (7, 4, 7, 5)


def test_an_alias_stands_where_it_is_written_and_its_inside_at_the_anchor() -> None:
    doc = document("a: &x {region: [emea]}\nb: *x\nc: [*x, &y z, *y]\n")
    assert doc.data == {
        "a": {"region": ["emea"]},
        "b": {"region": ["emea"]},
        "c": [{"region": ["emea"]}, "z", "z"],
    }
    assert [
        where(doc, "a"),
        where(doc, "b"),
        where(doc, "b", "region"),
        where(doc, "b", "region", key=True),
        where(doc, "b", "region", 0),
        where(doc, "c", 0),
        where(doc, "c", 0, "region", 0, span=(1, 2)),
        where(doc, "c", 1),
        where(doc, "c", 2),
        where(doc, "c", 2, span=(0, 1)),
        where(doc, "c"),
    ] == [
        (1, 7, 1, 23),
        (2, 4, 2, 6),
        (1, 16, 1, 22),
        (1, 8, 1, 14),
        (1, 17, 1, 21),
        (3, 5, 3, 7),
        (1, 18, 1, 19),
        (3, 12, 3, 13),
        (3, 15, 3, 17),
        (3, 15, 3, 17),
        (3, 4, 3, 18),
    ]


MERGES = """\
base: &b {owner: sales, stage: won}
other: &o
  owner: marketing
  kind: event
tasks:
  - {<<: *b, name: Close}
  - <<: [*b, *o]
    name: Plan
    owner: finance
  - {<<: {approach: push}, <<: *o, x: y}
chain: &c {<<: *b, kind: x}
last: {<<: *c}
list: &l [*b, *o]
of list: {<<: *l}
"""


def test_merged_keys() -> None:
    doc = document(MERGES)
    assert doc.data["tasks"] == [
        {"name": "Close", "owner": "sales", "stage": "won"},
        {"name": "Plan", "owner": "finance", "stage": "won", "kind": "event"},
        {"x": "y", "approach": "push", "owner": "marketing", "kind": "event"},
    ]
    assert doc.data["last"] == {"kind": "x", "owner": "sales", "stage": "won"}
    assert doc.data["of list"] == {"owner": "sales", "stage": "won", "kind": "event"}
    assert [
        where(doc, "tasks", 0, "owner"),
        where(doc, "tasks", 0, "stage", key=True),
        where(doc, "tasks", 0, "name"),
        where(doc, "tasks", 1, "owner"),
        where(doc, "tasks", 1, "stage"),
        where(doc, "tasks", 1, "kind"),
        where(doc, "tasks", 1),
        where(doc, "tasks", 2, "approach"),
        where(doc, "tasks", 2, "kind"),
        where(doc, "tasks", 2, "x"),
        where(doc, "last", "stage"),
        where(doc, "last", "kind"),
        where(doc, "of list", "kind", span=(0, 2)),
    ] == [
        (1, 18, 1, 23),
        (1, 25, 1, 30),
        (6, 20, 6, 25),
        (9, 12, 9, 19),
        (1, 32, 1, 35),
        (4, 9, 4, 14),
        (7, 5, 9, 19),
        (10, 21, 10, 25),
        (4, 9, 4, 14),
        (10, 39, 10, 40),
        (1, 32, 1, 35),
        (11, 26, 11, 27),
        (4, 9, 4, 11),
    ]


def test_what_is_left_out_of_the_data_moves_nothing() -> None:
    text = "a: 1\na: {x: [2, 3], y: 4}\n? [b, c]\n: d\ne: 5\n<<: {f: 6}\na: 7\ng: {h: 8, h: 9, i: 10}\n"
    (doc,) = read("org.yaml", text).documents
    assert doc.data == {"a": 1, "e": 5, "g": {"h": 8, "i": 10}, "f": 6}
    assert [where(doc, *steps) for steps in (("a",), ("e",), ("f",), ("g",), ("g", "i"))] == [
        (1, 4, 1, 5),
        (5, 4, 5, 5),
        (6, 9, 6, 10),
        (8, 4, 8, 23),
        (8, 20, 8, 22),
    ]


def test_documents_have_places_of_their_own() -> None:
    reading = read("org.yaml", "a: 1\n---\n- b\n--- c\n---\n", first=3)
    assert [(d.number, d.data) for d in reading.documents] == [(3, {"a": 1}), (4, ["b"]), (5, "c"), (6, None)]
    steps: list[tuple[Step, ...]] = [("a",), (0,), (), ()]
    places = [where(d, *to) for d, to in zip(reading.documents, steps, strict=True)]
    assert places == [(1, 4, 1, 5), (3, 3, 3, 4), (4, 5, 4, 6), (5, 4, 5, 4)]


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n"])
def test_nothing_at_all_still_has_a_place(text: str) -> None:
    doc = document(text)
    assert doc.data is None
    first, *_ = text.split("\n")
    assert doc.place(Route(0, ("tasks", 0), key=True)) == Place("org.yaml", 1, 1, 1, 1, first)


def test_what_a_place_covers_can_be_cut_out() -> None:
    doc = document(MATRIX)
    assert shown(MATRIX, doc.place(Route(0, ("tasks", 0, "area")))) == (
        "{region: emea,\n           product: [ one, two ]}"
    )


def test_data_are_plain() -> None:
    got = data("a: {b: [1, x, 1.5, true, null]}")
    assert isinstance(got, dict)
    assert [type(got), type(got["a"]), *map(type, got["a"]["b"])] == [
        dict, dict, int, str, float, bool, type(None),
    ]  # fmt: skip
