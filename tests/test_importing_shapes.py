"""YAML, JSON and CODEOWNERS as other tools write them."""

import pytest
from importing_helpers import doubts, reading, tasks

from rolelint.importing import Options, Refused, read
from rolelint.importing.mapping import map_of

SHAPES = {
    "records with words": (
        "actions:\n  plan:\n    responsible: ann\n    accountable: bob\n    consulted: [cy, dee]\n"
        "    gate: {on: x}\n",
        {"plan": {"ann": "R", "bob": "A", "cy": "C", "dee": "C"}},
    ),
    "rows with an activity": (
        "rows:\n  - {stage: S1, activity: plan, accountable: ann, responsible: [ann, bob]}\n",
        {"plan": {"ann": "AR", "bob": "R"}},
    ),
    "letters as keys": (
        "matrix:\n  plan: {R: [ann], A: bob, C: [], I: [cy]}\nescalation:\n  high: {inform: [cy]}\n",
        {"plan": {"ann": "R", "bob": "A", "cy": "I"}},
    ),
    "task, party, letters": (
        "matrix:\n  plan: {ann: A/R, bob: C}\n  write: {ann: I}\n",
        {"plan": {"ann": "AR", "bob": "C"}, "write": {"ann": "I"}},
    ),
    "roles over tasks": (
        "roles:\n  pm: {accountable: [plan, ship], responsible: plan}\n  dev: {R: [ship]}\n",
        {"plan": {"pm": "AR"}, "ship": {"pm": "A", "dev": "R"}},
    ),
    "groups of activities": (
        "groups:\n  - name: Before\n    activities:\n      - {name: plan, raci: {R: ann, A: bob}}\n",
        {"plan": {"ann": "R", "bob": "A"}},
    ),
    "a Backstage component": (
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: lookup}\n"
        "spec: {owner: team-a}\n",
        {"lookup": {"team-a": "owner"}},
    ),
    "Kubernetes groups": (
        "sigs:\n  - name: Storage\n    subprojects:\n      - {name: csi, owners: [http://x]}\n"
        "      - {name: cosi}\n",
        {"csi": {"Storage": "owner"}, "cosi": {"Storage": "owner"}},
    ),
    "areas with owners": (
        "areas:\n  core: {owners: [a-team, b-team], paths: [x]}\n",
        {"core": {"a-team": "owner", "b-team": "owner"}},
    ),
    "systems with several kinds of owners": (
        "- title: CRM\n  business_owner: Ann Lee, CRO\n  technical_owner: Bob\n  group_owner: Ops\n",
        {"CRM": {"Ann Lee, CRO": "A", "Bob": "R"}},
    ),
    "this very format": (
        "scheme: {L: accountable}\ntasks:\n  - group: G\n    tasks: [{name: plan, owner: ann}]\n  - rest\n"
        "matrix: {ship: {bob: L}}\n",
        {"plan": {"ann": "owner"}, "rest": {}, "ship": {"bob": "L"}},
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_every_shape_is_read(text: str, expected: dict[str, dict[str, str]]) -> None:
    assert tasks(reading(text, "x.yaml")) == expected


def test_what_is_not_read_is_said_with_its_place() -> None:
    got = reading(
        "version: 2\nareas:\n  core:\n    owners: [a]\n    paths:\n      - x\n      - y\n", "x.yaml"
    )
    assert doubts(got) == [
        "1:10 LOST `version` was not read",
        "6:9 LOST `areas.paths` was not read (2 values)",
    ]
    assert (got.read, got.written, got.reported) == (4, 1, 3)


def test_declared_roles_and_people_are_kept() -> None:
    got = reading(
        "roles:\n  pm: Product Manager\n  dev:\nmembers:\n  - {name: Ann, role: pm, type: human}\n"
        "actions:\n  plan: {accountable: pm, responsible: dev}\n",
        "x.yaml",
    )
    assert (got.roles, got.people) == ({"pm": "Product Manager", "dev": ""}, {"Ann": "pm"})


JSON = {
    "records": '[{"Task": "Plan", "PM": "A", "Dev": "R"}, {"Task": "Code", "PM": "I", "Dev": "A/R"}]',
    "lists": '[["Task", "PM", "Dev"], ["Plan", "A", "R"], ["Code", "I", "A/R"]]',
    "tabs between": '[\n\t{"Task":\t"Plan", "PM": "A", "Dev": "R"},\n'
    '\t{"Task": "Code", "PM": "I", "Dev": "A/R"}\n]',
    "below a key": '{"rows": [{"Task": "Plan", "PM": "A", "Dev": "R"},'
    ' {"Task": "Code", "PM": "I", "Dev": "A/R"}]}',
    "matrix": '{"matrix": {"Plan": {"PM": "A", "Dev": "R"}, "Code": {"PM": "I", "Dev": "A/R"}}}',
}


@pytest.mark.parametrize("text", JSON.values(), ids=JSON)
def test_json(text: str) -> None:
    assert tasks(reading(text, "x.json")) == {
        "Plan": {"PM": "A", "Dev": "R"},
        "Code": {"PM": "I", "Dev": "AR"},
    }


def test_codeowners() -> None:
    got = reading("# all\n*  @org/all\n\n[Docs] @writers\n/docs/  # theirs\n/api/ @a @b\n", "sub/CODEOWNERS")
    assert [(r.section, r.name, [g.party for g in r.given], r.cell.line) for r in got.rows()] == [
        ("", "*", ["@org/all"], 2),
        ("Docs", "/docs/", ["@writers"], 5),
        ("Docs", "/api/", ["@a", "@b"], 6),
    ]
    assert doubts(got) == ["6:1 /api/: several owners: which one answers?"]


def test_a_map_says_what_columns_and_letters_mean() -> None:
    chosen = map_of(
        {"columns": {"Doer": "responsible", "Boss": "accountable", "Thing": "task", "Junk": "ignore"}}
    )
    got = read("x.csv", b"Thing,Junk,Doer,Boss\nPlan,x,Ann,Bob\n", Options(map=chosen))
    assert tasks(got) == {"Plan": {"Ann": "R", "Bob": "A"}}
    assert (got.read, got.written, got.reported) == (8, 6, 2)
    letters = map_of({"letters": {"✓": "responsible", "◎": "accountable"}})
    got = read("x.csv", "Task,Ann,Bob\nPlan,✓,◎\n".encode(), Options(map=letters))
    assert tasks(got) == {"Plan": {"Ann": "R", "Bob": "A"}}


def test_a_map_says_which_keys_of_yaml_mean_what() -> None:
    chosen = map_of({"tasks": "org.teams", "columns": {"em": "accountable", "tl": "responsible"}})
    got = read("x.yaml", b"org:\n  teams:\n    search: {em: ann, tl: [bob], em2: x}\n", Options(map=chosen))
    assert tasks(got) == {"search": {"ann": "A", "bob": "R"}}


def test_all_faults_of_a_map_are_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        map_of({"colums": {}, "columns": {"a": "boss"}, "letters": {"x": "task"}})
    assert str(refused.value).count(";") == 2
