"""Whatever is written: it is read back as it was, and places lead to what was written."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from source_helpers import shown, use_parser
from test_source_hostile import is_in, routes, summary

from rolelint.finding import Place, Route, Step
from rolelint.source import Document, events, read

few = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff")
texts = st.text(st.one_of(st.sampled_from("abc  \n'\"\\:#-é🦄,[]{}&*!|>%@`?\t"), characters), max_size=30)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
)
structures = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(texts, inner, max_size=5)),
    max_leaves=15,
)


class _Plain(yaml.SafeDumper):
    """Writes plain scalars that mean the same in YAML 1.2: all texts that PyYAML would quote, and no more."""


_Plain.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", list("-+.0123456789")),
):
    _Plain.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)

dumps = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.booleans(),
        "width": st.sampled_from([5, 20, 80]),
        "indent": st.sampled_from([2, 4]),
        "allow_unicode": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


def leaves(node: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[Route, str]]:
    """Routes to all keys and texts of the data, each with its value."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield Route(0, (*steps, key), key=True), key
            yield from leaves(value, (*steps, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*steps, index))
    elif isinstance(node, str):
        yield Route(0, steps), node


def meant(piece: str, quote: str) -> object:
    """What a piece of the source of a scalar means, read by itself in the same quotes."""
    if quote in ("'", '"'):
        return yaml.load(quote + piece + quote, yaml.BaseLoader)
    return piece


def spans_that_mean_something_else(text: str, document: Document) -> list[tuple[Route, Place]]:
    """Words of texts whose places cover something that does not mean the word."""
    wrong = []
    for route, value in leaves(document.data):
        quote = document.place(route).text[document.place(route).column - 1 :][:1]
        for match in re.finditer(r"\S{1,8}", value):
            place = document.place(route._replace(span=match.span()))
            if meant(shown(text, place), quote) != match[0]:
                wrong.append((route, place))
    return wrong


def dumped(data: object, how: dict[str, Any]) -> str:
    """The data as YAML. PyYAML breaks some escaped texts at narrow widths: those are left out."""
    text: str = yaml.dump(data, Dumper=_Plain, sort_keys=False, **how)
    written = [value for _, value in leaves(data)]
    read_back = [value for _, value in leaves(yaml.load(text, yaml.BaseLoader))]
    assume(not set(written) - set(read_back))
    return text


@few
@given(structures, dumps)
@example({"a": ["x\n\n y z", 'it\'s "so"', " "]}, {"default_style": ">", "width": 5})
def test_what_is_written_is_read_and_found(data: object, how: dict[str, Any]) -> None:
    text = dumped(data, how)
    reading = read("org.yaml", text)
    (document,) = reading.documents
    assert (reading.problems, document.data) == ([], data)
    assert [r for r in routes(data) if not is_in(document, document.place(r))] == []
    assert spans_that_mean_something_else(text, document) == []


@pytest.mark.skipif(events.is_pure, reason="libyaml is missing: there is nothing to compare")
@few
@given(structures, dumps)
def test_both_parsers_read_alike(monkeypatch: pytest.MonkeyPatch, data: object, how: dict[str, Any]) -> None:
    text = dumped(data, how)
    with monkeypatch.context() as patch:
        use_parser(patch, is_pure=False)
        fast = read("org.yaml", text)
    with monkeypatch.context() as patch:
        use_parser(patch, is_pure=True)
        pure = read("org.yaml", text)
    assert summary(pure) == summary(fast)
    there = routes(data)
    assert [pure.documents[0].place(r) for r in there] == [fast.documents[0].place(r) for r in there]


SNIPPETS = [
    "a", "b: ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ":", " ", "'", '"', "#",
    "# rolelint: x", "&a ", "*a", "!!str ", "!x ", "|\n", "> \n", "? ", "\t", "---\n", "...\n",
    "@x", "%", "\\", "é", "1",
    "<<: *a", "<<: ", "~", "\r\n", "\u2028", "key: value\n", "x: &a {b: c}\n", "\ufeff", "\x07",
]  # fmt: skip


@pytest.mark.parametrize("is_pure", [False, True])
@few
@given(st.one_of(st.binary(max_size=60), st.lists(st.sampled_from(SNIPPETS)).map("".join).map(str.encode)))
@example(b"{<<: }")
@example(b"&a [*a, ? *a]")
@example(b"&0 &0 :")
def test_anything_is_read_and_has_places(monkeypatch: pytest.MonkeyPatch, is_pure: bool, raw: bytes) -> None:
    with monkeypatch.context() as patch:
        if is_pure:
            use_parser(patch, is_pure=True)
        reading = read("org.yaml", raw)
    assert reading.documents
    for document in reading.documents:
        assert [r for r in routes(document.data) if not is_in(document, document.place(r))] == []
    for problem in reading.problems:
        document = reading.documents[problem.route.document]
        assert problem.at is not None
        assert 1 <= problem.at[1] <= len(document.line(problem.at[0])) + 1
        assert is_in(document, document.place(problem.route))
