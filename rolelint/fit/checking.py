"""The phrases of rules one by one: where each stands among the options, and which cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rolelint.fit.compiling import AREAS, COMMON, EVIDENCE, Given, common_words
from rolelint.fit.patterns import BadPattern, Classes, Tree
from rolelint.records import NamedTuple
from rolelint.words import Stems

KINDS = frozenset({EVIDENCE, AREAS, COMMON})
"""The kinds of rule that have phrases."""

LISTS = ("strong", "medium", "weak", "vetoes")
LONGEST = 1000
"""A phrase has so many characters at most."""

Steps = tuple[str | int, ...]


class Phrase(NamedTuple):
    """A phrase of a rule, and the steps to it inside the rule's options."""

    steps: Steps
    said: str


def phrases(kind: str, options: Mapping[str, Any]) -> Iterator[Phrase]:
    """All phrases in the options of a rule, in their order; none for kinds that have none."""
    if kind == EVIDENCE:
        yield from _lists((), options)
    elif kind == AREAS:
        for name, area in options.get("areas", {}).items():
            yield from _lists(("areas", name), area)
    elif kind == COMMON:
        for key in ("vetoes", "elsewhere"):
            for name, listed in options.get(key, {}).items():
                yield from _listed((key, name), listed)
        for key in ("masks", "doubts"):
            yield from _listed((key,), options.get(key, ()))


def _lists(steps: Steps, options: Mapping[str, Any]) -> Iterator[Phrase]:
    for key in options:
        if key in LISTS:
            yield from _listed((*steps, key), options[key])


def _listed(steps: Steps, listed: Iterable[Any]) -> Iterator[Phrase]:
    for number, said in enumerate(listed or ()):
        yield Phrase((*steps, number), str(said))


def faults(rules: Iterable[Given]) -> Iterator[tuple[str, Steps, str]]:
    """The rule, the steps inside its options and the words for every phrase that cannot be read."""
    given = [entry for entry in rules if entry[1] in KINDS]
    common = common_words(given)
    stems = Stems(common["apart"], common["same"])
    classes = Classes(common["classes"], stems.stem, frozenset(common["dropped"]))
    for identity, kind, options in given:
        for phrase in phrases(kind, options):
            wrong = _wrong(phrase.said, classes)
            if wrong:
                yield identity, phrase.steps, wrong


def _wrong(said: str, classes: Classes) -> str:
    if len(said) > LONGEST:
        return f"a phrase of {len(said)} characters; {LONGEST} are allowed"
    phrase, _, unless = said.partition("!")
    if not _balanced(phrase):
        return f'"{said}": a bracket is not closed, or stands inside another'
    try:
        Tree(classes).add(phrase.strip(), 0)
        if any(len(choice) != 1 for word in unless.split() for choice in classes.symbol(word)):
            return f'"{said}": after "!" stand single words'
    except BadPattern as bad:
        return str(bad)
    return ""


def _balanced(phrase: str) -> bool:
    """Whether brackets are closed and braces hold a name; neither holds itself."""
    rest = re.sub(r"\([^()]*\)|\{[\w-]+\}", "", re.sub(r"\{[\w-]+\}", "", phrase))
    return not any(mark in rest for mark in "(){}")
