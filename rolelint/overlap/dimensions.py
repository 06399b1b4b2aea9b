"""How the work of each function leans along the article's distinctions: evidence found, not a score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rolelint.facts import Facts
from rolelint.overlap.figures import Cue, Dimension, Lean

ABOUT: Mapping[str, tuple[str, str]] = {
    "definition": ("the exchange itself", "bringing buyers and sellers together"),
    "approach": ("matching demand to what is offered today", "finding out what will be needed"),
    "focus": ("sales volume", "promote, distribute, price"),
    "process": ("one to one", "analysis, channels, budget"),
    "scope": ("persuading the customer", "research, advertising, public relations, service"),
    "horizon": ("short term", "long term"),
    "strategy": ("push", "pull"),
    "priority": ("the sale", "reach and lasting relationships"),
    "identity": ("meeting a need at the right moment", "building the brand"),
}
"""Dimension -> what stands at sales' end and at marketing's, in the article's words."""

POLES = ("sales", "marketing")
OTHERS = "others"


def poles(facts: Facts) -> tuple[str, str]:
    """The two functions between which work leans: the article's, unless the packs know none of them."""
    known = sorted(facts.lexicon.functions)
    return POLES if set(POLES) <= set(known) or len(known) < 2 else (known[0], known[1])


def cues(facts: Facts) -> dict[int, tuple[Cue, ...]]:
    """Row -> the evidence in it, for the rows that can be judged; grey areas are left alone."""
    found = {}
    for row, (task, verdict) in enumerate(zip(facts.organisation.tasks, facts.verdicts, strict=True)):
        if verdict.outcome in ("clear-cut", "mixed") and verdict.grade != "hint":
            signs = facts.lexicon.signs(task)
            made = [Cue(sign.dimension, sign.function, sign.phrase, sign.meaning) for sign in signs]
            found[row] = tuple(dict.fromkeys(made))
    return found


def dimensions(
    facts: Facts, found: Mapping[int, Sequence[Cue]], wrong: frozenset[int]
) -> tuple[Dimension, ...]:
    """Every dimension, whether there is evidence or not. `wrong` are rows found with the wrong function."""
    ends = poles(facts)
    rows: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for row, signs in found.items():
        owner = facts.owner_functions[row]
        for cue in signs:
            rows[cue.dimension, owner if owner in ends else OTHERS, cue.function].add(row)
    return tuple(_dimension(name, about, ends, rows, wrong) for name, about in ABOUT.items())


def _dimension(
    name: str,
    about: tuple[str, str],
    ends: tuple[str, str],
    rows: Mapping[tuple[str, str, str], set[int]],
    wrong: frozenset[int],
) -> Dimension:
    leans = [
        Lean(owner, *(tuple(sorted(rows.get((name, owner, end), ()))) for end in ends))
        for owner in (*ends, OTHERS)
    ]
    opposite = [leans[0].second, leans[1].first]
    outliers = sorted(wrong.intersection(row for each in opposite for row in each))
    return Dimension(name, about, tuple(leans), tuple(outliers))
