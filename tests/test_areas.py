"""Areas and days: when two tasks hold in one place at one time."""

import pytest
from overlap_helpers import facts

from rolelint.areas import Areas, dates_meet

WITHIN = {"region": {"dach": "EMEA", "Bavaria": "DACH", "loop": "pool", "pool": "loop"}}


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ({}, {}, True),
        ({"region": ("emea",)}, {}, True),
        ({"region": ("emea",)}, {"segment": ("small",)}, True),
        ({"region": ("emea",)}, {"region": ("EMEA ",)}, True),
        ({"region": ("emea",)}, {"region": ("apac",)}, False),
        ({"region": ("emea", "amer")}, {"region": ("apac", "amer")}, True),
        ({"region": ("bavaria",)}, {"region": ("emea",)}, True),
        ({"region": ("emea",)}, {"region": ("bavaria",)}, True),
        ({"region": ("bavaria",)}, {"region": ("dach",), "segment": ("small",)}, True),
        ({"region": ("dach",)}, {"region": ("apac",)}, False),
        ({"region": ("emea",), "segment": ("small",)}, {"region": ("emea",), "segment": ("large",)}, False),
        ({"region": ("global",)}, {"region": ("apac",)}, True),
        ({"region": ()}, {"region": ("apac",)}, True),
        ({"region": ("loop",)}, {"region": ("pool",)}, True),
        ({"region": ("loop",)}, {"region": ("emea",)}, False),
    ],
)
def test_areas_meet(one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]], meets: bool) -> None:
    areas = Areas(WITHIN)
    assert (areas.areas_meet(one, other), areas.areas_meet(other, one)) == (meets, meets)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("", "", True),
        ("until: 2030-01-31", "from: 2030-02-01", False),
        ("until: 2030-02-01", "from: 2030-02-01", True),
        ("from: 2030-01-01, until: 2030-06-30", "from: 2030-03-01", True),
        ("from: 2030-07-01", "until: 2030-06-30", False),
    ],
)
def test_days_meet(one: str, other: str, meet: bool) -> None:
    first, second = facts(f"tasks: [{{name: a, {one}}}, {{name: b, {other}}}]").organisation.tasks
    assert (dates_meet(first, second), dates_meet(second, first)) == (meet, meet)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("", "", ""),
        ("area: {region: emea}", "", "region emea"),
        ("area: {region: emea}", "area: {region: dach}", "region dach"),
        (
            "area: {region: [emea, apac]}",
            "area: {region: apac, segment: small}",
            "region apac, segment small",
        ),
    ],
)
def test_what_two_tasks_have_in_common_in_words(one: str, other: str, said: str) -> None:
    text = f"areas: {{region: {{emea: [dach]}}}}\ntasks: [{{name: a, {one}}}, {{name: b, {other}}}]"
    organisation = facts(text).organisation
    assert Areas(organisation.area_within).common(*organisation.tasks) == said
