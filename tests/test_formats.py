"""Machine formats: what they hold, and that nothing a matrix says can act in them."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest
from test_reporting import finding, report

from rolelint import bundled
from rolelint.finding import About, Finding, Label, Place, Report, Summary
from rolelint.reporting import render

SARIF = json.loads((Path(__file__).parent / "vendor" / "sarif-2.1.0.json").read_text("utf-8"))
REPORT_SCHEMA = bundled.folder("schemas") / "report.schema.json"
HOSTILE = (
    "::error file=x::%0A]]> <script>alert(1)</script> @everyone | =HYPERLINK(1) \x1b[2J\u202e\n&amp; \ud800"
)


def hostile() -> Report:
    place = Place("a b/%41:,é.yaml", 2, 1, 3, 2, HOSTILE)
    other = Place("c.yaml", 1, 1, 1, 2, "x")
    bad = Finding(
        "raci/x", "error", HOSTILE, place, (Label(place, HOSTILE), Label(other, HOSTILE)),
        help=HOSTILE, task=HOSTILE, parties=(HOSTILE,), fingerprint="f" * 16,
    )  # fmt: skip
    return Report((bad,), Summary(files=2, tasks=1), (About("raci/x", "t", "error", "why", "help"),))


def known() -> Report:
    plain = report()
    rules = (About(finding().rule, "Market analysis", "warning", "The article …", "Move it"),)
    return Report(plain.findings, plain.summary, rules)


@pytest.mark.parametrize("which", [known, hostile, lambda: Report((), Summary())])
def test_sarif_fits_the_official_schema(which) -> None:  # type: ignore[no-untyped-def]
    jsonschema.Draft7Validator(SARIF).validate(json.loads(render("sarif", which())))


def test_sarif_has_fingerprints_relative_uris_related_places_and_help() -> None:
    run = json.loads(render("sarif", hostile()))["runs"][0]
    result = run["results"][0]
    assert result["partialFingerprints"] == {"rolelint/v1": "f" * 16}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%2541%3A%2C%C3%A9.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 2}
    assert [r["physicalLocation"]["artifactLocation"]["uri"] for r in result["relatedLocations"]] == [
        "c.yaml"
    ]
    assert run["tool"]["driver"]["rules"][0]["help"]["text"].startswith("why")
    assert result["ruleIndex"] == 0


def test_github_annotations() -> None:
    assert render("github", known()) == (
        "::warning file=org.yaml,line=14,endLine=14,col=12,endColumn=26,"
        "title=sales-marketing/market-analysis-owned-by-sales::"
        '"Analyse rivals and set plan" reads as marketing\'s work, but sales is accountable for it'
        "%0Amake marketing accountable and sales consulted\n"
    )


def test_a_matrix_cannot_give_github_commands() -> None:
    out = render("github", hostile())
    assert out.count("\n") == 1
    assert out.startswith(
        "::error file=a b/%2541%3A%2Cé.yaml,line=2,endLine=3,title=raci/x::::error file=x::%250A"
    )


def test_gitlab_code_quality() -> None:
    (entry,) = json.loads(render("gitlab", known()))
    assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert entry["location"] == {"path": "org.yaml", "lines": {"begin": 14, "end": 14}}
    assert entry["severity"] == "minor"


def test_junit_is_well_formed_whatever_the_matrix_says() -> None:
    suite = ET.fromstring(render("junit", hostile())).find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert "<script>" in (failure.text or "")


def test_junit_says_that_a_clean_run_ran() -> None:
    suite = ET.fromstring(render("junit", Report((), Summary()))).find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_markdown_shows_hostile_text_as_text() -> None:
    out = render("markdown", hostile())
    assert "<script>" not in out.replace("\\<script\\>", "")
    assert "@everyone" not in out
    row = next(line for line in out.splitlines() if line.startswith("| a b"))
    assert row.replace("\\|", "").count("|") == 4


def test_markdown_has_a_headline_and_a_table() -> None:
    lines = render("markdown", known()).splitlines()
    assert lines[0] == "### rolelint: 1 warning"
    assert "| where | what | what to do |" in lines


@pytest.mark.parametrize("which", [known, hostile])
def test_json_fits_its_schema(which) -> None:  # type: ignore[no-untyped-def]
    schema = json.loads(REPORT_SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(render("json", which())))
