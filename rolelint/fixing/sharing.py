"""An offer, for editors: say in the file that work is shared on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from rolelint.finding import Finding, Route
from rolelint.fixing.fix import Enter, Fix, Scene
from rolelint.fixing.moving import task_of
from rolelint.fixing.places import value_at

TO_FILL_IN = {"why": "", "handoff": ""}
"""Both are to be filled in; as long as they are empty the finding stands."""


def shared(scene: Scene, finding: Finding) -> Iterator[Fix]:
    """Add an empty `shared:` to the task that a finding speaks of."""
    task = task_of(scene, finding)
    if task is None or task.shared is not None:
        return
    row = value_at(scene.data(task.route.document), task.home)
    if isinstance(row, dict) and row and "shared" not in row:
        last = Route(task.route.document, (*task.home, next(reversed(row))))
        yield Fix(
            "say why it is shared, and how it is handed over",
            (Enter(last, "shared", TO_FILL_IN),),
            "offered",
            finding,
        )
