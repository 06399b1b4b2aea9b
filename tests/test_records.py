"""Our named tuples are those of `typing`, but for how long a class takes to make."""

import pickle
from collections.abc import Callable
from copy import copy
from typing import Any
from typing import NamedTuple as Theirs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelint.records import NamedTuple as Ours


class Place(Ours):
    """A place."""

    file: str
    line: int = 1
    notes: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"


class Twin(Theirs):
    """A place."""

    file: str
    line: int = 1
    notes: tuple[str, ...] = ()


values = st.one_of(st.integers(), st.text(max_size=3), st.none())
calls = st.tuples(
    st.lists(values, max_size=4),
    st.dictionaries(st.sampled_from(["file", "line", "notes", "other"]), values),
)


def told(make: Callable[[], Any]) -> object:
    """What came of it: the plain tuple, or that it was refused (Python changed its mind with which error)."""
    try:
        return tuple(make())
    except (TypeError, ValueError):
        return "refused"


@given(calls)
def test_it_is_called_like_theirs(call: tuple[list[Any], dict[str, Any]]) -> None:
    given_, named = call
    assert told(lambda: Place(*given_, **named)) == told(lambda: Twin(*given_, **named))


@given(calls)
def test_it_is_replaced_like_theirs(call: tuple[list[Any], dict[str, Any]]) -> None:
    _, named = call
    assert told(lambda: Place("a")._replace(**named)) == told(lambda: Twin("a")._replace(**named))


def test_the_first_tuple_is_like_those_after_it() -> None:
    class New(Ours):
        one: int
        two: int = 2

    assert [New(1), New(one=1), New(1, 2)] == [(1, 2)] * 3
    with pytest.raises(TypeError):
        New()


def test_it_is_a_fixed_tuple_with_names() -> None:
    place = Place("org.yaml", 3)
    file, line, notes = place
    assert (file, line, notes) == place == Place(*place) == pickle.loads(pickle.dumps(place)) == copy(place)
    assert repr(place) == "Place(file='org.yaml', line=3, notes=())"
    assert place._asdict() == Twin("org.yaml", 3)._asdict()
    assert (Place._fields, Place._field_defaults) == (Twin._fields, Twin._field_defaults)
    assert place.where == "org.yaml:3"
    assert type(pickle.loads(pickle.dumps(place))) is Place
    match place:
        case Place(name, number):
            assert (name, number) == ("org.yaml", 3)
    with pytest.raises(AttributeError):
        place.line = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        place.other = 4  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        Place._make(["org.yaml"])


def test_a_field_without_a_default_cannot_follow_one_with() -> None:
    with pytest.raises(TypeError, match="Wrong: a field without a default"):

        class Wrong(Ours):
            one: int = 1
            two: int  # type: ignore[misc]
