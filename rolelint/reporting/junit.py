"""JUnit XML: a test case a finding; errors and warnings fail, information does not."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from rolelint.finding import Finding, Report
from rolelint.reporting.plain import visible


def junit(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """One test suite; a clean run is one passing case, so that it is not read as no run.

    All is ASCII, so that no console's encoding belies the one that is declared.
    """
    cases = [_case(finding) for finding in report.findings]
    failed = sum(finding.severity != "info" for finding in report.findings)
    cases = cases or ['    <testcase name="no findings" classname="rolelint"/>']
    body = "\n".join(cases)
    head = f'<testsuite name="rolelint" tests="{len(cases)}" failures="{failed}" errors="0">'
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  {head}\n{body}\n'
        "  </testsuite>\n</testsuites>\n"
    )
    text = text.replace("\n::", "\n&#58;:")  # no line may begin as a pipeline's command does
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _case(finding: Finding) -> str:
    place = finding.place
    where = f"{place.file}:{place.line}:{place.column}"
    opening = (
        f"    <testcase name={_attribute(f'{finding.rule} {where}')} classname={_attribute(finding.rule)}"
    )
    said = escape(visible(finding.message)) + "\n" + escape(visible(finding.help))
    if finding.severity == "info":
        return f"{opening}>\n      <system-out>{said}</system-out>\n    </testcase>"
    failure = f"<failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
    return f"{opening}>\n      {failure}{escape(visible(where))}\n{said}</failure>\n    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
