"""Rules about one row: who answers, who does the work, and how they are named."""

import pytest
from organisations import hits, marks, told

ENTERPRISE = "org: {profile: enterprise}\n"
STARTUP = "org: {profile: startup}\n"


def test_nobody_accountable_points_at_those_who_do_the_work() -> None:
    text = "tasks:\n  - {name: Run payroll, R: [finance, IT]}\n"
    assert told("raci/no-accountable", text) == [
        ("tasks.0.name", "error", 'nobody is accountable for "Run payroll"')
    ]
    (hit,) = hits("raci/no-accountable", text)
    assert marks(hit) == [("tasks.0.R.0", "finance is responsible"), ("tasks.0.R.1", "IT is responsible")]
    assert (hit.label, hit.words["choice"]) == ("nobody is accountable", "one of finance, IT")
    assert (hit.task, hit.parties) == ("Run payroll", ("finance", "IT"))


@pytest.mark.parametrize(
    ("task", "label"),
    [
        ("Run payroll: ", "nothing is filled in"),
        ("Run payroll: {}", "nothing is filled in"),
        ("Run payroll: TBD", "still to be decided"),
        ("Run payroll: {A: to be decided, R: IT}", "still to be decided"),
        ("Run payroll: {C: legal}", "nobody is accountable"),
    ],
)
def test_the_label_says_what_stands_there(task: str, label: str) -> None:
    (hit,) = hits("raci/no-accountable", f"tasks:\n  {task}\n")
    assert (hit.label, hit.route.key) == (label, True)


def test_an_empty_row_is_told_once_and_a_row_of_listeners_twice() -> None:
    text = "tasks:\n  Run payroll:\n  Patch the servers: {C: IT}\n"
    assert [hit.task for hit in hits("raci/no-accountable", text)] == ["Run payroll", "Patch the servers"]
    assert [hit.task for hit in hits("raci/no-responsible", text)] == ["Patch the servers"]


def test_nobody_on_purpose_is_a_note_alone() -> None:
    text = "tasks:\n  - {name: Weigh the archive, A: none, reason: After the move.}\n"
    assert hits("raci/no-accountable", text) == hits("raci/no-responsible", text) == []
    assert told("raci/unowned-on-purpose", text) == [
        ("tasks.0.name", "info", 'nobody owns "Weigh the archive" on purpose: After the move.')
    ]


def test_nobody_without_a_reason_is_nobody() -> None:
    text = "tasks:\n  - {name: Weigh the archive, A: none}\n"
    assert [hit.task for hit in hits("raci/no-accountable", text)] == ["Weigh the archive"]
    assert hits("raci/unowned-on-purpose", text) == []


def test_shared_work_needs_an_accountable_all_the_same() -> None:
    text = "tasks:\n  - {name: Run payroll, R: [finance, IT], shared: both work on it}\n"
    assert [hit.task for hit in hits("raci/no-accountable", text)] == ["Run payroll"]


def test_two_accountable_are_told_at_both() -> None:
    text = "matrix:\n  Run payroll: {finance: A/R, IT: A, legal: a}\n"
    assert told("raci/several-accountable", text) == [
        ("matrix.Run payroll.finance", "error", 'finance, IT and legal are all accountable for "Run payroll"')
    ]
    (hit,) = hits("raci/several-accountable", text)
    assert marks(hit) == [("matrix.Run payroll.IT", "IT here"), ("matrix.Run payroll.legal", "legal here")]


def test_two_spellings_of_one_party_are_one_accountable() -> None:
    text = "aliases: {Fin: finance}\ntasks:\n  - {name: Run payroll, A: [Finance, ' finance ', Fin], R: IT}\n"
    assert hits("raci/several-accountable", text) == []


def test_accountable_and_responsible_at_once_is_normal() -> None:
    text = "matrix:\n  Run payroll: {finance: A/R, IT: C}\n"
    for rule in ("no-accountable", "several-accountable", "no-responsible", "conflicting-letters"):
        assert hits(f"raci/{rule}", text) == []


@pytest.mark.parametrize(
    ("head", "severity"),
    [
        ("", "warning"),
        (STARTUP, "warning"),
        (ENTERPRISE, "error"),
        (ENTERPRISE + "people: {finance: {}}\n", "info"),
    ],
)
def test_how_grave_it_is_that_nobody_does_the_work(head: str, severity: str) -> None:
    text = head + "tasks:\n  - {name: Run payroll, A: finance}\n"
    assert told("raci/no-responsible", text) == [
        ("tasks.0.name", severity, 'nobody is responsible for doing "Run payroll"')
    ]


@pytest.mark.parametrize(
    ("scheme", "silent"),
    [
        ("{D: responsible, C: consulted}", "raci/no-accountable"),
        ("{O: accountable, C: consulted}", "raci/no-responsible"),
    ],
)
def test_no_duty_is_asked_for_that_the_letters_cannot_say(scheme: str, silent: str) -> None:
    text = f"scheme: {scheme}\ntasks:\n  - {{name: Run payroll, C: IT}}\n"
    rules = ("raci/no-accountable", "raci/no-responsible")
    assert [rule for rule in rules if not hits(rule, text)] == [silent]


def test_other_schemes_count_by_what_their_letters_mean() -> None:
    text = "scheme: RAPID\nmatrix:\n  Run payroll: {finance: D, IT: P, legal: A, audit: A}\n"
    for rule in ("no-accountable", "several-accountable", "no-responsible"):
        assert hits(f"raci/{rule}", text) == []


def test_each_document_has_its_own_scheme() -> None:
    one = "scheme: {D: responsible}\ntasks:\n  - {name: Run payroll, D: IT}\n"
    other = "tasks:\n  - {name: Patch the servers, R: IT}\n"
    assert [hit.route.document for hit in hits("raci/no-accountable", one, other)] == [1]


@pytest.mark.parametrize(("number", "found"), [(3, 0), (4, 1)])
def test_many_hands(number: int, found: int) -> None:
    parties = ", ".join("abcdefghi"[:number])
    text = f"tasks:\n  - {{name: Move the archive, A: a, R: [{parties}]}}\n"
    assert len(hits("raci/too-many-responsible", text)) == found
    assert hits("raci/too-many-responsible", text.replace("Move the archive", "Weekly Meetings")) == []


def test_conflicting_duties_are_one_finding_a_row() -> None:
    text = "matrix:\n  Run payroll: {finance: A/C, IT: R/I, legal: C/I}\n"
    text += "  Patch the servers: {IT: A/R, legal: I/C}\n"
    assert told("raci/conflicting-letters", text) == [
        (
            "matrix.Run payroll.finance",
            "warning",
            'finance, IT and legal each hold duties that do not go together on "Run payroll"',
        ),
        (
            "matrix.Patch the servers.legal",
            "info",
            'legal is both informed and consulted on "Patch the servers"',
        ),
    ]


def test_left_out_and_part_of_it_cannot_both_be() -> None:
    text = "scheme: CAIRO\nmatrix:\n  Run payroll: {finance: A/R, IT: O/I}\n"
    assert told("raci/conflicting-letters", text) == [
        ("matrix.Run payroll.IT", "warning", 'IT is both omitted and informed on "Run payroll"')
    ]


@pytest.mark.parametrize(
    ("owner", "rule", "severity"),
    [
        ("Steering Committee", "raci/group-accountable", "warning"),
        ("Everyone", "raci/group-accountable", "warning"),
        ("Chair of the Board", "raci/group-accountable", None),
        ("finance", "raci/group-accountable", None),
        ("Onboarding", "raci/group-accountable", None),
        ("CFO/GC", "raci/owner-is-a-choice", "warning"),
        ("Ada or Ben", "raci/owner-is-a-choice", "warning"),
        ("Ada and Ben", "raci/owner-is-a-choice", "info"),
        ("finance and IT", "raci/owner-is-a-choice", "warning"),
        ("Research & Development", "raci/owner-is-a-choice", None),
        ("UX/UI Designer", "raci/owner-is-a-choice", None),
        ("VP, Finance", "raci/owner-is-a-choice", None),
        ("CEO (if over 25 000)", "raci/conditional-owner", "info"),
        ("CEO (Ana)", "raci/conditional-owner", None),
        ("CEO if over 25 000", "raci/conditional-owner", None),
    ],
)
def test_names_of_owners(owner: str, rule: str, severity: str | None) -> None:
    text = f'tasks:\n  - {{name: Run payroll, owner: "{owner}"}}\n'
    assert [found[:2] for found in told(rule, text)] == (
        [] if severity is None else [("tasks.0.owner", severity)]
    )
    declared = f'roles: {{"{owner}": {{}}}}\n{text}'
    assert hits(rule, declared) == []


def test_a_name_is_told_once_with_its_other_places() -> None:
    text = "tasks:\n  - {name: Run payroll, owner: CFO/GC}\n  - {name: Close the books, A: cfo/gc, R: IT}\n"
    assert told("raci/owner-is-a-choice", text) == [
        (
            "tasks.0.owner",
            "warning",
            '"CFO/GC", which names more than one, is accountable for "Run payroll" and 1 more task',
        )
    ]
    assert marks(hits("raci/owner-is-a-choice", text)[0]) == [("tasks.1.A", "and here")]


def test_functions_are_groups_where_a_person_is_required() -> None:
    text = "policy: {require_person: true}\nfunctions: [finance]\nroles: {clerk: {}}\n"
    text += "tasks:\n  - {name: Run payroll, owner: finance}\n  - {name: Close the books, owner: clerk}\n"
    assert [found[:2] for found in told("raci/group-accountable", text)] == [("tasks.0.owner", "error")]


def test_startups_may_name_groups() -> None:
    text = STARTUP + "tasks:\n  - {name: Run payroll, owner: Everyone}\n"
    assert hits("raci/group-accountable", text) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Legal, IT", ["[Legal, IT]"]),
        ("Legal/IT", ["[Legal, IT]"]),
        ("finance and IT", ["[finance, IT]"]),
        ("Health and Safety", []),
        ("R/A", []),
    ],
)
def test_two_names_in_one(name: str, found: list[str]) -> None:
    text = f'tasks:\n  - {{name: Run payroll, owner: finance, consulted: "{name}"}}\n'
    assert [f"[{hit.words['list']}]" for hit in hits("raci/joined-name", text)] == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Finance", True),
        ("finance ", True),
        ("Ledgers", True),
        ("Finance the building", False),
        ("Garden", False),
    ],
)
def test_a_department_is_no_task(name: str, found: bool) -> None:
    text = f"functions: {{treasury: {{aliases: [ledgers]}}}}\ntasks:\n  - {{name: '{name}', owner: Ada}}\n"
    assert bool(hits("raci/vague-task", text)) is found
    described = text.replace("owner", "description: Keep the books in order, owner")
    assert hits("raci/vague-task", described) == []


def test_rows_in_which_everybody_takes_part() -> None:
    text = "matrix:\n  a: {k: A, l: R, m: C, n: I}\n  b: {k: A, l: R, m: C}\n"
    assert told("raci/everyone-involved", text) == [("matrix.a", "info", 'all 4 parties take part in "a"')]
