"""Findings -> edits of the files that make them go away, and nothing else.

A fixer says in routes what a file should say instead (`fix`), `editing` finds the exact place and the style
that is there, `intent` says what the data shall be afterwards, and `mending` makes only those edits that are
read back as just that.
"""

from rolelint.fixing.fix import Fix, Safety, Scene
from rolelint.fixing.fixers import answering, scenes, written
from rolelint.fixing.mending import Mended, Orders, State, mended, planned

__all__ = [
    "Fix", "Mended", "Orders", "Safety", "Scene", "State",
    "answering", "mended", "planned", "scenes", "written",
]  # fmt: skip
