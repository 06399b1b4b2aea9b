"""Which files speak of one organisation."""

from typing import Any

import pytest

from rolelint.organisation import group


def grouped(files: dict[str, str | None]) -> list[list[str]]:
    """Files, each with the organisation it names -> the files of each organisation."""
    named: list[tuple[str, int, Any]] = [
        (file, number, {"org": {"name": name}} if name is not None else {"tasks": []})
        for number, (file, name) in enumerate(files.items())
    ]
    return [[named[number][0] for number in numbers] for numbers in group(named)]


@pytest.mark.parametrize(
    ("files", "groups"),
    [
        ({}, []),
        ({"a.yaml": None, "b/c.yaml": None}, [["a.yaml", "b/c.yaml"]]),
        (
            {"org.yaml": "X", "sales/emea.yaml": None, "b.yaml": None},
            [["org.yaml", "sales/emea.yaml", "b.yaml"]],
        ),
        ({"a.yaml": "X", "b.yaml": " x ", "c/d.yaml": "X"}, [["a.yaml", "b.yaml", "c/d.yaml"]]),
        ({"a.yaml": "X", "b.yaml": "Y", "c.yaml": None}, [["a.yaml"], ["b.yaml"], ["c.yaml"]]),
        (
            {
                "a/org.yaml": "X",
                "b/org.yaml": "Y",
                "a/t.yaml": None,
                "b/c/d/t.yaml": None,
                "t.yaml": None,
            },
            [["a/org.yaml", "a/t.yaml"], ["b/org.yaml", "b/c/d/t.yaml"], ["t.yaml"]],
        ),
        (
            {"org.yaml": "X", "b/org.yaml": "Y", "b/t.yaml": None, "c/t.yaml": None},
            [["org.yaml", "c/t.yaml"], ["b/org.yaml", "b/t.yaml"]],
        ),
        # two are named in the nearest folder: neither it is, nor the one above
        (
            {"org.yaml": "X", "b/1.yaml": "Y", "b/2.yaml": "Z", "b/t.yaml": None, "b/c/t.yaml": None},
            [["org.yaml"], ["b/1.yaml"], ["b/2.yaml"], ["b/t.yaml", "b/c/t.yaml"]],
        ),
        ({"a/org.yaml": "X", "b/t.yaml": None}, [["a/org.yaml"], ["b/t.yaml"]]),
        ({"a/../org.yaml": "X", "./sub/t.yaml": None}, [["a/../org.yaml", "./sub/t.yaml"]]),
        ({"a\\org.yaml": "X", "a\\b\\t.yaml": None}, [["a\\org.yaml", "a\\b\\t.yaml"]]),
        ({"/abs/org.yaml": "X", "/abs/b/t.yaml": None}, [["/abs/org.yaml", "/abs/b/t.yaml"]]),
        ({"-": None, "org.yaml": "X"}, [["-", "org.yaml"]]),
        ({"a.yaml": "", "b.yaml": "X"}, [["a.yaml", "b.yaml"]]),
    ],
)
def test_files_are_grouped_by_the_organisation_they_name(
    files: dict[str, str | None], groups: list[list[str]]
) -> None:
    assert grouped(files) == groups


def test_documents_of_one_file_may_name_several() -> None:
    documents: list[tuple[str, int, object]] = [
        ("a.yaml", 0, {"org": {"name": "X"}}),
        ("a.yaml", 1, {"org": {"name": "Y"}}),
        ("a.yaml", 2, {"org": ["no mapping"]}),
        ("b.yaml", 3, None),
        ("b.yaml", 4, {"org": {"name": 7}}),
    ]
    assert group(documents) == [[0], [1], [2, 3], [4]]


def test_the_order_of_files_decides_the_order_of_organisations_alone() -> None:
    documents: list[tuple[str, int, object]] = [
        ("b/t.yaml", 0, {}),
        ("a/org.yaml", 1, {"org": {"name": "X"}}),
        ("b/org.yaml", 2, {"org": {"name": "Y"}}),
        ("a/t.yaml", 3, {}),
    ]
    assert group(documents) == [[0, 2], [1, 3]]
    assert group(documents[::-1]) == [[3, 1], [2, 0]]
