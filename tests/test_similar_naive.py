"""In random organisations the search finds what reading every two rows by the definition finds."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from overlap_helpers import PACKS, facts

from rolelint.similar import Text, Wording, clusters
from rolelint.similar.join import Record

SPOKEN = """
customer client stock count counting invoice invoices dispute disputes handle manage create creation
build review approve weekly monthly emea apac enterprise from sales marketing budget plan reporting the
of and for website web site case study battlecard competitive 3 4 bug defect triage prioritisation process
"""
WORDS = SPOKEN.split()
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
ROWS = st.lists(
    st.tuples(PHRASES, st.none() | st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(" ".join)),
    min_size=2,
    max_size=30,
)


def alike(wording: Wording, one: Record, other: Record) -> bool:
    """The definition of docs/overlap.md, for two records."""
    if one.kind != other.kind or (one.stages and other.stages and not one.stages & other.stages):
        return False
    first, second = set(one.tokens), set(other.tokens)
    if not (set(one.name) <= second or set(other.name) <= first):
        return False
    weights = wording.weights
    either = sum(weights[token] for token in first | second)
    both = sum(weights[token] for token in first & second)
    return bool(both) and Fraction(both, either) >= Fraction(*wording.threshold)


def naive(texts: list[Text], wording: Wording) -> set[tuple[int, int]]:
    """Every two rows that are alike by name, or by name and description where both have one."""
    readings = [wording.read(text) for text in texts]
    more = [
        wording.read_more(*row) if row[0].description else None for row in zip(texts, readings, strict=True)
    ]
    found = set()
    for a, b in combinations(range(len(texts)), 2):
        one, other = more[a], more[b]
        named = alike(wording, readings[a].record, readings[b].record)
        if named or (one and other and alike(wording, one, other)):
            found.add((a, b))
    return found


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_clusters_hold_every_pair_and_none_beyond(rows: list[tuple[str, str | None]]) -> None:
    texts = [Text(name, said, None, number % 3) for number, (name, said) in enumerate(rows)]
    wording = Wording(PACKS)
    found = clusters(texts, [wording.read(text) for text in texts], wording)
    assert {pair for cluster in found for pair in cluster.pairs()} == naive(texts, wording)


@settings(max_examples=100, deadline=None)
@given(st.lists(PHRASES, min_size=2, max_size=14))
def test_rows_of_an_organisation_are_claimed_twice_where_they_are_alike(names: list[str]) -> None:
    tasks = "".join(f'  - {{name: "{name}", owner: Owner {chr(65 + n)}}}\n' for n, name in enumerate(names))
    claims = facts(f"tasks:\n{tasks}").claims
    number = {task: at for at, task in enumerate(claims.tasks)}
    claimed = {number[task] for claim in claims.found for task in claim.tasks}
    claimed |= {number[task] for table in claims.tables for claim in table.claims for task in claim.tasks}
    wording = Wording(PACKS)
    pairs = naive([Text(name, None, None, 0) for name in names], wording)
    assert claimed == {row for a, b in pairs if not wording.opposed(names[a], names[b]) for row in (a, b)}
