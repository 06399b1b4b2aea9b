"""Which fixes answer a finding, by the kind of its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rolelint.finding import Finding
from rolelint.fixing.fix import Fix, Scene
from rolelint.fixing.moving import several_accountable, wrong_function
from rolelint.fixing.naming import alias_drift, reported, undeclared
from rolelint.fixing.sharing import shared
from rolelint.linting import Linter, Readings
from rolelint.source import Document

Fixer = Callable[[Scene, Finding], Iterator[Fix]]
"""The fixes that answer a finding; what cannot be fixed with care yields none."""

FIXERS: Mapping[str, Sequence[Fixer]] = {
    "alias-drift": (alias_drift,),
    "count": (several_accountable,),
    "grey-area": (shared,),
    "mixed-task": (shared,),
    "reported": (reported,),
    "undeclared": (undeclared,),
    "wrong-function": (wrong_function, shared),
}


def scenes(linter: Linter, readings: Readings) -> list[Scene]:
    """One scene for each organisation of a run."""
    documents = written(readings)
    return [Scene(organisation, documents) for organisation in linter.organisations(readings)]


def written(readings: Readings) -> dict[int, Document]:
    """The documents that are YAML, by number."""
    return {each.number: each for each in readings.documents if isinstance(each, Document)}


def answering(linter: Linter, known: Iterable[Scene], findings: Iterable[Finding]) -> Iterator[Fix]:
    """The fixes that answer findings, those without a change left out."""
    kinds = {rule.id: rule.kind for rule in linter.rules}
    scene_of = {number: scene for scene in known for number in scene.organisation.documents}
    for finding in findings:
        scene = scene_of.get(finding.route.document) if finding.route else None
        if scene is not None:
            for fixer in FIXERS.get(kinds[finding.rule], ()):
                yield from (fix for fix in fixer(scene, finding) if fix.changes)
