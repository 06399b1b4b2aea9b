"""Tables of many shapes, as people write them, and what is read of each."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from importing_helpers import reading, tasks
from linting_helpers import lint

from rolelint.config import Settings
from rolelint.importing import to_yaml

GALLERY: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "importing_gallery.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("shown", GALLERY, ids=lambda shown: shown["name"])
def test_what_is_read(shown: dict[str, Any]) -> None:
    got = reading(shown["text"], shown["file"])
    assert tasks(got) == shown["tasks"]
    assert {row.name: row.section for row in got.rows() if row.section} == shown.get("sections", {})
    assert [doubt.cell.text for doubt in got.doubts if doubt.lost] == shown.get("left", [])


@pytest.mark.parametrize("shown", [s for s in GALLERY if s["tasks"]], ids=lambda shown: shown["name"])
def test_what_is_written_is_read_by_the_linter_without_a_fault(shown: dict[str, Any]) -> None:
    report = lint(
        to_yaml([reading(shown["text"], shown["file"])]), Settings(select=("file", "raci/letters-*"))
    )
    assert report.findings == ()
    assert report.summary.tasks == len(shown["tasks"])
