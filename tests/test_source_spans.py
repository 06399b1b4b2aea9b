"""A span of characters is placed exactly, however the scalar is written."""

import pytest
from source_helpers import document, shown, where

from rolelint.finding import Route

SPANS: list[tuple[str, object, dict[tuple[int, int], str]]] = [
    # what follows `a: `, with § where the scalar ends; its value; spans of it and what they cover
    ("Close the renewals§\n", "Close the renewals", {(6, 9): "the", (0, 18): "Close the renewals"}),
    ("'Close the renewals'§\n", "Close the renewals", {(6, 9): "the", (0, 18): "Close the renewals"}),
    ('"Close the renewals"§\n', "Close the renewals", {(6, 9): "the", (0, 18): "Close the renewals"}),
    ("'it''s the one'§\n", "it's the one", {(2, 4): "''s", (5, 8): "the"}),
    ('"\\u00e9t\\xe9 \\U0001F984"§', "été 🦄", {(0, 3): "\\u00e9t\\xe9", (4, 5): "\\U0001F984"}),
    ('"x\\ty\\"z\\\\ w"§\n', 'x\ty"z\\ w', {(4, 6): "z\\\\", (3, 4): '\\"', (1, 2): "\\t"}),
    ('"x\\/y\\_z"§\n', "x/y\xa0z", {(4, 5): "z", (1, 2): "\\/"}),
    ("Close\n  the\n  one§\n", "Close the one", {(6, 9): "the", (6, 13): "the\n  one"}),
    ("Close  \n\n\n   the one§\nb: c\n", "Close\n\nthe one", {(7, 10): "the", (11, 14): "one"}),
    ("Close   the\tone§  # why\n", "Close   the\tone", {(8, 15): "the\tone", (5, 8): "   "}),
    ("'Close\n\n  the\n   one'§\n", "Close\nthe one", {(6, 13): "the\n   one"}),
    ('"Close \\\n    the\\n\\\n\n  one"§\n', "Close the\n\none", {(6, 9): "the", (11, 14): "one"}),
    ("|\n  Close\n  the one§\n", "Close\nthe one\n", {(6, 9): "the", (3, 9): "se\n  the"}),
    ("|-\n  Close\n\n   the one§", "Close\n\n the one", {(8, 11): "the", (7, 8): " "}),
    ("|+\n\n  Close\n  the§\n\nb: c\n", "\nClose\nthe\n\n", {(7, 10): "the"}),
    ("|2  # why\n    Close\n   the§\n", "  Close\n the\n", {(9, 12): "the", (0, 7): "  Close"}),
    (">\n  Close\n  the\n  one§\n", "Close the one\n", {(6, 9): "the", (10, 13): "one"}),
    (">-\n  Close\n\n  the\n\n\n  one§", "Close\nthe\n\none", {(6, 9): "the", (11, 14): "one"}),
    (">-\n  x\n    the\n    two\n  one§", "x\n  the\n  two\none", {(10, 13): "two", (14, 17): "one"}),
    (">\n\n  Close \n  the\n\n  one§\n", "\nClose  the\none\n", {(8, 11): "the", (12, 15): "one"}),
    (">+\n  Close\n  the§\n\n\nb: c", "Close the\n\n\n", {(6, 9): "the"}),
    ("[b, Close the, c]§\n", ["b", "Close the", "c"], {(0, 1): "[b, Close the, c]"}),
    ("-12.50§\n", -12.5, {(1, 3): "12"}),
    ("0x1F§\n", 31, {(0, 2): "0x"}),
    ("true§ # no\n", True, {(0, 4): "true"}),
    ("~§\n", None, {(0, 1): "~"}),
    ("null§\n", None, {(0, 2): "nu"}),
    ("''§\n", "", {(0, 1): "''"}),
    ("|§\nb: c\n", "", {(0, 1): "|"}),
    (">-§  # empty\n\nb: c\n", "", {(0, 1): ">-"}),
]


@pytest.mark.parametrize(("body", "value", "spans"), SPANS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_spans(body: str, value: object, spans: dict[tuple[int, int], str], end: str) -> None:
    text = "a: " + body.replace("§", "").replace("\n", end)
    doc = document(text)
    assert doc.data["a"] == value
    assert {span: shown(text, doc.place(Route(0, ("a",), span=span))) for span in spans} == spans
    assert shown(text, doc.place(Route(0, ("a",)))) == body.split("§", maxsplit=1)[0]


def test_lines_and_columns_of_a_span() -> None:
    doc = document("tasks:\n  - name: >-\n      Close\n      the renewals\n    owner: x\n")
    assert where(doc, "tasks", 0, "name", span=(6, 9)) == (4, 7, 4, 10)
    assert where(doc, "tasks", 0, "name", span=(0, 9)) == (3, 7, 4, 10)
    assert where(doc, "tasks", 0, "name", span=(5, 6)) == (3, 12, 4, 1)
    assert where(doc, "tasks", 0, "name") == (2, 11, 4, 19)


def test_spans_of_keys() -> None:
    doc = document("\"Close \\u0074he\": x\n'it''s': y\nplain key: z\n? |\n  block\n: w\n")
    assert where(doc, "Close the", key=True, span=(6, 9)) == (1, 8, 1, 16)
    assert where(doc, "it's", key=True, span=(3, 4)) == (2, 6, 2, 7)
    assert where(doc, "plain key", key=True, span=(6, 9)) == (3, 7, 3, 10)
    assert where(doc, "block\n", key=True, span=(0, 5)) == (5, 3, 5, 8)


@pytest.mark.parametrize(
    ("span", "covered"),
    [((-5, 3), "Clo"), ((3, 99), "se"), ((3, 3), "Close"), ((4, 2), "Close"), ((9, 12), "Close")],
)
def test_spans_that_reach_too_far(span: tuple[int, int], covered: str) -> None:
    doc = document("a: Close\n")
    assert shown("a: Close\n", doc.place(Route(0, ("a",), span=span))) == covered


def test_a_line_separator_in_a_block_is_shown_to_the_end_of_the_line() -> None:
    text = "a: |\n  Close\u2028  the\n"
    doc = document(text)
    assert doc.data == {"a": "Close\u2028the\n"}
    assert where(doc, "a", span=(6, 9)) == (1, 4, 1, 5)
