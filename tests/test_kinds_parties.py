"""Rules about parties: declared or not, filled or not, how much they hold, and whom they report to."""

import pytest
from organisations import hits, marks, told

ROLES = "roles: {payroll-lead: {}, it-lead: {}}\n"


def test_a_slip_in_a_name_is_told_once_with_what_was_meant() -> None:
    text = ROLES + "tasks:\n  - {name: a, owner: payrol-lead}\n  - {name: b, A: it-lead, R: Payrol-Lead}\n"
    assert told("raci/unknown-role", text) == [
        (
            "tasks.0.owner",
            "error",
            "payrol-lead is used here but declared nowhere — did you mean payroll-lead?",
        )
    ]
    (hit,) = hits("raci/unknown-role", text)
    assert (hit.label, hit.words["do"]) == (
        "used here, and 2 more times",
        "write payroll-lead here, or add payrol-lead to `roles:` or `people:`",
    )


@pytest.mark.parametrize(
    ("head", "severity"),
    [
        ("", None),
        (ROLES, "error"),
        ("people: {ana: finance}\n", "error"),
        ("functions: [finance]\n", None),
        ("functions: [zorgs]\n", "warning"),
        (ROLES + "aliases: {zorg: finance}\n", None),
        (ROLES + "functions: {finance: {includes: zorg}}\n", None),
    ],
)
def test_what_must_be_declared_where(head: str, severity: str | None) -> None:
    found = told("raci/unknown-role", head + "tasks:\n  - {name: a, owner: zorg}\n")
    assert [severity for _, severity, _ in found] == ([] if severity is None else [severity])


def test_functions_and_titles_need_no_declaring() -> None:
    text = ROLES + "tasks:\n  - {name: a, owner: finance}\n  - {name: b, owner: CFO}\n"
    assert hits("raci/unknown-role", text) == []


def test_managers_must_be_declared() -> None:
    text = "roles:\n  cfo: {}\n  clerk: {reports_to: cof}\n  porter: {reports_to: cof}\ntasks: {a: clerk}\n"
    assert told("raci/unknown-manager", text) == [
        ("roles.clerk", "error", "clerk reports to cof, which is declared nowhere — did you mean cfo?")
    ]


def test_roles_without_work() -> None:
    text = """
      functions: {finance: {lead: cfo}}
      roles:
        cfo: {}
        clerk: {reports_to: head-clerk, dotted: coo}
        head-clerk: {}
        coo: {}
        archivist: {}
        listener: {}
        auditor: {}
        porter: {}
      people: {ana: porter}
      tasks:
        - {name: a, owner: clerk, informed: listener}
        - {name: b, owner: ana, informed: listener}
      """
    assert told("raci/unused-role", text) == [
        ("roles.archivist", "info", "archivist is declared, but holds no duty on any task")
    ]
    assert told("raci/orphaned-role", text) == [
        (
            "roles.listener",
            "info",
            "listener is only ever informed (2 times), and does, decides or answers for nothing",
        )
    ]


def test_a_list_of_roles_without_any_task_is_left_alone() -> None:
    assert hits("raci/unused-role", ROLES) == []


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("roles: {clerk: {}}\n", 0),
        ("roles: {clerk: {}}\npolicy: {require_person: true}\n", 1),
        ("roles: {clerk: {}}\npeople: {ana: porter}\n", 1),
        ("roles: {clerk: {}}\npeople: {ana: Clerk}\n", 0),
        ("roles: {clerk: {title: Head Clerk}}\npeople: {ana: [porter, head clerk]}\n", 0),
        ("roles: {clerk: {acting: true}}\npeople: {ana: porter}\n", 0),
        ("roles: {clerk: {until: 2030-01-01}}\npeople: {ana: porter}\n", 0),
        ("roles: {clerk: {title: Payroll agency}}\npeople: {ana: porter}\n", 0),
    ],
)
def test_roles_that_nobody_holds(head: str, found: int) -> None:
    text = head + "tasks:\n  - {name: Run payroll, owner: clerk}\n"
    told_of = told("raci/unfilled-role", text)
    wanted = (
        "roles.clerk",
        "warning",
        'clerk answers for "Run payroll", but nobody is listed in that role',
    )
    assert told_of == [wanted] * found


def test_spellings_that_drift() -> None:
    text = "tasks:\n  - {name: a, owner: Data Operations}\n  - {name: b, owner: Data Ops}\n"
    text += "  - {name: c, owner: Data-Operations team}\n  - {name: d, owner: Data Operations}\n"
    assert told("raci/alias-drift", text) == [
        (
            "tasks.1.owner",
            "info",
            '"Data Operations", "Data Ops" and "Data-Operations team" look like one party',
        )
    ]
    both = "roles: {Data Operations: {}, Data Ops: {}, Data-Operations team: {}}\n" + text
    assert hits("raci/alias-drift", both) == []


def grid(many: int, rows: int, head: str = "") -> str:
    """A grid in which the clerk answers for `many` of the rows, and four others share the rest."""
    others = ("warden", "porter", "keeper", "miller")
    lines = [
        f"  task {n}: {{clerk: A, {others[n % 4]}: R}}"
        if n < many
        else f"  task {n}: {{{others[n % 4]}: A/R}}"
        for n in range(rows)
    ]
    return f"{head}matrix:\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (grid(13, 24), 1),
        (grid(12, 24), 0),
        (grid(13, 19), 0),
        (grid(13, 60), 0),
        (grid(13, 24, "org: {profile: startup}\n"), 0),
        (grid(13, 24, "people: {clerk: {}}\n"), 0),
        (grid(13, 24, "functions: {clerk: {}}\n"), 0),
        (grid(13, 24, "roles: {clerk: {title: Head of Stores}}\n"), 0),
    ],
)
def test_one_who_answers_for_far_more_than_others(text: str, found: int) -> None:
    wanted = "clerk is accountable for 13 of 24 tasks; half of those accountable have at most 3"
    assert [message for _, _, message in told("raci/overloaded-accountable", text)] == [wanted] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (grid(4, 10, "org: {headcount: 50}\nroles: {clerk: {title: CEO}}\n"), 1),
        (grid(3, 10, "org: {headcount: 50}\nroles: {clerk: {title: CEO}}\n"), 0),
        (grid(4, 10, "org: {headcount: 49}\nroles: {clerk: {title: CEO}}\n"), 0),
        (grid(4, 10, "roles: {clerk: {title: CEO}}\n"), 0),
        (grid(4, 10, "org: {headcount: 50}\nroles: {clerk: {title: Vice President}}\n"), 0),
    ],
)
def test_much_at_the_very_top(text: str, found: int) -> None:
    wanted = ("roles.clerk", "info", "clerk is accountable for 4 of 10 tasks (40 %)")
    assert told("raci/top-heavy", text) == [wanted] * found


def test_circles_are_told_once_each() -> None:
    text = "roles:\n  a: {reports_to: b}\n  b: {reports_to: c}\n  c: {reports_to: b}\n  d: {reports_to: d}\n"
    assert told("raci/reporting-cycle", text) == [
        ("roles.b", "error", "the reporting line runs in a circle: b reports to c, who reports to b"),
        ("roles.d", "error", "the reporting line runs in a circle: d reports to d"),
    ]
    assert marks(hits("raci/reporting-cycle", text)[0]) == [("roles.c", "reports to b")]


def test_a_long_line_is_no_circle() -> None:
    roles = "\n".join(f"  r{n}: {{reports_to: r{n + 1}}}" for n in range(3000))
    assert hits("raci/reporting-cycle", f"roles:\n{roles}\n  r3000: {{}}\n") == []


def test_two_managers_and_two_names_of_one() -> None:
    text = "aliases: {boss: cfo}\nroles:\n  cfo: {}\n  coo: {}\n"
    text += "  clerk: {reports_to: [cfo, coo]}\n  porter: {reports_to: [cfo, Boss]}\n"
    assert told("raci/two-managers", text) == [("roles.clerk", "warning", "clerk reports to cfo and coo")]


def test_answering_for_the_work_of_ones_manager() -> None:
    text = """
      roles:
        ceo: {}
        cfo: {reports_to: ceo}
        clerk: {reports_to: cfo}
        lead: {reports_to: cfo, authority: given}
      people: {ben: {roles: ceo}}
      tasks:
        - {name: a, A: clerk, R: [clerk, ceo]}
        - {name: b, A: clerk, R: ceo}
        - {name: c, A: clerk, R: ben}
        - {name: d, A: lead, R: cfo}
        - {name: e, A: cfo, R: clerk}
        - {name: f, A: [clerk, ceo], R: ceo}
      """
    assert [message for _, _, message in told("raci/accountable-below-responsible", text)] == [
        'clerk is accountable for "a" but reports to ceo, who does the work, and on 1 more',
        'clerk is accountable for "c" but reports to ben, who does the work',
    ]
