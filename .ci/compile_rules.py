"""Build step: write the compiled form of the shipped rules into the package (hatchling runs it)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent


class CompileRules(BuildHookInterface[Any]):
    """Compiles the rules for a wheel, also an editable one, so that a run need not read them from YAML."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `rolelint/*.compiled.json` before the files are gathered."""
        sys.path.insert(0, str(ROOT))
        try:
            from rolelint import packs  # noqa: PLC0415
        finally:
            sys.path.remove(str(ROOT))
        (ROOT / "rolelint" / packs.COMPILED).write_bytes(packs.compile_shipped())
        (ROOT / "rolelint" / packs.EXTRA).write_bytes(packs.compile_extra())
