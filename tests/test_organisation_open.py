"""Any plain data make an organisation, and its routes lead to something."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from organisation_helpers import made, pack, titles

from rolelint.finding import Route
from rolelint.organisation import Organisation, Titles, build, group
from rolelint.organisation.model import DUTIES
from rolelint.organisation.tasks import FIELDS
from rolelint.organisation.titles import Title
from rolelint.words import fold

WORDS = [
    "sales", "Marketing", "Mktg", "vp", "A", "R", "a/r", "RACI", "D", "X", "T", "TBD", "none", "-", "", " ",
    "?", "yes", "true", "push", "short", "1:1", "2026-01-31", "2026-02-30", "CEO", "Legal/Finance", "А",
    "x-own", "DRI",
]  # fmt: skip
SECTIONS = [
    "org", "scheme", "functions", "roles", "people", "aliases", "areas", "policy", "agreements",
    "not_applicable", "defaults", "tasks", "matrix",
]  # fmt: skip
INNER = [
    "group", "headcount", "profile", "title", "function", "functions", "roles", "reports_to", "lead",
    "includes", "aliases", "parent", "children", "region", "between", "doc", "why", "to", "within", "tasks",
    "until",
]  # fmt: skip

scalars = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=6),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
)
keys = st.one_of(st.sampled_from([*WORDS, *FIELDS, *INNER, *DUTIES]), st.text(max_size=4), st.integers(0, 3))
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)
documents = st.one_of(values, st.dictionaries(st.sampled_from(SECTIONS), values, max_size=8))


RELAXED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def leads_somewhere(data: Any, route: Route) -> bool:
    """Whether the steps of a route can be walked in the data."""
    try:
        for step in route.steps:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return False
    return True


def routes(organisation: Organisation) -> list[Route]:
    found = [task.route for task in organisation.tasks]
    for task in organisation.tasks:
        found += [Route(task.route.document, task.home)]
        found += [task.at(assignment) for assignment in task.assignments]
        found += [task.trait_route(trait) for trait in task.traits]
        found += [handoff.route for handoff in task.handoffs]
        found += [task.shared.route] if task.shared else []
    for section in (organisation.functions, organisation.roles, organisation.people):
        found += [entry.route for entry in section.values()]
    found += [party.declared for party in organisation.parties.values() if party.declared]
    found += [agreement.route for agreement in organisation.agreements]
    for problem in organisation.problems:
        found += [problem.route, *(mark.route for mark in problem.marks)]
    return found


@RELAXED
@given(st.lists(documents, max_size=3))
def test_any_plain_data_make_an_organisation(datas: list[Any]) -> None:
    organisation = made(*datas)
    assert organisation.documents == tuple(range(len(datas)))
    assert [r for r in routes(organisation) if not leads_somewhere(datas[r.document], r)] == []
    for task in organisation.tasks:
        assert task.name == task.name.strip() != ""
        assert task.traits.keys() == task.trait_steps.keys()
        for assignment in task.assignments:
            assert assignment.duty in DUTIES
            assert organisation.parties[fold(assignment.name)] is assignment.party
    assert {problem.code for problem in organisation.problems} <= {
        "letters-unknown",
        "letters-mixed",
        "contradiction",
        "renamed-trait",
    }
    assert not any(party.function and len(party.functions) for party in organisation.parties.values())


def test_numbers_too_long_to_write_out_are_left_out() -> None:
    long = 10**5000
    found = made({"org": {"headcount": long}, "tasks": [{"name": long, "A": long}, {"name": "T", "A": long}]})
    assert [(task.name, task.assignments) for task in found.tasks] == [("T", ())]
    assert found.headcount is None


@RELAXED
@given(st.lists(documents, max_size=3))
def test_the_same_data_make_the_same_organisation(datas: list[Any]) -> None:
    one, other = made(*datas), made(*datas)
    assert repr(one) == repr(other)


@RELAXED
@given(st.lists(st.tuples(st.text(max_size=8), documents), max_size=6))
def test_every_document_is_in_one_group(files: list[tuple[str, Any]]) -> None:
    described = [(file.replace("\0", ""), number, data) for number, (file, data) in enumerate(files)]
    groups = group(described)
    assert sorted(number for numbers in groups for number in numbers) == list(range(len(files)))
    assert [numbers[0] for numbers in groups] == sorted(numbers[0] for numbers in groups)


@RELAXED
@given(
    st.lists(st.one_of(values, st.dictionaries(st.sampled_from(["functions", "heads", "ambiguous"]), values)))
)
def test_any_pack_data_make_titles(packs: list[Any]) -> None:
    odd = Titles.build([each if isinstance(each, dict) else {} for each in packs])
    build([(0, {"tasks": {"T": "VP Sales"}, "roles": ["CMO"], "functions": ["Mktg"]})], odd)
    both = Titles.build(
        [{"functions": packs, "heads": packs}, {"functions": {"sales": None}, "ambiguous": packs}]
    )
    assert both.find("VP Sales") in (Title(("sales",), "role"), Title((), "role"))


@RELAXED
@given(st.text(max_size=300))
def test_any_name_can_be_looked_up(name: str) -> None:
    title = titles().find(name)
    known = {function for each in ("raci", "sales-marketing") for function in pack(each)["functions"]}
    assert title is None or set(title.functions) <= known
