"""Records that go by their names are found without a join, where the names are few enough."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolelint.similar import named
from rolelint.similar.join import Record
from rolelint.similar.named import by_names
from rolelint.similar.share import Share

WEIGHTS = [3, 3, 3, 3, 3, 1, 1, 1]
SETS = st.sets(st.integers(0, len(WEIGHTS) - 1), min_size=1, max_size=6)
RECORDS = st.lists(
    st.builds(
        lambda tokens, stages, few: Record(
            frozenset(tokens), 0, stages, frozenset(sorted(tokens)[: few or 1])
        ),
        SETS,
        st.sampled_from([0, 1, 2, 3]),
        st.integers(1, 3),
    ),
    max_size=20,
    unique=True,
)
SHARES = st.sampled_from([Share(1, 5), Share(7, 10), Share(1, 1)])


def alike(one: Record, other: Record, share: Share) -> bool:
    if one.stages and other.stages and not one.stages & other.stages:
        return False
    if not (one.name <= other.tokens or other.name <= one.tokens):
        return False
    both = sum(WEIGHTS[token] for token in one.tokens & other.tokens)
    return Fraction(both, sum(WEIGHTS[token] for token in one.tokens | other.tokens)) >= Fraction(*share)


@settings(max_examples=200, deadline=None)
@given(RECORDS, SHARES)
def test_it_finds_what_comparing_every_pair_finds(records: list[Record], share: Share) -> None:
    numbers = range(len(records))
    wanted = {(a, b) for a in numbers for b in numbers if a < b and alike(records[a], records[b], share)}
    found = by_names(records, list(numbers), WEIGHTS, share)
    assert found is not None
    assert len(found) == len(set(found))
    assert set(found) == wanted


def record(number: int, name: set[int]) -> Record:
    return Record(frozenset({number, *name}), 0, 0, frozenset(name))


@pytest.mark.parametrize(
    "records",
    [
        [record(9, {0}), Record(frozenset({0, 8}))],  # one goes by no name
        [record(10 + number, {0}) for number in range(named.MOST + 1)],  # one word is in too many names
        [record(9, {10 + number}) for number in range(named.ROWS + 1)],  # too many records
    ],
)
def test_what_would_take_long_is_left_to_the_join(records: list[Record]) -> None:
    weights = [3] * (11 + len(records))
    assert by_names(records, list(range(len(records))), weights, Share(7, 10)) is None
