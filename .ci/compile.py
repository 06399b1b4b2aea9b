"""Build step: write what a run need not work out again into the package (hatchling runs it)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent


class Compile(BuildHookInterface[Any]):
    """Compiles the rules for a wheel, also an editable one; the modules only where nobody will edit them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `rolelint/*.compiled*` before the files are gathered."""
        sys.path.insert(0, str(ROOT))
        try:
            from rolelint import modules, packs  # noqa: PLC0415
            from rolelint.schema.load import COMPILED, compiled  # noqa: PLC0415
        finally:
            sys.path.remove(str(ROOT))
        rules, pieces = packs.compile_shipped()
        (ROOT / "rolelint" / packs.PIECES).write_bytes(pieces)
        (ROOT / "rolelint" / packs.COMPILED).write_bytes(rules)
        (ROOT / "rolelint" / packs.EXTRA).write_bytes(packs.compile_extra())
        (ROOT / "rolelint" / COMPILED).write_bytes(compiled(["organisation", "config"]))
        if version != "editable":
            (ROOT / "rolelint" / modules.NAME).write_bytes(_small())


def _small() -> bytes:
    """The compiled modules without columns for tracebacks, which would have to be read on every run."""
    write = "import sys; from rolelint import modules; sys.stdout.buffer.write(modules.compiled())"
    command = [sys.executable, "-X", "no_debug_ranges", "-c", write]
    return subprocess.run(command, check=True, cwd=ROOT, capture_output=True).stdout
