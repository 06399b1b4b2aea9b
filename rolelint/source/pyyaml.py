"""PyYAML, imported for its parser in C.

Its own loader compiles a dozen patterns on import that the parser in C never asks for; that takes longer than
reading a small matrix, so they are compiled when they are first used. Every module of this part that imports
`yaml` does so after this one.
"""

from __future__ import annotations

import re
import sys

from rolelint.patterns import Later


def _imported() -> None:
    at_once, re.compile = re.compile, Later  # type: ignore[assignment]
    try:
        import yaml  # noqa: F401, PLC0415
    finally:
        re.compile = at_once


if "yaml" not in sys.modules:
    import base64  # noqa: F401  # what PyYAML takes from elsewhere keeps its own patterns
    import datetime  # noqa: F401

    _imported()
