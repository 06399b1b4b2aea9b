"""Comments that speak to rolelint are found, and nothing else that looks like one."""

import pytest
from source_helpers import document

from rolelint.source import Comment, events, read

TEXT = """\
# rolelint: ignore-file[a/b]: first
tasks:   # who does what, rolelint: no marker of ours needs to come first
  - name: "Close # rolelint: not this" # rolelint: ignore[a/b]: really
  - 'one
    # rolelint: not this
    two'   # rolelint: after
  - |
    # rolelint: not this
  # rolelint: this, for it is indented less
  - >-
    x # rolelint: not this
    y
  - a#rolelint: not this
  - http://x/#rolelint:no
  - "x # y" # z # rolelint: from the z
  - plain # rolelint: over \t
    # no marker
  - ~\t# rolelint: tab
  - {"# rolelint: key": [x, y]}   # rolelint: last"""
FOUND = [
    Comment(1, 1, "# rolelint: ignore-file[a/b]: first"),
    Comment(2, 10, "# who does what, rolelint: no marker of ours needs to come first"),
    Comment(3, 40, "# rolelint: ignore[a/b]: really"),
    Comment(6, 12, "# rolelint: after"),
    Comment(9, 3, "# rolelint: this, for it is indented less"),
    Comment(15, 13, "# z # rolelint: from the z"),
    Comment(16, 11, "# rolelint: over \t"),
    Comment(18, 7, "# rolelint: tab"),
    Comment(19, 35, "# rolelint: last"),
]


@pytest.mark.parametrize("is_pure", [False, True])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments(end: str, is_pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "is_pure", is_pure or events.is_pure)
    assert document(TEXT.replace("\n", end)).comments == FOUND


def test_the_scalars_around_them_are_what_they_were() -> None:
    assert document(TEXT).data["tasks"] == [
        {"name": "Close # rolelint: not this"},
        "one # rolelint: not this two",
        "# rolelint: not this\n",
        "x # rolelint: not this y",
        {"a#rolelint": "not this"},
        "http://x/#rolelint:no",
        "x # y",
        "plain",
        None,
        {"# rolelint: key": ["x", "y"]},
    ]


def test_comments_belong_to_their_document() -> None:
    text = "# rolelint: a\na: 1 # rolelint: b\n---\n# rolelint: c\nb: 2\n"
    text += "...\n# rolelint: d\n---\n# rolelint: e\n"
    documents = read("org.yaml", text).documents
    assert [[(c.line, c.text[-1]) for c in d.comments] for d in documents] == [
        [(1, "a"), (2, "b")],
        [(4, "c"), (7, "d")],
        [(9, "e")],
    ]


def test_a_file_of_one_comment() -> None:
    assert document("# rolelint: x").comments == [Comment(1, 1, "# rolelint: x")]


def test_what_follows_a_fault_is_not_searched() -> None:
    (only,) = read("org.yaml", "a: b # rolelint: yes\nc: 'd\n# rolelint: inside of the quote\n").documents
    assert only.comments == [Comment(1, 6, "# rolelint: yes")]


def test_signs_that_need_quotes_do_not_end_the_search() -> None:
    (only,) = read("org.yaml", "a: @b # rolelint: @one\nc: '# @ rolelint: no'\n# rolelint: two\n").documents
    assert only.comments == [Comment(1, 7, "# rolelint: @one"), Comment(3, 1, "# rolelint: two")]


def test_columns_are_counted_in_characters_and_lines_as_editors_do() -> None:
    only = document("🦄: ü # rolelint: a\nb: x\u2028c: y # rolelint: b\n")
    assert only.comments == [Comment(1, 6, "# rolelint: a"), Comment(2, 11, "# rolelint: b")]
