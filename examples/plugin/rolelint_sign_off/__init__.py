"""A kind of rule that data cannot say: tasks that need a sign-off, and whose owner signs alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rolelint.plugin import Hit, Matrix

SIGNING = ("sign-off", "verify")


def sign_off_missing(matrix: Matrix, options: Mapping[str, Any]) -> Iterable[Hit]:
    """Tasks with one of the `words` in their name on which nobody but the owner signs off or verifies."""
    words = [str(word).lower() for word in options["words"]]
    for task in matrix.tasks:
        owners = [a for a in task.assignments if a.duty == "accountable"]
        signers = {a.party for a in task.assignments if a.duty in SIGNING} - {a.party for a in owners}
        if owners and not signers and any(word in task.name.lower() for word in words):
            yield Hit(task, words={"owner": owners[0].party}, assignment=owners[0], label="signs alone")
