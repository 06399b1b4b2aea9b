"""Scalars are typed as YAML 1.2 says, so that Norway, `on` and 22:22 stay what people wrote."""

import math

import pytest
from source_helpers import data, told

from rolelint.source import read

VALUES: dict[str, object] = {
    "no": "no",
    "NO": "NO",
    "yes": "yes",
    "on": "on",
    "off": "off",
    "y": "y",
    "n": "n",
    "22:22": "22:22",
    "1:1": "1:1",
    "190:20:30": "190:20:30",
    "2026-12-31": "2026-12-31",
    "2026-12-31 10:00:00": "2026-12-31 10:00:00",
    "1_000": "1_000",
    "0b11": "0b11",
    "0o17": 15,
    "0x1F": 31,
    "017": 17,
    "12": 12,
    "+12": 12,
    "-12": -12,
    "1.5": 1.5,
    "1.": 1.0,
    ".5": 0.5,
    "-.5": -0.5,
    "1e3": 1000.0,
    "1.5E-3": 0.0015,
    "1e999": "1e999",
    ".inf": math.inf,
    "+.Inf": math.inf,
    "-.INF": -math.inf,
    "1.2.3": "1.2.3",
    "24h": "24h",
    "10%": "10%",
    "-": None,
    ".": ".",
    "...x": "...x",
    "+": "+",
    "--": "--",
    "true": True,
    "True": True,
    "TRUE": True,
    "tRUE": "tRUE",
    "false": False,
    "False": False,
    "FALSE": False,
    "null": None,
    "Null": None,
    "NULL": None,
    "nULL": "nULL",
    "~": None,
    "": None,
    "None": "None",
    "9" * 200: int("9" * 200),
    "9" * 201: "9" * 201,
    "<<": "<<",
    "=": "=",
    "'12'": "12",
    '"true"': "true",
    "''": "",
    "'~'": "~",
}


@pytest.mark.parametrize("written", [text for text in VALUES if text != "-"])
def test_values_of_a_mapping(written: str) -> None:
    got = data(f"a: {written}\n")
    assert got == {"a": VALUES[written]}
    assert isinstance(got, dict)
    assert type(got["a"]) is type(VALUES[written])


@pytest.mark.parametrize("written", list(VALUES))
def test_items_of_a_list_are_typed_alike(written: str) -> None:
    expected = [None] if written == "-" else VALUES[written]
    assert data(f"- {written}\n") == ([[None]] if written == "-" else [expected])


def test_not_a_number() -> None:
    got = data("a: .nan\nb: .NaN\nc: .NAN\nd: .Nan\n")
    assert isinstance(got, dict)
    assert [math.isnan(got[key]) for key in "abc"] == [True, True, True]
    assert got["d"] == ".Nan"


def test_a_number_alone_is_a_document() -> None:
    assert data("12") == 12


def test_keys_stay_text_as_written() -> None:
    text = "{1: a, 1.0: b, true: c, null: d, ~: e, 0x1F: f, 2026-12-31: g, '': h, NO: i}"
    assert data(text) == {
        "1": "a", "1.0": "b", "true": "c", "null": "d", "~": "e", "0x1F": "f", "2026-12-31": "g", "": "h",
        "NO": "i",
    }  # fmt: skip


def test_equal_short_texts_are_one_object() -> None:
    got = data("- {owner: sales team}\n- {owner: sales team}\n")
    assert isinstance(got, list)
    assert got[0]["owner"] is got[1]["owner"]
    assert next(iter(got[0])) is next(iter(got[1]))


TAGGED = {
    "!!str 12": "12",
    "!!str": "",
    "!!str no": "no",
    "!!str [a]": ["a"],
    "!!int '5'": 5,
    "!!int 0x1F": 31,
    "!!float 1": 1.0,
    "!!float .5": 0.5,
    "!!bool 'true'": True,
    "!!null ''": None,
    "!!null": None,
    "!!seq [a]": ["a"],
    "!!map {a: b}": {"a": "b"},
    "! 12": 12,
    "! '12'": "12",
    "! [a]": ["a"],
    "!<tag:yaml.org,2002:str> 12": "12",
    "!!int many": "many",
    "!!int true": "true",
    "!!bool 1": "1",
    "!!float x": "x",
    "!!null x": "x",
    "!!binary aGk=": "aGk=",
    "!!set {a, b}": {"a": None, "b": None},
    "!mine x": "x",
    "!mine {a: b}": {"a": "b"},
    "!<int> 5": "5",
}
FAULTS = {
    "!!str [a]": "the tag !!str is not supported here; it is passed over",
    "!!int many": 'the tag !!int does not fit "many"; the value is read as text',
    "!!int true": 'the tag !!int does not fit "true"; the value is read as text',
    "!!bool 1": 'the tag !!bool does not fit "1"; the value is read as text',
    "!!float x": 'the tag !!float does not fit "x"; the value is read as text',
    "!!null x": 'the tag !!null does not fit "x"; the value is read as text',
    "!!binary aGk=": "the tag !!binary is not supported; the value is read as text",
    "!!set {a, b}": "the tag !!set is not supported here; it is passed over",
    "!mine x": "the tag !mine is not supported; the value is read as text",
    "!mine {a: b}": "the tag !mine is not supported here; it is passed over",
    "!<int> 5": "the tag !<int> is not supported; the value is read as text",
}


@pytest.mark.parametrize("written", list(TAGGED))
def test_tags(written: str) -> None:
    text = f"x: y\na: {written}\n"
    got = data(text)
    assert got == {"x": "y", "a": TAGGED[written]}
    assert isinstance(got, dict)
    assert type(got["a"]) is type(TAGGED[written])
    assert told(text) == ([("tag", 2, 4, FAULTS[written])] if written in FAULTS else [])


def test_tags_of_keys() -> None:
    assert data("!!str 1: a\n!!int 2: b\n") == {"1": "a", "2": "b"}
    assert told("!mine 1: a\n") == [
        ("tag", 1, 1, "the tag !mine is not supported; the value is read as text"),
    ]


def test_a_tag_tells_where_it_stands_in_the_data() -> None:
    (problem,) = read("org.yaml", "tasks:\n  - name: !x Close\n").problems
    assert problem.route == (0, ("tasks", 0, "name"), False, None)
