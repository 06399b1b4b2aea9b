"""Questions at the terminal: what a party holds, who holds a task, and why it is judged so."""

from pathlib import Path

import pytest
from cli_helpers import put, run

ORG = """\
org: {name: Ayr}
functions: {sales: {lead: vp-sales}}
roles: {vp-sales: {function: sales, reports_to: ceo}, ae-lead: {function: sales, reports_to: vp-sales}}
tasks:
  - {name: Close deals, accountable: vp-sales, responsible: ae-lead}
  - {name: Trade shows, accountable: events-lead, responsible: [events-lead, ae-lead]}
  - {name: "Cold calls to lapsed users", accountable: marketing, responsible: ae-lead, audience: one-to-one}
  - name: Brochures \x1b[31m
    accountable: [marketing, ae-lead]  # rolelint: ignore[raci/several-accountable]: until May
"""


@pytest.fixture
def ayr(tmp_path: Path) -> Path:
    put(tmp_path, org=ORG.replace("\x1b", r"!").replace("Brochures ![31m", '"Brochures \\e[31m"'))
    return tmp_path


def test_who_shows_what_a_party_holds(ayr: Path) -> None:
    done = run("who", "VP-Sales", cwd=ayr)
    assert (done.code, done.lines) == (
        0,
        ["vp-sales (role, sales), reports to ceo", "  accountable (1)", "    org.yaml:5  Close deals"],
    )


def test_who_shows_the_parties_of_a_function(ayr: Path) -> None:
    lines = run("who", "sales", cwd=ayr).lines
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "vp-sales (role, sales), reports to ceo",
        "ae-lead (role, sales), reports to vp-sales",
    ]
    assert "    org.yaml:6  Trade shows" in lines


def test_who_shows_who_holds_some_work(ayr: Path) -> None:
    assert run("who", "trade show", cwd=ayr).lines == [
        "Trade shows  org.yaml:6",
        "  accountable: events-lead (marketing)",
        "  responsible: events-lead (marketing), ae-lead (sales)",
    ]
    assert run("who", "events", cwd=ayr).lines[0] == "events-lead (role, marketing)"


def test_who_offers_near_names(ayr: Path) -> None:
    done = run("who", "ae-laed", cwd=ayr)
    assert (done.code, done.out) == (2, "")
    assert done.err == 'rolelint: no party or task is called "ae-laed"; did you mean "ae-lead"?\n'


def test_why_shows_evidence_and_findings(ayr: Path) -> None:
    lines = run("why", "Cold calls to lapsed users", cwd=ayr).lines
    assert lines[:4] == [
        "Cold calls to lapsed users  org.yaml:7",
        "  accountable: marketing",
        "  responsible: ae-lead (sales)",
        "  reads as the work of sales, words and traits agree",
    ]
    assert any(line.startswith('  speaks for sales: "Cold calls" — process: ') for line in lines)
    assert any("[sales-marketing/one-to-one-owned-by-marketing]: " in line for line in lines)
    assert any(line.startswith("    help: ") for line in lines)


def test_why_shows_what_was_accepted_and_lets_nothing_act(ayr: Path) -> None:
    done = run("why", "brochures", cwd=ayr)
    assert "\x1b" not in done.out and done.lines[0].startswith("Brochures \\x1b[31m  org.yaml:8")
    assert any(
        line.startswith("  accepted: ") and line.endswith("(raci/several-accountable)") for line in done.lines
    )


def test_why_offers_near_names(ayr: Path) -> None:
    assert 'did you mean "Cold calls to lapsed users"' in run("why", "Cold cals", cwd=ayr).err
    assert run("why", "nothing like it", cwd=ayr).err == 'rolelint: no task is called "nothing like it"\n'
