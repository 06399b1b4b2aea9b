"""Every hostile input gives the faults it should, whichever parser reads it, and all of it has places."""

from collections.abc import Iterator
from itertools import islice

import pytest
from hostile_inputs import CODES, FOLDER, INPUTS
from source_helpers import use_parser

from rolelint.finding import Place, Problem, Route, Step
from rolelint.source import Document, Reading, events, read

SMALL = [name for name, raw in INPUTS.items() if len(raw) < 10_000]


def is_text(raw: bytes) -> bool:
    """Whether bytes are UTF-8 and nothing else."""
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False


def routes(node: object) -> list[Route]:
    """Routes to a node, its keys and what is below them, but not to all copies in a bomb."""
    return list(islice(_routes(node), 500))


def _routes(node: object, steps: tuple[Step, ...] = ()) -> Iterator[Route]:
    yield Route(0, steps)
    yield Route(0, steps, key=True, span=(0, 1))
    yield Route(0, (*steps, "nowhere", 3))
    children: list[tuple[Step, object]] = []
    if isinstance(node, dict):
        children = list(node.items())
    elif isinstance(node, list):
        children = list(enumerate(node))
    for step, child in children[:20] if len(steps) < 6 else []:
        yield from _routes(child, (*steps, step))


def is_in(document: Document, place: Place) -> bool:
    """Whether a place lies in the text: both ends in lines that exist, in order, and the right line shown."""
    first, last = document.line(place.line), document.line(place.end_line)
    return (
        1 <= place.column <= len(first) + 1
        and 1 <= place.end_column <= len(last) + 1
        and (place.line, place.column) <= (place.end_line, place.end_column)
        and place.text == first
    )


def summary(reading: Reading) -> tuple[str, list[Problem], list[object]]:
    """All that a reader says; the data as text, so that not-a-number equals itself."""
    documents = reading.documents
    return repr([d.data for d in documents]), reading.problems, [(d.complete, d.comments) for d in documents]


def test_each_file_is_in_the_table_and_there_are_enough() -> None:
    written = {path.stem for path in FOLDER.glob("*.yaml")}
    assert written == set(INPUTS) & written
    assert len(list(FOLDER.iterdir())) == len(written) > 60
    assert len(INPUTS) > 150


@pytest.mark.parametrize("name", list(INPUTS))
def test_codes(name: str) -> None:
    assert tuple(sorted({p.code for p in read("org.yaml", INPUTS[name]).problems})) == CODES[name]


@pytest.mark.parametrize("name", list(INPUTS))
def test_places(name: str) -> None:
    reading = read("org.yaml", INPUTS[name])
    for document in reading.documents[:5]:
        outside = [r for r in routes(document.data) if not is_in(document, document.place(r))]
        assert outside == []
    for problem in reading.problems:
        document = reading.documents[problem.route.document]
        assert problem.at is not None
        line, column = problem.at
        assert 1 <= column <= len(document.line(line)) + 1
        assert is_in(document, document.place(problem.route))


@pytest.mark.skipif(events.is_pure, reason="libyaml is missing: there is nothing to compare")
@pytest.mark.parametrize("name", SMALL)
def test_both_parsers_say_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use_parser(monkeypatch, is_pure=False)
    fast = read("org.yaml", INPUTS[name])
    use_parser(monkeypatch, is_pure=True)
    pure = read("org.yaml", INPUTS[name])
    assert summary(pure) == summary(fast)
    for one, other in zip(fast.documents[:5], pure.documents[:5], strict=True):
        there = routes(one.data)
        assert [other.place(route) for route in there] == [one.place(route) for route in there]


@pytest.mark.parametrize("name", [name for name in SMALL if is_text(INPUTS[name])])
def test_text_and_bytes_say_the_same(name: str) -> None:
    text = INPUTS[name].decode()
    assert summary(read("org.yaml", text)) == summary(read("org.yaml", INPUTS[name]))


@pytest.mark.parametrize("name", SMALL)
def test_numbers_and_names_come_from_outside(name: str) -> None:
    reading = read("sales/org.yaml", INPUTS[name], first=5)
    plain = read("org.yaml", INPUTS[name])
    assert [(d.file, d.number) for d in reading.documents] == [
        ("sales/org.yaml", number) for number in range(5, 5 + len(plain.documents))
    ]
    assert [p.route.document - 5 for p in reading.problems] == [p.route.document for p in plain.problems]
