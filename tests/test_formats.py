"""Machine formats: what they hold, and that nothing a matrix says can act in them."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from test_reporting import finding, report

from rolelint import bundled
from rolelint.finding import About, Finding, Label, Place, Report, Summary
from rolelint.reporting import REPORTERS, render
from rolelint.reporting.markdown import shortened

SARIF = json.loads((Path(__file__).parent / "vendor" / "sarif-2.1.0.json").read_text("utf-8"))
REPORT_SCHEMA = bundled.folder("schemas") / "report.schema.json"
JUNIT = xmlschema.XMLSchema(str(Path(__file__).parent / "vendor" / "junit-10.xsd"))
HOSTILE = (
    "::error file=x::%0A]]> <script>alert(1)</script> @everyone #12 | =HYPERLINK(1) \x1b[2J\u202e\n&amp;"
    " \ud800 ##[error]x ##vso[task.x]y [words](https://example.org) www.example.org \uffff\0 é給\r::stop::x"
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
        "title=sales-marketing/market-analysis-owned-by-sales::org.yaml:14:12: "
        '"Analyse rivals and set plan" reads as marketing\'s work, but sales is accountable for it'
        "%0Amake marketing accountable and sales consulted\n"
    )


def test_a_matrix_cannot_give_github_commands() -> None:
    out = render("github", hostile())
    assert out.count("\n") == 1
    assert out.startswith(
        "::error file=a b/%2541%3A%2Cé.yaml,line=2,endLine=3,title=raci/x::"
        "a b/%2541:,é.yaml:2:1: ::error file=x::%250A"
    )


def test_gitlab_code_quality() -> None:
    (entry,) = json.loads(render("gitlab", known()))
    assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert entry["location"] == {"path": "org.yaml", "lines": {"begin": 14, "end": 14}}
    assert entry["severity"] == "minor"


@pytest.mark.parametrize("which", [known, hostile, lambda: Report((), Summary())])
def test_junit_fits_its_schema_and_is_ascii(which) -> None:  # type: ignore[no-untyped-def]
    text = render("junit", which())
    assert text.isascii()
    JUNIT.validate(text)


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
    for active in ("<script>", "@everyone", "#12", "[words](", "https:", "www.example"):
        assert active not in out
    row = next(line for line in out.splitlines() if line.startswith("| a b"))
    assert row.replace("\\|", "").count("|") == 4


@pytest.mark.parametrize("form", REPORTERS)
def test_no_line_of_any_format_is_a_command_to_a_pipeline(form: str) -> None:
    """GitHub obeys lines that begin with `::` and `##[…` anywhere, Azure `##vso[…` anywhere."""
    report = hostile()
    evil = report.findings[0].place._replace(file="::warning::x.yaml")
    lines = render(form, Report((report.findings[0]._replace(place=evil),), report.summary)).splitlines()
    own = "::error file=%3A%3Awarning%3A%3Ax.yaml,line=2," if form == "github" else "\n"
    obeyed = re.compile(r"\s*::\w.*::")
    assert [line for line in lines if obeyed.match(line) and not line.startswith(own)] == []
    assert [line for line in lines if re.search(r"##\w*\[", line)] == []


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_decoded_texts_hold_nothing_that_acts(form: str) -> None:
    said = json.dumps(json.loads(render(form, hostile())), ensure_ascii=False)
    assert not set("\x1b\u202e\ud800\uffff") & set(said)
    assert form == "gitlab" or "](" not in said


@given(st.text(max_size=40))
def test_any_name_is_carried_by_every_format(name: str) -> None:
    place = Place("org.yaml", 1, 1, 1, 2, name)
    bad = Finding("raci/x", "error", name, place, (Label(place, name),), help=name, fingerprint="f")
    report = Report((bad,), Summary(files=1, tasks=1))
    JUNIT.validate(render("junit", report))
    assert json.loads(render("json", report))["findings"][0]["message"] == name
    assert render("github", report).count("\n") == 1
    assert render("concise", report).count("\n") == 1


def test_files_elsewhere_have_a_whole_address_in_sarif() -> None:
    def uri(file: str) -> object:
        finding = Finding("raci/x", "error", "m", Place(file, 1, 1, 1, 2, "x"))
        (run,) = json.loads(render("sarif", Report((finding,), Summary())))["runs"]
        return run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert [uri(file) for file in ("./a.yaml", "../a b.yaml", "/x/a.yaml", "C:\\x\\a.yaml")] == [
        "a.yaml", "../a%20b.yaml", "file:///x/a.yaml", "file:///C:/x/a.yaml",
    ]  # fmt: skip


def test_a_page_too_long_for_a_summary_is_cut_at_a_line() -> None:
    page = render("markdown", Report(known().findings * 3, Summary()))
    assert shortened(page, 10_000) == page
    cut = shortened(page, len(page.encode()) - 5)
    assert cut.splitlines() == [
        *page.splitlines()[:-1], "", "… and 1 more lines: the log of the step has every finding.",
    ]  # fmt: skip


def test_markdown_has_a_headline_and_a_table() -> None:
    lines = render("markdown", known()).splitlines()
    assert lines[0] == "### rolelint: 1 warning"
    assert "| where | what | what to do |" in lines


@pytest.mark.parametrize("which", [known, hostile])
def test_json_fits_its_schema(which) -> None:  # type: ignore[no-untyped-def]
    schema = json.loads(REPORT_SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(render("json", which())))
