"""What --fix makes of a matrix: the whole new text, and nothing else touched."""

import pytest
from fixing_helpers import fix_all, fixed, fixed_bytes

from rolelint.fixing.slips import is_slip
from rolelint.linting import Input

DECLARED = "roles: {payroll-lead: {}, it-lead: {}, security-lead: {}}\n"

SAFE = {
    "a misspelt name is written as declared, wherever it stands": (
        DECLARED + "tasks:\n"
        "  - name: Run payroll   # monthly\n"
        "    accountable: payroll-laed\n"
        "    responsible: [it-lead, 'payroll-laed']\n"
        "    handoff: {from: payroll-laed, to: it-lead, when: on Friday}\n",
        DECLARED + "tasks:\n"
        "  - name: Run payroll   # monthly\n"
        "    accountable: payroll-lead\n"
        "    responsible: [it-lead, 'payroll-lead']\n"
        "    handoff: {from: payroll-lead, to: it-lead, when: on Friday}\n",
    ),
    "also as the key of a cell": (
        "roles: {lease-desk: {}, security-lead: {}}\n"
        "matrix:\n  Renew the lease: {lease_desk: A/R, securty-lead: C}\n",
        "roles: {lease-desk: {}, security-lead: {}}\n"
        "matrix:\n  Renew the lease: {lease-desk: A/R, security-lead: C}\n",
    ),
    "a misspelt manager": (
        "roles:\n  finance-director: {}\n  payroll-lead: {reports_to: finance-directer}\n"
        "tasks:\n  - {name: Run payroll, owner: payroll-lead}\n",
        "roles:\n  finance-director: {}\n  payroll-lead: {reports_to: finance-director}\n"
        "tasks:\n  - {name: Run payroll, owner: payroll-lead}\n",
    ),
    "a misspelt key": (
        "tasks:\n  - name: Run payroll\n    owner: finance\n    informd: IT\n",
        "tasks:\n  - name: Run payroll\n    owner: finance\n    informed: IT\n",
    ),
    "two spellings that differ in form alone become the declared one": (
        "functions: {data-operations: {}}\n"
        "tasks:\n  - {name: Patch the servers, owner: data-operations}\n"
        "  - {name: Renew the certificates, owner: data operation}\n",
        "functions: {data-operations: {}}\n"
        "tasks:\n  - {name: Patch the servers, owner: data-operations}\n"
        "  - {name: Renew the certificates, owner: data-operations}\n",
    ),
    "who is named twice for one duty is named once": (
        "tasks:\n  - name: Patch the servers\n    owner: IT\n    consulted: [legal, it security, Legal]\n"
        "    informed:\n      - finance\n      - board\n      - finance\n",
        "tasks:\n  - name: Patch the servers\n    owner: IT\n    consulted: [legal, it security]\n"
        "    informed:\n      - finance\n      - board\n",
    ),
    "letters are Latin capitals, each once": (
        "matrix:\n  Run payroll: {finance: a/r, IT: с, legal: 'I, I', board: '-'}\n"
        "  Close the books:\n    a: finance\n    r: [finance]\n",
        "matrix:\n  Run payroll: {finance: A/R, IT: C, legal: 'I', board: '-'}\n"
        "  Close the books:\n    A: finance\n    R: [finance]\n",
    ),
    "a duty of nobody goes, one that somebody has to hold stays": (
        "tasks:\n  - consulted: []\n    name: Run payroll\n    owner: finance\n    informed:\n"
        "  - {name: Close the books, R: IT, A: , C: [], I: '-'}\n",
        "tasks:\n  - name: Run payroll\n    owner: finance\n  - {name: Close the books, R: IT, A: }\n",
    ),
    "aliases are followed to where the name stands": (
        DECLARED + "tasks:\n"
        "  - {name: Run payroll, owner: &who payroll-laed}\n"
        "  - {name: Close the books, owner: *who}\n",
        DECLARED + "tasks:\n"
        "  - {name: Run payroll, owner: &who payroll-lead}\n"
        "  - {name: Close the books, owner: payroll-lead}\n",
    ),
}

UNSAFE = {
    "the second accountable of a list is consulted": (
        "tasks:\n  - name: Patch the servers\n    accountable: [IT, operations] # both?\n"
        "    responsible: IT\n",
        "tasks:\n  - name: Patch the servers\n    accountable: [IT] # both?\n    consulted: operations\n"
        "    responsible: IT\n",
    ),
    "in the list that there is": (
        "tasks:\n  - {name: Patch the servers, A: [IT, operations, board], R: IT, C: legal}\n"
        "  - name: Renew the certificates\n    owner: [IT, operations]\n    consulted:\n    - legal\n",
        "tasks:\n  - {name: Patch the servers, A: [IT], R: IT, C: [legal, operations, board]}\n"
        "  - name: Renew the certificates\n    owner: [IT]\n    consulted:\n    - legal\n    - operations\n",
    ),
    "not where it does the work already": (
        "tasks:\n  - {name: Patch the servers, accountable: [IT, operations], responsible: operations}\n",
        "tasks:\n  - {name: Patch the servers, accountable: [IT], responsible: operations}\n",
    ),
    "in a grid": (
        "matrix:\n  Patch the servers: {IT: A/R, operations: A, legal: A/R}\n",
        "matrix:\n  Patch the servers: {IT: A/R, operations: C, legal: R}\n",
    ),
    "a slip in the name of a person": (
        "people: {Martina: {}}\ntasks:\n  - {name: Patch the servers, owner: Matina}\n",
        "people: {Martina: {}}\ntasks:\n  - {name: Patch the servers, owner: Martina}\n",
    ),
    "short forms written out": (
        "tasks:\n  - {name: Patch the servers, owner: Data Operations}\n"
        "  - {name: Rotate the keys, owner: Data Operations}\n"
        "  - {name: Renew the certificates, owner: Data Ops}\n",
        "tasks:\n  - {name: Patch the servers, owner: Data Operations}\n"
        "  - {name: Rotate the keys, owner: Data Operations}\n"
        "  - {name: Renew the certificates, owner: Data Operations}\n",
    ),
    "work goes to the function it reads as, and the owner is consulted": (
        "org: {headcount: 90}\ntasks:\n  - name: Analyse competing products and market trends\n"
        "    accountable: sales\n    responsible: sales\n",
        "org: {headcount: 90}\ntasks:\n  - name: Analyse competing products and market trends\n"
        "    accountable: marketing\n    consulted: sales\n    responsible: marketing\n",
    ),
    "or they change places": (
        "org: {headcount: 90}\nmatrix:\n"
        "  Analyse competing products and market trends: {VP Sales: A/R, PMM: C}\n",
        "org: {headcount: 90}\nmatrix:\n"
        "  Analyse competing products and market trends: {VP Sales: C, PMM: A/R}\n",
    ),
    "the shortest form has an owner only": (
        "org: {headcount: 90}\ntasks:\n  Analyse competing products and market trends: sales\n",
        "org: {headcount: 90}\ntasks:\n  Analyse competing products and market trends: marketing\n",
    ),
}

LEFT = {
    "what would take a comment along": (
        "tasks:\n  - name: Patch the servers\n    owner: IT\n    consulted: []  # ask Ana\n"
        "    informed:\n      - board\n      - board  # twice on purpose\n"
    ),
    "a word that stands elsewhere as well": (
        "roles: {contract-manager: {}, it-lead: {}}\n"
        "tasks:\n  - {name: Update the contact list, owner: contact-manager}\n"
    ),
    "names that differ in a number or in a short word": (
        "roles: {team-1: {}, vp-north: {}}\n"
        "tasks:\n  - {name: Patch the servers, owner: team-2}\n  - {name: Run payroll, owner: vp-south}\n"
    ),
    "a name near to two": (
        "roles: {lead-manager: {}, lead-managers: {}}\n"
        "tasks:\n  - {name: Run payroll, owner: lead-managerz}\n"
    ),
    "a person's name, but for --unsafe-fixes": (
        "people: {Martina: {}}\ntasks:\n  - {name: Patch the servers, owner: Matina}\n"
    ),
    "a name that would stand twice in one row": (
        DECLARED + "matrix:\n  Run payroll: {payroll-lead: A, payroll-laed: R}\n"
    ),
    "letters of the file's own": (
        "scheme: {a: accountable, r: responsible}\nmatrix: {Run payroll: {IT: a/r}}\n"
    ),
    "what is suppressed": (
        DECLARED + "tasks:\n  - {name: Run payroll, owner: payroll-laed}  # rolelint: ignore[raci]: he is\n"
    ),
    "a file that cannot be read to its end": (
        DECLARED + "tasks:\n  - {name: Run payroll, owner: payroll-laed}\n  - {name: [Close\n"
    ),
    "an anchor that others use": (
        "tasks:\n  - {name: Patch the servers, A: &two [IT, operations], R: IT}\n"
        "x-two: *two\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAFE)
def test_what_is_safe(name: str) -> None:
    before, after = SAFE[name]
    assert fixed(before) == after
    assert fixed(after, unsafe=True) == after


@pytest.mark.parametrize("name", UNSAFE)
def test_what_changes_who_holds_what_is_asked_for(name: str) -> None:
    before, after = UNSAFE[name]
    assert fixed(before) == before
    assert fixed(before, unsafe=True) == after
    assert fixed(after, unsafe=True) == after


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_as_it_is(name: str) -> None:
    assert fixed(LEFT[name]) == LEFT[name]


TEXT = (
    "# Büro\r\nroles: {security-lead: {}}\r\ntasks:\r\n  - name: Überwachen  \r\n    owner: securty-lead\r\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "cp1252"]
)
def test_line_ends_marks_and_encodings_stay(encoding: str) -> None:
    raw = TEXT.encode(encoding)
    assert fixed_bytes(raw) == TEXT.replace("securty", "security").encode(encoding)


def test_a_name_with_letters_that_the_encoding_lacks_is_left() -> None:
    declared = "roles: {zarząd-lead: {}}\ntasks:\n- {name: Run payroll, owner: zarząd-lead}\n".encode()
    foreign = "tasks:\n- {name: Überwachen, owner: zarzad-lead}\n".encode("cp1252")
    done = fix_all([Input("a.yaml", declared), Input("b.yaml", foreign)])
    assert [item.text for item in done.inputs] == [declared, foreign]
    done = fix_all([Input("a.yaml", declared), Input("b.yaml", foreign.decode("cp1252").encode())])
    assert done.inputs[1].text.decode() == "tasks:\n- {name: Überwachen, owner: zarząd-lead}\n"


def test_one_name_in_several_files() -> None:
    files = {
        "a.yaml": b"roles: {payroll-lead: {}}\ntasks:\n- {name: Run payroll, owner: payroll-laed}\n",
        "b.yaml": b"tasks:\n- {name: Close the books, owner: payroll-laed}\n",
    }
    done = fix_all([Input(name, text) for name, text in files.items()])
    assert [item.text for item in done.inputs] == [
        text.replace(b"owner: payroll-laed", b"owner: payroll-lead") for text in files.values()
    ]
    assert [fix.title for fix in done.fixes] == ["write payroll-lead"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("payroll lead", "payroll-lead"),
        ("Payroll_Lead", "payroll lead"),
        ("payroll-laed", "payroll-lead"),
        ("Maketing", "Marketing"),
        ("Account Executives", "Account Executive"),
    ],
)
def test_slips(written: str, meant: str) -> None:
    assert is_slip(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Team A", "Team B"),
        ("region 1", "region 11"),
        ("retail", "detail"),
        ("inbound", "outbound"),
        ("VP Sales", "SVP Sales"),
        ("sales", "presales"),
        ("IT", "HR"),
        ("marketing", "market"),
        ("Ana", "Anna"),
        ("product marketing", "marketing"),
    ],
)
def test_names_of_their_own(written: str, meant: str) -> None:
    assert not is_slip(written, meant)
