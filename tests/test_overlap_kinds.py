"""Parts of a whole, crossed work, forgotten areas, and the score of two functions."""

import pytest
from overlap_helpers import facts, hits, where

from rolelint.overlap.turf import quarrels

TWO = "functions: [finance, operations]\n"


def two(*written: str) -> str:
    return TWO + "tasks:\n" + "".join(f"  - {{{row}}}\n" for row in written)


def test_parts_are_told_at_the_whole() -> None:
    text = two(
        "name: Invoice disputes, owner: finance",
        "name: Enterprise invoice disputes, owner: operations",
        "name: Manage overdue invoice disputes, owner: operations",
    )
    (hit,) = hits("part-of-whole", text)
    assert where(hit) == [(0, 0), (0, 1), (0, 2)]
    assert hit.words["parts"] == '"Enterprise invoice disputes" and "Manage overdue invoice disputes"'


@pytest.mark.parametrize(
    "part",
    [
        "name: Invoice dispute statistics, owner: operations",
        "name: Enterprise invoice disputes, owner: finance",
        "name: Enterprise invoice disputes, owner: Ada",
        "name: Enterprise invoice disputes, owner: operations, consulted: finance",
        "name: Enterprise invoice disputes, owner: operations, shared: {why: both}",
        "name: Disputes of three late foreign enterprise invoices, owner: operations",
        "name: Manage invoice disputes, owner: operations",
    ],
)
def test_what_is_no_contested_part(part: str) -> None:
    assert hits("part-of-whole", two("name: Invoice disputes, owner: finance", part)) == []


def test_common_words_are_no_whole() -> None:
    assert (
        hits("part-of-whole", two("name: Testing, owner: finance", "name: Field testing, owner: operations"))
        == []
    )


CROSSED = (
    "name: Invoice disputes, accountable: finance, responsible: operations",
    "name: Invoice refunds, accountable: operations, responsible: finance",
)


def test_crossed_work_needs_names_that_are_somewhat_alike() -> None:
    assert hits("crossed", two(*CROSSED), alike=0.5) == []
    (hit,) = hits("crossed", two(*CROSSED), alike=0.3)
    assert where(hit) == [(0, 1), (0, 0)]
    assert dict(hit.words) == {
        "task": "Invoice refunds",
        "like": "Invoice disputes",
        "one": "finance",
        "other": "operations",
    }


def test_work_in_one_direction_is_not_crossed() -> None:
    text = two(CROSSED[0], "name: Invoice refunds, accountable: finance, responsible: operations")
    assert hits("crossed", text, alike=0.3) == []


def test_rows_of_one_claim_are_not_crossed_as_well() -> None:
    text = two(CROSSED[0], "name: Invoice disputes, accountable: operations, responsible: finance")
    assert hits("crossed", text, alike=0.3) == []
    assert len(hits("same-task", text, owners="two-functions")) == 1


def divided(*regions: str) -> str:
    names = ["Rent halls", "Oil hinges", "Mow lawns", "Paint doors"]
    return "tasks:\n" + "".join(
        f"  - {{name: {name}, owner: Ada, area: {{region: [{region}]}}}}\n"
        for name, region in zip(names, regions, strict=True)
    )


def test_the_one_that_lacks_an_area_of_all_others() -> None:
    (hit,) = hits(
        "unlike-siblings", divided("north, south", "south, north", "south", "south, north, east"), siblings=3
    )
    assert (where(hit)[0], hit.words["missing"]) == ((0, 2), "north")


@pytest.mark.parametrize(
    "regions",
    [("north", "south", "south", "south, north"), ("north", "north", "north", "north")],
)
def test_no_gap_where_areas_differ_or_agree(regions: tuple[str, ...]) -> None:
    assert hits("unlike-siblings", divided(*regions), siblings=3) == []


def test_declared_areas_and_excuses_are_left_alone() -> None:
    gap = divided("north, south", "south, north", "south", "south, north")
    assert hits("unlike-siblings", "areas: {region: [north, south]}\n" + gap, siblings=3) == []
    assert hits("unlike-siblings", "not_applicable: {north: sold}\n" + gap, siblings=3) == []


def test_turf_adds_up_what_is_between_two_functions() -> None:
    text = "functions: [finance, operations, legal]\ntasks:\n" + "".join(
        f"  - {{{row}}}\n"
        for row in (
            "name: Rent halls, owner: finance",
            "name: Rent halls, owner: operations",
            "name: Client interviews, owner: finance",
            "name: Customer interviews, owner: operations",
            "name: Mow lawns, accountable: [legal, finance]",
            "name: Oil hinges, responsible: [operations, finance]",
            "name: Oil creaky hinges, owner: legal, consulted: finance",
            "name: Paint doors, accountable: [legal, finance], shared: {why: both}",
            "name: Ship crates, accountable: legal, responsible: operations",
            "name: Ship crates abroad, accountable: operations, responsible: legal",
        )
    )
    found = quarrels(facts(text))
    assert [(q.functions, q.score, [(r.why, r.points) for r in q.reasons]) for q in found] == [
        (("finance", "operations"), 8, [("equal", 4), ("alike", 2), ("unanswered", 2)]),
        (("finance", "legal"), 4, [("accountable", 4)]),
        (("legal", "operations"), 3, [("crossed", 3)]),
    ]
    assert [task.name for task in found[0].reasons[0].tasks] == ["Rent halls", "Rent halls"]


def test_no_quarrels_without_overlaps() -> None:
    assert (
        quarrels(facts(two("name: Rent halls, owner: finance", "name: Mow lawns, owner: operations"))) == []
    )
