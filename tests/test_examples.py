"""The bundled examples: each beside its expected output, and the README's finding is a real one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from linting_helpers import lint

from rolelint.reporting import render

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
NAMES = ("startup", "saas", "enterprise")


def rolelint(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rolelint", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_what_is_expected(name: str) -> None:
    """To renew: `rolelint examples/NAME > examples/NAME/expected.txt`, and read the difference."""
    assert rolelint(f"examples/{name}").stdout == (EXAMPLES / name / "expected.txt").read_text("utf-8")


def test_all_examples_together_give_findings_of_all_packs() -> None:
    found = json.loads(rolelint("examples/", "--format", "json").stdout)["findings"]
    assert {"raci", "sales-marketing", "overlap"} <= {finding["rule"].split("/")[0] for finding in found}
    for finding in found:
        line = (ROOT / finding["file"]).read_text("utf-8").splitlines()[finding["line"] - 1]
        assert line[finding["column"] - 1 : finding["end_column"] - 1].strip()


def test_examples_together_find_what_they_find_alone() -> None:
    def told(*paths: str) -> list[tuple[str, int, str]]:
        found = json.loads(rolelint(*paths, "--format", "json").stdout)["findings"]
        return [(f["file"], f["line"], f["rule"]) for f in found]

    alone = [each for name in sorted(NAMES) for each in told(f"examples/{name}")]
    assert told("examples/") == alone


def test_the_finding_in_the_readme_is_real() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = readme.split("```text\n")[1].split("```")[0]
    assert shown in rolelint("examples/saas/org.yaml").stdout


def test_the_matrices_in_the_readme_are_accepted() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for block in readme.split("```yaml\n")[1:]:
        text = block.split("```")[0]
        if not text.startswith("repos:"):
            found = [f for f in lint(text).findings if f.rule.startswith("file/")]
            assert not found, render("text", lint(text))
