"""The gate and jsonschema give one answer, on data near the schemas and on any other."""

import copy
import marshal
import random
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rolelint.schema import problems
from rolelint.schema.gate import Gate, fits, passes, unknown
from rolelint.schema.load import bare, compiled, load

NAMES = ("organisation", "rule", "pack", "report", "config")

RICH: dict[str, Any] = {
    "rolelint": 1,
    "org": {"name": "Tidewater", "headcount": 60, "profile": "Growing", "sector": "software"},
    "scheme": {"R": "responsible", "o": ["Accountable", "responsible"]},
    "functions": {"sales": {"mandate": "Win.", "lead": "vp", "aliases": ["SLS"]}, "marketing": None},
    "roles": {
        "vp": {"title": "VP", "reports_to": ["ceo"], "from": "2026-01-01", "acting": "yes"},
        "ceo": "CEO",
    },
    "people": [{"name": "Ana", "roles": ["vp"]}, "Ben", 7],
    "aliases": {"Mktg": "marketing"},
    "areas": {"region": {"emea": ["dach", {"x": None}][:1], "apac": None}, "segment": ["small"]},
    "policy": {"require_person": True, "min_handoff": ["when", "WITHIN"], "of_my_own": [1, "x"]},
    "agreements": [
        "Lead handoff",
        {"name": "SLA", "between": ["sales", "marketing"], "review_by": "2026-12-31"},
    ],
    "not_applicable": {"public relations": "An agency does it."},
    "defaults": {"area": {"region": "emea"}, "horizon": ["short", "LONG"]},
    "owner": "revops",
    "include": ["*.yaml"],
    "x-mine": {"anything": [True]},
    "tasks": [
        "Pricing",
        {"name": "Close", "owner": "sales", "R": ["ae", None], "я": "x", "x-note": {}, "shared": True},
        {
            "group": "Events",
            "audience": "1:many",
            "tasks": [{"name": 2026, "A": "m", "handoff": [{"to": "s"}]}],
        },
    ],
    "matrix": {"Mail": {"sales": "I", "marketing": ["A", "R"]}, "Nobody": None},
}
GRID: dict[str, Any] = {
    "scheme": "raci-vs",
    "tasks": {
        "Close": "sales",
        "Price": None,
        "Demo": {"A": "sales", "until": "2026-02-28", "ignore": {"rule": "a"}},
    },
}
VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 1.0, 60.5, float("nan"), float("inf"), 10**30,
    "", " ", "a", "long", "LONG", "lnog", "RACI", "push", "1:1", "2026-12-31", "2026-02-30", "2026-12-31\n",
    "20261231",
    "yes", "maybe", "allowed", "error", "responsible", [], {}, [None], [[]], ["short", "x"], ["a", {}],
    {"name": "x"}, {"rule": "x"}, {"group": "g", "tasks": []}, {"": None}, {"R": "responsible"}, {"x-y": []},
]  # fmt: skip
KEYS = [
    "name", "owner",
    "A", "r", "DRI", "dri", "AB", "А", "é", "x-a", "X-a", "x", "tasks", "group", "horizon", "until",
    "rule", "items", "why", "unknown", "", "scheme", "org", "matrix", "policy", "area", "1",
]  # fmt: skip


@cache
def reference(name: str) -> Draft202012Validator:
    return Draft202012Validator(load(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def seeds(name: str) -> list[Any]:
    return [*load(name).get("examples", ()), *((RICH, GRID) if name == "organisation" else ())]


def containers(data: Any) -> list[Any]:
    found, waiting = [], [data]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict | list):
            found.append(each)
            waiting += each.values() if isinstance(each, dict) else each
    return found


def mutate(data: Any, chance: random.Random) -> None:
    """One change somewhere: another value, a key more, a key less, a key renamed."""
    place = chance.choice(containers(data))
    value = copy.deepcopy(chance.choice(VALUES))
    keys = list(place) if isinstance(place, dict) else list(range(len(place)))
    how = chance.randrange(4) if keys else 3
    if how == 3 or not keys:
        place.append(value) if isinstance(place, list) else place.update({chance.choice(KEYS): value})
    elif how == 2 and isinstance(place, dict):
        place[chance.choice(KEYS)] = place.pop(chance.choice(keys))
    elif how == 1:
        del place[chance.choice(keys)]
    else:
        place[chance.choice(keys)] = value


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None)
@given(chance=st.randoms(use_true_random=False), changes=st.integers(0, 4))
def test_the_gate_agrees_with_jsonschema_near_the_schema(
    name: str, chance: random.Random, changes: int
) -> None:
    data = copy.deepcopy(chance.choice(seeds(name) or [{}]))
    for _ in range(changes):
        mutate(data, chance)
    assert fits(data, name) == reference(name).is_valid(data)


ANYTHING = st.recursive(
    st.one_of(st.sampled_from(VALUES[:30]), st.text(max_size=3), st.integers(), st.floats()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=100, deadline=None)
@given(data=st.dictionaries(st.sampled_from(KEYS), ANYTHING) | ANYTHING)
def test_the_gate_agrees_with_jsonschema_on_anything(name: str, data: Any) -> None:
    assert fits(data, name) == reference(name).is_valid(data)


@settings(max_examples=150, deadline=None)
@given(chance=st.randoms(use_true_random=False), changes=st.integers(0, 4))
def test_every_section_that_does_not_fit_is_told_of(chance: random.Random, changes: int) -> None:
    data = copy.deepcopy(chance.choice(seeds("organisation")))
    for _ in range(changes):
        mutate(data, chance)
    told = problems(data, "organisation", 0)
    assert bool(told) or fits(data, "organisation")
    assert all(len(problem.message) < 400 for problem in told)
    for key, value in data.items() if isinstance(data, dict) else ():
        if not fits({key: value}, "organisation") and told[0].code != "not-a-matrix":
            assert key in {problem.route.steps[0] for problem in told}


@pytest.mark.parametrize("data", [RICH, GRID])
def test_rich_documents_fit(data: dict[str, Any]) -> None:
    assert problems(data, "organisation", 0) == []
    assert reference("organisation").is_valid(data)


@pytest.mark.parametrize("name", NAMES)
def test_the_gate_knows_every_keyword_of_every_schema(name: str) -> None:
    strange: set[str] = set()
    waiting: list[Any] = [load(name)]
    while waiting:
        part = waiting.pop()
        strange |= unknown(part)
        waiting += [
            part[key] for key in ("items", "propertyNames", "additionalProperties") if _is_schema(part, key)
        ]
        waiting += part.get("anyOf", [])
        for key in ("properties", "patternProperties", "$defs"):
            waiting += part.get(key, {}).values()
    assert strange == set()


def _is_schema(part: dict[str, Any], key: str) -> bool:
    return isinstance(part.get(key), dict)


@pytest.mark.parametrize(
    "schema", [{"oneOf": [{}]}, {"maxLength": 3}, {"format": "email"}, {"const": 1, "not": {}}]
)
def test_what_the_gate_cannot_judge_is_left_to_jsonschema(schema: dict[str, Any]) -> None:
    assert [passes(Gate(schema).check("#"), value) for value in ("a", 1, {}, None)] == [False] * 4


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"const": 1}, [1, 1.0], [True, "1", None]),
        ({"type": "integer"}, [1, 1.0, 10**30], [1.5, float("inf"), True, "1"]),
        ({"type": ["integer", "number"]}, [1.5], ["1"]),
        ({"enum": [None, "a", True]}, [None, "a", True], [1, "b", False, [], {}]),
        ({"minimum": 1, "maximum": 2}, [1, 2.0, True, "9", float("nan")], [0, 2.5]),
        ({"exclusiveMinimum": 1}, [1.5, 2], [1, 1.0, 0]),
        ({"minItems": 1}, [[1], "", {}], [[]]),
        (
            {"properties": {"x-a": {"type": "null"}}, "patternProperties": {"^x-": {}}},
            [{"x-a": None}],
            [{"x-a": 1}],
        ),
        (
            {"patternProperties": {"^x": {"type": "null"}, "y$": {"enum": [1, None]}}},
            [{"xy": None}],
            [{"xy": 1}],
        ),
        (
            {"required": ["a"], "additionalProperties": {"type": "null"}},
            [{"a": None}, []],
            [{"a": 1}, {"b": None}],
        ),
    ],
)
def test_keywords_mean_what_they_mean_to_jsonschema(
    schema: dict[str, Any], good: list[Any], bad: list[Any]
) -> None:
    made = Gate(schema)
    for value, expected in [(value, True) for value in good] + [(value, False) for value in bad]:
        assert passes(made.check("#"), value) is expected
        assert Draft202012Validator(schema).is_valid(value) is expected


def test_jsonschema_is_not_imported_while_all_is_well() -> None:
    code = (
        "import sys; from rolelint.schema import problems;"
        "assert problems({'tasks': {'Close renewals': 'sales'}}, 'organisation', 0) == [];"
        "print([m for m in ('jsonschema', 'referencing', 'difflib') if m in sys.modules]);"
        "problems({'taks': 1}, 'organisation', 0); print('jsonschema' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nTrue\n"


def test_the_compiled_schemas_are_the_bare_ones() -> None:
    assert marshal.loads(compiled(NAMES)) == {name: bare(name) for name in NAMES}
    assert compiled(NAMES) == compiled(NAMES)


def test_a_bare_schema_has_lost_nothing_but_words() -> None:
    def words(part: object) -> int:
        if isinstance(part, dict):
            return sum(words(each) for each in part.values()) + isinstance(part.get("description"), str)
        return sum(map(words, part)) if isinstance(part, list) else 0

    assert words(load("organisation")) > 50
    assert words(bare("organisation")) == 0
    assert bare("organisation")["$defs"].keys() == load("organisation")["$defs"].keys()
    assert "title" in bare("organisation")["$defs"]["role"]["properties"]
