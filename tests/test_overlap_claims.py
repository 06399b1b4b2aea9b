"""The same work in several rows: which rows make one finding, how grave it is, and when there is none."""

import pytest
from overlap_helpers import facts, hits, where

TWO = "functions: [finance, operations]\n"


def rows(*written: str, before: str = "") -> str:
    return before + "tasks:\n" + "".join(f"  - {{{row}}}\n" for row in written)


def names(text: str) -> list[tuple[list[str], bool, bool]]:
    """(names, same owner, equal) of every claim."""
    found = facts(text).claims.found
    return [([task.name for task in claim.tasks], claim.same_owner, claim.equal) for claim in found]


def test_five_rows_that_say_the_same_are_one_finding_with_five_places() -> None:
    text = rows(
        "name: Invoice disputes, owner: Ada",
        "name: Rent halls, owner: Ada",
        "name: Manage invoice disputes, owner: Ben",
        "name: Dispute of invoices, owner: Cem",
        "name: Handle bill disputes, owner: Dea",
        "name: Invoice dispute process, owner: Eli",
    )
    (hit,) = hits("same-task", text, owners="different")
    assert where(hit) == [(0, 2), (0, 0), (0, 3), (0, 4), (0, 5)]
    assert (hit.severity, hit.words["number"], hit.words["owners"]) == (
        ("warning", "five", "Ada, Ben, Cem, Dea and Eli")
    )


def test_rows_of_two_files_are_one_finding() -> None:
    (hit,) = hits(
        "same-task",
        TWO + "tasks: {Invoice disputes: finance}",
        "matrix: {Rent halls: {Ada: A}, Dispute of invoices: {operations: A/R}}",
        owners="two-functions",
    )
    assert [route.document for route in (hit.route, hit.marks[0].route)] == [1, 0]
    assert (hit.severity, hit.words["owners"]) == (None, "finance and operations")


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("name: Rent halls", "name: Rent halls", None),
        ("name: Rent halls", "name: Halls to rent", None),
        ("name: Client interviews", "name: Customer interviews", "warning"),
        ("name: Rent halls", "name: Manage hall rents", "warning"),
        ("name: Halls, id: rent-halls", "name: Venue booking, id: rent-halls", None),
        (
            "name: Rent halls, description: find halls near airports and sign leases",
            "name: Rent halls, description: collect money from tenants every week",
            "warning",
        ),
    ],
)
def test_equal_names_or_ids_are_graver_than_alike_ones(one: str, other: str, severity: str | None) -> None:
    (hit,) = hits("same-task", rows(f"{one}, owner: Ada", f"{other}, owner: Ben"), owners="different")
    assert hit.severity == severity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("area: {region: emea}", "area: {region: apac}"),
        ("until: 2030-01-31", "from: 2030-02-01"),
        ("shared: {why: both do}", "consulted: Eli"),
        ("consulted: Eli", "shared: {why: both do, handoff: a note}"),
        ("stage: draft", "stage: sign"),
        ("kind: audit", "kind: events"),
    ],
)
def test_rows_that_cannot_collide_are_no_claim(one: str, other: str) -> None:
    text = rows(f"name: Rent halls, owner: Ada, {one}", f"name: Rent halls, owner: Ben, {other}")
    assert names(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("area: {region: emea}", "consulted: Eli"),
        ("area: {region: emea}", "area: {region: [apac, emea]}"),
        ("area: {region: emea}", "area: {segment: small}"),
        ("area: {region: europe}", "area: {region: north}"),
        ("until: 2030-02-01", "from: 2030-02-01"),
    ],
)
def test_rows_that_may_collide_are_one(one: str, other: str) -> None:
    nested = "areas: {region: {europe: [north, south]}}\n"
    text = rows(
        f"name: Rent halls, owner: Ada, {one}", f"name: Rent halls, owner: Ben, {other}", before=nested
    )
    assert names(text) == [(["Rent halls", "Rent halls"], False, True)]


def test_the_same_owner_twice_is_a_repeat() -> None:
    text = rows("name: Rent halls, owner: Ada", "name: Manage hall rent, owner: Ada")
    (hit,) = hits("same-task", text, owners="same")
    assert (where(hit), hit.words["times"], hit.words["owners"]) == ([(0, 1), (0, 0)], "twice", "Ada")


@pytest.mark.parametrize(
    ("before", "one", "other"),
    [
        ("people: {ada: {name: Ada, roles: [cfo]}}\nroles: {cfo: {function: finance}}\n", "ada", "cfo"),
        (TWO + "roles: {controller: {function: finance}}\n", "finance", "controller"),
        ("", "Developer", "Developers"),
    ],
)
def test_owners_that_are_one_in_effect(before: str, one: str, other: str) -> None:
    text = rows(f"name: Rent halls, owner: {one}", f"name: Rent halls, owner: {other}", before=before)
    assert names(text) == [(["Rent halls", "Rent halls"], True, True)]


def test_two_roles_of_one_function_are_two_owners() -> None:
    before = TWO + "roles: {controller: {function: finance}, treasurer: {function: finance}}\n"
    text = rows("name: Rent halls, owner: controller", "name: Rent halls, owner: treasurer", before=before)
    assert [hit.severity for hit in hits("same-task", text, owners="different")] == [None]
    assert hits("same-task", text, owners="two-functions") == []


SECTIONS = """tasks:
  - group: Spring
    tasks: [{{name: {0}, owner: {2}}}]
  - group: Autumn
    tasks: [{{name: {1}, owner: {3}}}]
"""


def test_sections_excuse_the_same_name_of_one_owner_but_not_another_name() -> None:
    assert names(SECTIONS.format("Rent halls", "Rent halls", "Ada", "Ada")) == []
    assert names(SECTIONS.format("Rent halls", "Manage hall rent", "Ada", "Ada")) == [
        (["Rent halls", "Manage hall rent"], True, False)
    ]
    (hit,) = hits("same-task", SECTIONS.format("Rent halls", "Rent halls", "Ada", "Ben"), owners="different")
    assert hit.severity == "warning"


def test_a_chain_is_told_around_its_middle() -> None:
    text = rows(
        "name: red tin can lids, owner: Ada",
        "name: red tin can lids seals, owner: Ben",
        "name: red tin can lids seals caps, owner: Cem",
    )
    assert [names_ for names_, *_ in names(text)] == [
        ["red tin can lids", "red tin can lids seals", "red tin can lids seals caps"]
    ]


def test_very_many_owners_are_information() -> None:
    text = rows(*(f"name: Rent halls, owner: Person {letter}" for letter in "BCDEFGHIJ"))
    (hit,) = hits("same-task", text, owners="different")
    assert (hit.severity, hit.notes) == (
        "info",
        ("where each team does this for itself, say so with `area:`",),
    )


def test_a_crowd_is_one_finding_that_says_so() -> None:
    said = "supplier invoices against orders receipts contracts ledger freight and credit notes"
    words = [f"{a}{b}x" for a in "bcdfghjklm" for b in "aeiouyrlnt"]
    text = rows(
        *(f"name: Reconcile {word} {said}, owner: {o}" for word, o in zip(words, "AB" * 50, strict=True))
    )
    (hit,) = hits("same-task", text, owners="different")
    assert (len(hit.marks), hit.severity) == (20, "warning")
    assert hit.notes == (
        "79 more rows read alike and are not shown",
        "so many rows read alike that not every two of these 100 were compared",
    )


def test_a_row_for_each_of_many_places_is_no_claim() -> None:
    text = rows(*(f"name: Rent halls, owner: Person {n}, area: {{shop: s{n}}}" for n in range(300)))
    assert names(text) == []


def test_many_places_with_two_owners_in_one_are_told() -> None:
    places = ["area: {shop: s7}", *(f"area: {{shop: s{n}}}" for n in range(100))]
    text = rows(*(f"name: Rent halls, owner: P{n}q, {area}" for n, area in enumerate(places)))
    assert names(text) == [(["Rent halls", "Rent halls"], False, True)]


def test_each_of_many_places_with_two_owners_is_told_by_itself() -> None:
    places = [n // 2 if n < 80 else n for n in range(160)]
    text = rows(*(f"name: Rent halls, owner: P{n}q, area: {{shop: s{s}}}" for n, s in enumerate(places)))
    found = hits("same-task", text, owners="different")
    assert [hit.words["where"] for hit in found] == [f" in shop s{s}" for s in range(40)]
    assert {hit.words["owners"] for hit in found} == {f"P{n}q and P{n + 1}q" for n in range(0, 80, 2)}
    assert {hit.severity for hit in found} == {None}


TABLE = """  - group: {0}
    tasks:
      - {{name: Answer calls, owner: {1}}}
      - {{name: Order parts, owner: {1}}}
      - {{name: Book halls, owner: {1}}}
      - {{name: Bill visits, owner: {1}}}
      - {{name: Ask for ratings, owner: {1}}}
      - {{name: {2}, owner: {1}}}
"""


def test_a_table_that_repeats_another_is_one_finding() -> None:
    text = (
        "tasks:\n" + TABLE.format("Repairs", "Ada", "Oil hinges") + TABLE.format("Yard", "Ben", "Mow lawns")
    )
    (hit,) = hits("same-table", text)
    assert hit.route.steps[:4] == ("tasks", 1, "tasks", 0)
    assert (hit.words, len(hit.marks)) == (
        {"n": "5", "tables": "two tables", "owners": "Ada and Ben"},
        9,
    )
    assert hits("same-task", text, owners="different") == []


def test_what_a_shared_row_waives() -> None:
    text = rows(
        "name: Rent halls, owner: Ada, shared: {why: two sites}",
        "name: Rent halls, owner: Ben",
        "name: Oil hinges, owner: Ada, shared: {why: no reason}",
        "name: Mow lawns, owner: Ada, support: Ben, shared: {why: one mower}",
        "name: Paint doors, owner: Ada, shared: {why: paint, handoff: the key}",
        "name: Patch servers, owner: Ada, shared: {why: same owner}",
        "name: Patch servers, owner: Ada",
    )
    assert [hit.task for hit in hits("unused-waiver", text)] == ["Oil hinges", "Patch servers"]
