"""The join finds all alike pairs and none beyond, whatever the records."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolelint.similar import join as joining
from rolelint.similar import planning
from rolelint.similar.join import Joined, Record, join
from rolelint.similar.postings import Long
from rolelint.similar.unions import Unions

Pairs = set[tuple[int, int]]

WEIGHTS = [2, 2, 2, 2, 2, 2, 1, 1, 1, 4]


def record(tokens: set[int], kind: int, stages: int, named: int) -> Record:
    """A record whose name is the first few of its tokens."""
    return Record(frozenset(tokens), kind, stages, frozenset(sorted(tokens)[:named]))


RECORDS = st.lists(
    st.builds(
        record,
        st.sets(st.integers(0, len(WEIGHTS) - 1), max_size=8),
        st.sampled_from([0, 0, 1]),
        st.sampled_from([0, 0, 1, 2, 3]),
        st.sampled_from([0, 0, 1, 2]),
    ),
    max_size=40,
)
THRESHOLDS = st.sampled_from([Fraction(1, 5), Fraction(1, 2), Fraction(2, 3), Fraction(7, 10), Fraction(1)])


def naive(records: list[Record], threshold: Fraction) -> Pairs:
    """Every pair by the definition of the measure."""
    return {
        (a, b) for a, b in combinations(range(len(records)), 2) if alike(records[a], records[b], threshold)
    }


def alike(one: Record, other: Record, threshold: Fraction) -> bool:
    if not one.tokens or not other.tokens or one.kind != other.kind:
        return False
    if one.stages and other.stages and not one.stages & other.stages:
        return False
    first, second = set(one.tokens), set(other.tokens)
    if not (first.issuperset(other.name) or second.issuperset(one.name)):
        return False
    both = sum(WEIGHTS[token] for token in first & second)
    return Fraction(both, sum(WEIGHTS[token] for token in first | second)) >= threshold


def all_pairs(joined: Joined) -> Pairs:
    """The pairs of records that the firsts and their equals stand for."""
    found: Pairs = set()
    for same in joined.same.values():
        found.update(combinations(same, 2))
    for one, other in joined.pairs:
        firsts, others = joined.same.get(one, [one]), joined.same.get(other, [other])
        found.update((min(a, b), max(a, b)) for a in firsts for b in others)
    return found


def hanging(number: int, pairs: Pairs) -> list[int]:
    """For each record the first one that it hangs together with."""
    unions = Unions(number)
    for one, other in pairs:
        unions.join(one, other)
    return [unions.root(record) for record in range(number)]


@settings(max_examples=150, deadline=None)
@given(RECORDS, THRESHOLDS, st.integers(1, 5), st.sampled_from([1, 2, 5, 200]))
def test_it_finds_what_comparing_every_pair_finds(
    records: list[Record], threshold: Fraction, level: int, most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joining, "planner", planning.Planner)
        patch.setattr(joining, "FEW", 0)
        patch.setattr(planning, "COMBINATIONS", dict.fromkeys(range(2, 6), most))
        patch.setattr(joining, "_level", lambda number: level)
        joined = join(records, WEIGHTS, threshold)
    if not joined.crowded:
        assert all_pairs(joined) == naive(records, threshold)
    assert len(records) > Long.FROM or not joined.crowded


@settings(max_examples=150, deadline=None)
@given(RECORDS, THRESHOLDS, st.integers(1, 4))
def test_a_crowd_leaves_out_pairs_but_no_record_and_says_so(
    records: list[Record], threshold: Fraction, level: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joining, "_level", lambda number: level)
        patch.setattr(Long, "FROM", 3)
        joined = join(records, WEIGHTS, threshold)
    found, wanted = all_pairs(joined), naive(records, threshold)
    assert found <= wanted
    assert hanging(len(records), found) == hanging(len(records), wanted)
    roots = hanging(len(records), wanted)
    crowds = {roots[first] for first in joined.crowded}
    assert {roots[one] for one, _ in wanted - found} <= crowds


def test_boilerplate_is_one_crowd() -> None:
    records = [Record(frozenset((*range(9), 9 + number))) for number in range(300)]
    joined = join(records, [2] * 309, Fraction(7, 10))
    assert set(hanging(300, all_pairs(joined))) == {0}
    assert len(joined.pairs) < 1000
    assert joined.crowded


def test_boilerplate_of_several_stages_is_a_crowd_for_each() -> None:
    records = [Record(frozenset((*range(9), 9 + number)), 0, 1 << number % 3) for number in range(300)]
    joined = join(records, [2] * 309, Fraction(7, 10))
    assert set(hanging(300, all_pairs(joined))) == {0, 1, 2}
    assert len(joined.pairs) < 2000


def test_equal_records_are_told_by_their_first() -> None:
    records = [Record(frozenset(given)) for given in ((1, 2), (), (1, 2), (1, 2), (1, 2, 3))]
    records[3] = records[3]._replace(kind=1)
    joined = join(records, [2] * 4, Fraction(2, 3))
    assert (joined.same, joined.pairs) == ({0: [0, 2]}, [(0, 4)])


def test_no_records_no_pairs() -> None:
    assert join([], [], Fraction(7, 10)) == Joined({}, [], set())


def called(name: int, *tokens: int) -> Record:
    """A record of a name of one token, and of further tokens."""
    return Record(frozenset((name, *tokens)), name=frozenset((name,)))


def test_rows_that_share_all_but_their_name_are_no_crowd() -> None:
    shared = tuple(range(12))
    others = [called(name, *shared) for name in range(20, 220)]
    two = [called(300, *shared), called(300, *shared[:11], 12)]
    joined = join([*others, *two], [3] * 301, Fraction(7, 10))
    assert (joined.pairs, joined.crowded) == ([(200, 201)], set())
