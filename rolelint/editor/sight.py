"""Open texts -> what was read, found and built of them: the same as the command line would."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from rolelint.finding import Finding, Report
from rolelint.fixing import Scene, scenes, written
from rolelint.linting import Input, Linter, Readings, read
from rolelint.organisation.model import Task
from rolelint.records import NamedTuple
from rolelint.source import Document

Gather = Callable[[str, Mapping[str, bytes]], tuple[Linter, Sequence[Input], bool] | None]
"""(a path, open texts by real path) -> the linter for it, all texts of its organisation, and whether the
configuration names it; None where the configuration leaves it out. Raises BadSettings or BadPack."""


class Sight(NamedTuple):
    """One file as it is seen in an editor: its path among the inputs, and all that was made of them."""

    file: str
    linter: Linter
    inputs: Sequence[Input]
    readings: Readings
    report: Report
    scenes: Sequence[Scene]

    def findings(self) -> list[Finding]:
        """The findings that stand in the file."""
        return [finding for finding in self.report.findings if finding.place.file == self.file]

    def tasks(self) -> Iterator[Task]:
        """The tasks that stand in the file."""
        for scene in self.scenes:
            yield from (t for t in scene.organisation.tasks if self._is_here(t.route.document))

    def document(self, number: int) -> Document:
        """A document that is YAML, by number."""
        return written(self.readings)[number]

    def line(self, number: int) -> str:
        """A line of the file."""
        here = (d for d in written(self.readings).values() if d.file == self.file)
        return next((document.line(number) for document in here), "")

    def _is_here(self, number: int) -> bool:
        documents = written(self.readings)
        return number in documents and documents[number].file == self.file


def seen(path: str, texts: Mapping[str, bytes], gather: Gather) -> Sight | None:
    """What is seen of a file; None where it is no matrix. `texts` holds the open texts by real path.

    Editors open YAML of every kind. One that neither the configuration nor its own words call a matrix has to
    show that somebody in it holds something, before anything is said of it.
    """
    gathered = gather(path, texts)
    if gathered is None:
        return None
    linter, inputs, named = gathered
    readings = read(inputs, linter.settings)
    real = os.path.realpath(path)
    file = next((item.file for item in inputs if os.path.realpath(item.file) == real), path)
    sight = Sight(file, linter, inputs, readings, linter.lint(readings), scenes(linter, readings))
    return sight if named or _is_matrix(sight, texts.get(real, b"")) else None


def _is_matrix(sight: Sight, text: bytes) -> bool:
    return b"rolelint" in text or any(task.assignments for task in sight.tasks())
