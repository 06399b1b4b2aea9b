"""Facts about matrices given as text, with the shipped words, and the hits of one kind in them."""

from typing import Any, cast

from rolelint import bundled, packs, source
from rolelint.facts import Facts
from rolelint.finding import Hit
from rolelint.fit.verdict import Verdict
from rolelint.kinds import KINDS
from rolelint.organisation import Titles, build
from rolelint.organisation.model import Task

PACKS = list(packs.read(bundled.folder("rules")).files.values())


class Silent:
    """A lexicon that judges nothing."""

    def judge(self, task: Task) -> Verdict:
        return Verdict("not judged")


def facts(*texts: str) -> Facts:
    """The facts of one organisation that these texts describe together."""
    documents = [source.read(f"{n}.yaml", text.encode()).documents[0].data for n, text in enumerate(texts)]
    organisation = build(list(enumerate(documents)), Titles.build(PACKS))
    return Facts(organisation, cast(Any, Silent()), None, PACKS)


def hits(kind: str, *texts: str, **options: Any) -> list[Hit]:
    """All hits of a kind."""
    return list(KINDS[kind](facts(*texts), "x/y", options))


def where(hit: Hit) -> list[tuple[int, Any]]:
    """(document, number of the task in it) of the hit's own row and of each mark, in order."""
    routes = [hit.route, *(mark.route for mark in hit.marks)]
    return [(r.document, next(step for step in r.steps if isinstance(step, int))) for r in routes]
