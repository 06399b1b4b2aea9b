"""Figures of matrices given as text, as the command line would make them."""

from typing import Any

from linting_helpers import WHOLE

from rolelint import linting
from rolelint.config import Settings
from rolelint.overlap.figures import Figures
from rolelint.overlap.measure import Asked, figures


def examined(text: str, **settings: Any) -> tuple[linting.Linter, linting.Examined]:
    """A linter and what it found in one text."""
    linter = linting.linter(Settings(**settings), WHOLE)
    readings = linting.read(
        [linting.Input("org.yaml", text.encode("utf-8", "surrogatepass"))], linter.settings
    )
    return linter, linter.examine(readings)


def measured(text: str, *, names: bool = False, **settings: Any) -> Figures:
    """The figures of one text."""
    linter, seen = examined(text, **settings)
    return figures(seen, seen.facts[0], linter.rules, Asked("rolelint report org.yaml", names))
