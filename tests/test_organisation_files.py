"""Worked and real matrices, where they lie beside the checkout."""

from pathlib import Path
from typing import Any

import pytest
from organisation_helpers import held, titles

from rolelint import source
from rolelint.organisation import Organisation, build, group

SHARED = Path(__file__).parent.parent.parent / "shared"
FORMATS = SHARED / "domain" / "formats"
MATRICES = SHARED / "data" / "matrices"

pytestmark = pytest.mark.skipif(not FORMATS.is_dir(), reason="the worked matrices are not here")


def organisations(*files: Path) -> list[Organisation]:
    documents: list[tuple[str, int, Any]] = []
    for file in files:
        reading = source.read(str(file), file.read_bytes(), first=len(documents))
        documents += [(str(file), document.number, document.data) for document in reading.documents]
    data = {number: each for _, number, each in documents}
    return [build([(number, data[number]) for number in numbers], titles()) for numbers in group(documents)]


def test_the_two_minute_form() -> None:
    (found,) = organisations(FORMATS / "minimal.yaml")
    assert [len(held(task)) for task in found.tasks] == [2, 2, 2, 2, 3, 0]
    assert {a.party.function for task in found.tasks for a in task.assignments} == {"sales", "marketing"}
    assert (found.profile, found.profile_by, found.problems) == ("growing", "", ())


def test_six_people() -> None:
    (found,) = organisations(FORMATS / "startup-6.yaml")
    assert (found.name, found.profile, found.profile_by) == ("Tidewater", "startup", "headcount")
    assert {name: found.parties[name].functions for name in found.people} == {
        "ana": ("sales", "marketing"),
        "ben": ("marketing", "design"),
        "cleo": ("finance", "operations"),
    }
    assert not found.tasks[-1].holding("accountable")


def test_sixty_people() -> None:
    (found,) = organisations(FORMATS / "saas-60.yaml")
    assert [(use.name, use.guessed) for use in found.schemes] == [("RASCI", True)]
    assert {name: party.function for name, party in found.parties.items()} == {
        "sales": "sales",
        "marketing": "marketing",
        "revops": "revops",
        "customer-success": "customer-success",
        "finance": "finance",
        "ceo": None,
        "vp-sales": "sales",
        "vp-marketing": "marketing",
        "ae-lead": "sales",
        "sdr-manager": "sales",
        "demand-gen-lead": "marketing",
        "pmm": "marketing",
        "events-lead": "marketing",
        "inside-sales-lead": "sales",
        "revops-lead": "revops",
        "cs-lead": "customer-success",
        "controller": "finance",
        "maya": "sales",
        "tom": "marketing",
        "ines": "sales",
    }
    assert found.problems == ()
    assert [task.handoffs[0].giver for task in found.tasks if task.handoffs] == ["marketing"]


def test_a_thousand_people_in_several_files() -> None:
    (found,) = organisations(*sorted((FORMATS / "enterprise").rglob("*.yaml")))
    assert (found.name, found.headcount, found.profile, len(found.tasks)) == (
        "Northfold Group",
        1000,
        "enterprise",
        8,
    )
    assert [(use.name, use.guessed) for use in found.schemes] == [
        ("DACI", True),
        ("RACI", True),
        ("RACI", True),
        ("RACI", True),
    ]
    assert found.policy["distribution_owner"] == found.parties["partners"].function
    assert found.problems == ()


def test_a_real_grid_with_letters_as_keys() -> None:
    file = MATRICES / "amanah-config-raci.yaml"
    if not file.is_file():
        pytest.skip("the real matrices are not here")
    (found,) = organisations(file)
    assert (len(found.tasks), len(found.roles), found.problems) == (11, 9, ())
    assert all(len(task.holding("accountable")) == 1 for task in found.tasks)
    assert all(a.party.kind == "role" for task in found.tasks for a in task.assignments)
    assert (found.parties["ciso"].function, found.parties["model_owner"].function) == ("security", None)


def test_every_real_file_makes_an_organisation() -> None:
    for file in sorted(MATRICES.glob("*.y*ml")):
        assert [len(found.documents) for found in organisations(file)] == [1], file.name
