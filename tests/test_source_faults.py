"""What is wrong with a text is said in plain words, at the place of the mistake; the rest is still read."""

import gc

import pytest
from source_helpers import data, told

from rolelint.finding import Mark, Problem, Route
from rolelint.source import anchors, events, faults, read

SYNTAX = [
    # text, line, column, message, help, data that are left
    (
        "tasks:\n  - name: Close\n\towner: x\n", 3, 1,
        "a tab indents this line; YAML takes only spaces for that", "replace the tab with spaces",
        {"tasks": []},
    ),
    (
        "a: 'x\nb: y\n", 1, 4, "this quote (') is opened but never closed",
        "close the quote; inside single quotes an apostrophe is written twice: 'it''s'", {},
    ),
    ('a: 1\nb: "x\n---\n"', 2, 4, 'this quote (") is opened but never closed', ..., {"a": 1}),
    ("a: [b, c\nd: e\n", 1, 4, 'this "[" is opened but never closed', 'close it with "]"', {"a": ["b"]}),
    ("a: {b: c\nd: e\n", 1, 4, 'this "{" is opened but never closed', 'close it with "}"', {"a": {}}),
    ("a: {b: [c,", 1, 8, 'this "[" is opened but never closed', 'close it with "]"', {"a": {}}),
    ("a: [\"b\" c]\n", 1, 9, 'a comma or "]" is missing before this', ..., {"a": []}),
    ("a: [b]]\n", 1, 7, 'text follows a closing "]"', ..., {"a": ["b"]}),
    ("[a]]\n", 1, 4, 'this "]" closes nothing', ..., ["a"]),
    ("a: ]\n", 1, 4, '"]" stands where a value is expected', ..., {}),
    ("tasks:\n - name:Close\n   owner: x\n", 2, 8, "a space is missing after the colon", ..., {"tasks": []}),
    ("a: b\nname:Close\nc: d\n", 2, 5, "a space is missing after the colon", ..., {"a": "b"}),
    ("- a\n-b\n- c\n", 2, 1, "a space is missing after the dash", "write `- item`", ["a"]),
    ("- a: b\n-c: d\n", 2, 1, "a space is missing after the dash", "write `- item`", [{"a": "b"}]),
    (
        "- name: Plan: events\n", 1, 13, "a colon and a space stand inside a text without quotes",
        'put quotes round the text: "Plan: events"', [],
    ),
    (
        "- name: The \"big\": one\n", 1, 18, "a colon and a space stand inside a text without quotes",
        "put quotes round the text: 'The \"big\": one'", [],
    ),
    ("{a: b: c}\n", 1, 6, "a second colon stands inside a text without quotes", ..., {}),
    ("a: b\nc\nd: e\n", 2, 1, "this line has no colon, so it is no `key: value`", ..., {"a": "b"}),
    ("a\nb: c\n", 1, 1, "this line has no colon, so it is no `key: value`", ..., "a b"),
    (
        "a: b\n  c: d\n", 2, 1,
        "this line is indented further than the line above, which already has a value", ..., {},
    ),
    (
        "a:\n  b: 1\n c: 2\n", 3, 2,
        "this line is indented by 1 space, which lines up with nothing above it", ..., {"a": {"b": 1}},
    ),
    (
        "  a: 1\nb: 2\n", 2, 1, "this line begins further left than the first line of the file", ...,
        {"a": 1},
    ),
    (
        "- a\n  b: c\n", 2, 1,
        "this line goes on with the text of the list item above, so no colon is possible",
        "write the item above as `key: value` too", [],
    ),
    ("a: - b\n", 1, 4, "a list cannot begin in the line of its key", ..., {}),
    ("a: b\n- c\n", 2, 1, "a list item stands where a `key: value` is expected", ..., {"a": "b"}),
    ("a: \"b\" c\n", 1, 8, "text follows a closing quote", "put the whole text in one pair of quotes", {}),
    (
        "a: 'it's'\n", 1, 8, "text follows a closing quote",
        "put the whole text in one pair of quotes;"
        " inside single quotes an apostrophe is written twice: 'it''s'",
        {},
    ),
    ("- [x] done\n", 1, 7, 'text follows a closing "]"', ..., [["x"]]),
    ("- *big* deal\n", 1, 3, 'a text that begins with "*" must stand in quotes',
        'put quotes round it: "*big* deal"', []),
    ("- & co\n", 1, 3, 'a text that begins with "&" must stand in quotes', 'put quotes round it: "& co"', []),
    ("- !a!b\n", 1, 3, 'a text that begins with "!" must stand in quotes', ..., []),
    ("- \"C:\\sales\"\n", 1, 6,
        "a backslash in double quotes begins a special character, and this is none", ..., []),
    ("a: | x\n", 1, 6, "after | or > the text begins on the next line", ..., {}),
    ("| Task | Sales |\n", 1, 3, "this looks like a table, which is no YAML", ..., None),
    ("%x\n", 1, 1,
        "a line that begins with % is an instruction to YAML, and this one is not understood", ..., None),
    ("a: b\n... c\n", 2, 5, "this stands after the end of the document", ..., {"a": "b"}),
    (": a\n", 1, 1, "a key is missing in front of this colon", ..., {}),
    ("a:\n- b\n- name:\xa0Plan\n  c: d", 3, 8,
        "this looks like a space but is another character (U+00A0, no-break space)", "type a plain space",
        {"a": ["b"]}),
    ("a： b\nc: d\n", 1, 2, "this looks like a colon but is another character (U+FF1A, fullwidth colon)",
        "type a plain colon", "a： b c"),
    ("a: b\n<<<<<<< HEAD\nc: d\n", 2, 1,
        "two versions of the file were merged and the conflict was never resolved", ..., {"a": "b"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "message", "hint", "left"), SYNTAX)
@pytest.mark.parametrize("is_pure", [False, True])
def test_syntax(
    text: str, line: int, column: int, message: str, hint: object, left: object, is_pure: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(events, "is_pure", is_pure or events.is_pure)
    reading = read("org.yaml", text)
    (problem,) = reading.problems
    assert problem == Problem("syntax", message, Route(0), problem.help, at=(line, column))
    assert hint in (..., problem.help)
    assert problem.help
    assert [(d.data, d.complete) for d in reading.documents] == [(left, False)]


def test_signs_that_need_quotes_hide_nothing() -> None:
    text = (
        "tasks:\n - name: `Close`\n   R: [@ana, @ben , x@y]\n   A: -\n   '@note': 10 @ noon %\n   C: %5 # @\n"
    )
    assert data(text) == {
        "tasks": [
            {"name": "`Close`", "R": ["@ana", "@ben", "x@y"], "A": "-", "@note": "10 @ noon %", "C": "%5"},
        ],
    }
    assert told(text) == [
        ("syntax", 2, 10, 'a text that begins with "`" must stand in quotes'),
        ("syntax", 3, 8, 'a text that begins with "@" must stand in quotes'),
        ("syntax", 3, 14, 'a text that begins with "@" must stand in quotes'),
        ("syntax", 4, 7, 'a "-" alone must stand in quotes'),
        ("syntax", 6, 7, 'a text that begins with "%" must stand in quotes'),
    ]
    (document,) = read("org.yaml", text).documents
    assert document.complete
    assert document.place(Route(0, ("tasks", 0, "R", 0), span=(0, 4)))[1:6] == (
        3,
        8,
        3,
        12,
        "   R: [@ana, @ben , x@y]",
    )


def test_what_stands_before_a_fault_is_read_but_not_half_an_entry() -> None:
    text = (
        "org: {name: x}\nmatrix:\n  Close: {sales: A}\n  Plan:\n    sales: [I,\n    finance: A\nroles: {}\n"
    )
    assert data(text) == {"org": {"name": "x"}, "matrix": {"Close": {"sales": "A"}}}
    assert data("a: 1\n---\nb: [2\n") == {"a": 1}
    assert [d.data for d in read("org.yaml", "a: 1\n---\nb: [2\n").documents] == [{"a": 1}, {"b": [2]}]
    assert [d.complete for d in read("org.yaml", "a: 1\n---\nb: [2\n").documents] == [True, False]


def test_a_key_that_is_written_twice() -> None:
    reading = read(
        "org.yaml", "tasks:\n  - {name: Close, owner: sales}\n  - name: Plan\n    A: x\n    A: y\n", first=2
    )
    steps = ("tasks", 1, "A")
    assert reading.problems == [
        Problem(
            "duplicate-key",
            '"A" is written twice: in line 4 and here; only the first is read',
            Route(2, steps, key=True),
            "give one of the two another name, or make them one",
            (Mark(Route(2, steps, key=True), "first written here"),),
            (5, 5),
        )
    ]
    (document,) = reading.documents
    assert document.data["tasks"][1] == {"name": "Plan", "A": "x"}
    assert document.place(reading.problems[0].marks[0].route)[1:5] == (4, 5, 4, 6)


def test_keys_twice_inside_of_what_is_not_read() -> None:
    (first, second) = read("org.yaml", "a: 1\na: {b: 2, b: 3}\n").problems
    assert (first.at, first.marks[0].route.steps) == ((2, 1), ("a",))
    assert (second.at, second.message, second.marks) == (
        (2, 11), '"b" is written twice: in line 2 and here; only the first is read', (),
    )  # fmt: skip


def test_merging_is_no_second_key() -> None:
    assert told("a: &a {x: 1}\nb: {<<: *a, <<: {x: 2}, x: 3}\n") == []
    assert data("b: {<<: {x: 2}, '<<': 3}\n") == {"b": {"<<": 3, "x": 2}}
    assert told("b: {'<<': 3, \"<<\": 4}\n") == [
        ("duplicate-key", 1, 14, '"<<" is written twice: in line 1 and here; only the first is read')
    ]


def test_merging_what_is_no_mapping() -> None:
    words = "<< takes over another mapping, but this is none; it is passed over"
    assert told("- <<: x\n- <<:\n- <<: [{a: b}, c]\n- <<: *d\n") == [
        ("syntax", 1, 7, words),
        ("syntax", 2, 6, words),
        ("syntax", 3, 16, words),
        ("unknown-alias", 4, 7, '"*d" repeats what is marked "&d", but nothing is'),
    ]
    assert data("- <<: x\n- <<: [{a: b}, c]\n  d: e\n") == [{}, {"d": "e", "a": "b"}]


def test_aliases_that_lead_nowhere() -> None:
    text = "a: &a [*a, *b]\nc: &c {d: *c, <<: *c}\n*e : f\n---\ng: *a\n"
    assert [(p.code, p.at, p.route.document, p.route.steps) for p in read("org.yaml", text).problems] == [
        ("recursive-alias", (1, 8), 0, ("a", 0)),
        ("unknown-alias", (1, 12), 0, ("a", 1)),
        ("recursive-alias", (2, 11), 0, ("c", "d")),
        ("recursive-alias", (2, 19), 0, ("c",)),
        ("unknown-alias", (3, 1), 0, ()),
        ("unknown-alias", (5, 4), 1, ("g",)),
    ]
    assert [d.data for d in read("org.yaml", text).documents] == [
        {"a": [None, None], "c": {"d": None}},
        {"g": None},
    ]


def test_an_anchor_may_be_given_again() -> None:
    assert data("- &a 1\n- *a\n- &a [x]\n- *a\n") == [1, 1, ["x"], ["x"]]


def test_laughs_cost_nothing() -> None:
    lines = ["a: &a [" + "x, " * 9 + "x]"]
    lines += [
        f"{c}: &{c} [" + f"*{chr(ord(c) - 1)}, " * 9 + "*" + chr(ord(c) - 1) + "]" for c in "bcdefghijk"
    ]
    reading = read("org.yaml", "\n".join(lines))
    assert [(p.code, p.at, p.message.split(":")[0]) for p in reading.problems] == [
        ("alias-expansion", (5, 32), '"*d" repeats too much'),  # what is refused costs nothing,
        ("alias-expansion", (6, 8), '"*e" repeats too much'),
        ("alias-expansion", (9, 16), '"*h" repeats too much'),  # so that it goes well again for a while
        ("alias-expansion", (10, 8), '"*i" repeats too much'),
    ]

    def size(node: object) -> int:
        return 1 + sum(map(size, node)) if isinstance(node, list) else 1

    assert sum(map(size, reading.documents[0].data.values())) < 2 * anchors.FREE_COPIES


def test_honest_repetition_is_no_fault() -> None:
    text = "d: &d {a: 1, b: 2, c: 3}\ntasks:\n" + "".join(
        f"  - {{<<: *d, name: n{i}}}\n" for i in range(20_000)
    )
    reading = read("org.yaml", text)
    assert reading.problems == []
    assert reading.documents[0].data["tasks"][-1] == {"name": "n19999", "a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_depth(opening: str, closing: str) -> None:
    deepest = faults.DEEPEST
    assert told(opening * deepest + closing * deepest) == []
    assert told(opening * (deepest + 1) + closing * (deepest + 1)) == [
        ("depth", 1, len(opening) * deepest + 1,
         "more than 100 lists and mappings inside one another; nothing after this is read"),
    ]  # fmt: skip


def test_keys_that_are_no_text() -> None:
    text = "? [a]\n: b\n{c: d}: e\nf: {{ owner }}\ng: h\n"
    words = "only a text can be a key; this entry is not read"
    assert told(text) == [
        ("complex-key", 1, 3, words),
        ("complex-key", 3, 1, words),
        ("complex-key", 4, 5, words),
    ]
    assert data(text) == {"f": {}, "g": "h"}


def test_no_more_faults_are_listed_than_anybody_reads() -> None:
    problems = read("org.yaml", "a: 1\n" * 1000).problems
    assert len(problems) == 201
    assert [(p.code, p.at, p.message) for p in problems[-1:]] == [
        ("duplicate-key", (202, 1), "799 more faults of this kind begin here and are not listed"),
    ]


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        read("org.yaml", "a: [b\n")
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
