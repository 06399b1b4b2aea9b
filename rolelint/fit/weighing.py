"""Evidence -> a verdict: a side wins with a strong sign, a clear lead and no strong sign against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rolelint.fit.matching import MEDIUM, STRONG, Hit, Match
from rolelint.fit.sifting import Seen, apart
from rolelint.fit.verdict import Grade, Verdict
from rolelint.records import NamedTuple
from rolelint.words import fold

NO_WORDS = "no words that speak for either side"
NOT_ENGLISH = "not in English"
TOO_WEAK = "words too weak to stand by"
ELSEWHERE = "the work of another function"
BOTH = "words for both sides"

LEAD = 2
"""By so much a side must lead."""
SEVERAL = 4
"""So much several signs of the main clause must weigh together when none is strong and nothing speaks against
them; more if some stand elsewhere."""

MANY = 6
"""Signs that weigh so much stand by themselves, be the rest of the clause as long as it may."""

LITTLE = 5
"""A phrase that nothing else bears out must make up this part of its clause (a fifth) to stand by."""

HALF = 2
"""The same of a few signs none of which is strong."""

PLENTY = 6
"""So much the words of a side must weigh where others name another trade."""

SHORT = 2
"""A phrase of so many words may mean something else in another trade."""

NEAR = 4
"""Fewer words than this stand between a phrase and what casts doubt on it."""


def is_little(hit: Hit, words: int) -> bool:
    """Whether a phrase is but a small part of a clause of so many words: who knows what the rest is of."""
    _, start, end, _ = hit
    return (end - start) * LITTLE < words


def is_faint(verdict: Verdict, words: int) -> bool:
    """Whether a few signs say no more than half of a main clause of so many words."""
    return sum([end - start for start, end in verdict.thin]) * HALF <= words


def doubted(verdict: Verdict) -> Verdict:
    """The verdict as a hint, where it says whose work the task is."""
    if verdict.outcome != "clear-cut":
        return verdict
    return verdict._replace(outcome="not judged", grade="hint", reason=TOO_WEAK, thin=(), faint=False)


def thin(signs: Sequence[Match]) -> tuple[tuple[int, int], ...]:
    """The places of signs, strongest first, if none is strong or one short phrase stands alone."""
    told = {id(sign.pattern) for sign in signs if sign.strength >= MEDIUM}
    best = signs[0]
    if best.strength < STRONG or (len(told) == 1 and best.end - best.start <= SHORT):
        return tuple([(sign.start, sign.end) for sign in signs])
    return ()


def is_near(doubt: Hit, places: Iterable[tuple[int, int]], first: int) -> bool:
    """Whether what casts doubt stands beside one of the places, which are told from a first word on."""
    start, end = doubt[1] - first, doubt[2] - first
    return any(there <= start < there + NEAR or end <= here < end + NEAR for here, there in places)


class Trait(NamedTuple):
    """A trait of a task that speaks for the function of a rule."""

    rule: str
    name: str
    value: str
    strength: int


class Side(NamedTuple):
    """All that speaks for one function: words, then traits, and the rule of the strongest."""

    function: str
    top: int
    weight: int
    words: int
    main: int
    """The weight of the words of the main clause alone."""
    traits: int
    rule: str


NOBODY = Side("", 0, 0, 0, 0, 0, "")


class Rules:
    """What the rules say of functions, traits and areas."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._rules: Mapping[str, Mapping[str, str]] = data["rules"]
        self._areas: Mapping[str, Mapping[str, Any]] = data["areas"]
        self._kinds: Mapping[str, str] = data["kinds"]
        self._traits: Mapping[str, Mapping[str, Sequence[Any]]] = data["traits"]
        self._mixed: str = data["mixed"] or None  # type: ignore[assignment]

    def about(self, rule: str) -> Mapping[str, str]:
        """The function, dimension and meaning of a rule."""
        return self._rules[rule]

    def traits(self, traits: Mapping[str, tuple[str, ...]]) -> tuple[Trait, ...]:
        """The traits that speak for a function, and `kind`s that name a grey area (strength 0)."""
        found = []
        for name, values in traits.items():
            known = self._traits.get(name, {})
            for value in values:
                folded = fold(value)
                found += [Trait(rule, name, value, strength) for rule, strength in known.get(folded, ())]
        return tuple(found)

    def area(self, traits: Mapping[str, tuple[str, ...]]) -> str:
        """The grey area that a task's `kind` names, or nothing."""
        if "kind" not in traits:
            return ""
        kinds = (self._kinds.get(fold(kind).replace(" ", "-"), "") for kind in traits["kind"])
        return next(filter(None, kinds), "")

    def grey(self, area: str) -> Verdict:
        """The verdict on a task of a grey area."""
        return Verdict("grey", rule=self._areas[area]["rule"], area=area)

    def verdict(self, seen: Seen, traits: Sequence[Trait]) -> Verdict:
        """Grey areas first, then the work of others, then whichever side wins."""
        grey = [match for match in seen.grey if match.strength >= MEDIUM]
        if grey and not any(trait.name == "kind" for trait in traits):
            for match in grey:
                if match.strength == STRONG:
                    return self.grey(match.pattern.of)
        first, second = self._leading(seen, traits)
        if seen.elsewhere and not traits and first.main < PLENTY:
            return Verdict("not judged", reason=ELSEWHERE)
        verdict = self._decided(first, second)
        if grey and verdict.outcome == "not judged":
            return self.grey(grey[0].pattern.of)
        if verdict.outcome == "clear-cut" and not traits:
            places = thin(apart(seen.evidence[first.function]))
            return verdict._replace(thin=places, faint=first.top < STRONG and first.main < MANY)
        return verdict

    def _decided(self, first: Side, second: Side) -> Verdict:
        if first.top >= STRONG and second.top >= STRONG:
            if min(first.words, second.words) < STRONG:
                return Verdict("not judged", reason=BOTH)
            return Verdict("mixed", rule=self._mixed, against=True)
        against = second.weight > 0
        strong = first.top >= STRONG and first.weight - second.weight >= LEAD
        several = first.main + first.traits >= SEVERAL or (first.main and first.words > SEVERAL)
        if strong or (several and not against):
            sure = first.words >= MEDIUM and first.traits >= MEDIUM and first.top >= STRONG
            grade: Grade = "certain" if sure else "likely"
            return Verdict("clear-cut", first.function, grade, first.rule, against)
        if not first.weight:
            return Verdict("not judged", reason=NO_WORDS)
        if first.weight == second.weight:
            return Verdict("not judged", reason=BOTH, against=True)
        return Verdict("not judged", first.function, "hint", first.rule, against, TOO_WEAK)

    def _leading(self, seen: Seen, traits: Sequence[Trait]) -> tuple[Side, Side]:
        """The two sides for which most speaks."""
        by_function: dict[str, list[Trait]] = {}
        for trait in traits:
            by_function.setdefault(self._rules[trait.rule]["function"], []).append(trait)
        sides = [
            _side(function, seen.evidence.get(function, ()), by_function.get(function, ()))
            for function in {**seen.evidence, **by_function}
        ]
        if len(sides) > 1:
            sides.sort(key=lambda side: (-side.top, -side.weight, side.function))
        first, second, *_ = (*sides, NOBODY, NOBODY)
        return first, second


def _side(function: str, matches: Sequence[Match], traits: Sequence[Trait]) -> Side:
    taken = apart(matches)
    best = taken[0] if taken else None
    words = main = 0
    told: set[int] = set()
    for match in taken:
        if id(match.pattern) not in told:  # what is said twice is not two signs
            told.add(id(match.pattern))
            words += match.strength
            main += 0 if match.level or match.strength < MEDIUM else match.strength
    strongest: dict[str, Trait] = {}
    for trait in traits:
        if trait.name not in strongest or strongest[trait.name].strength < trait.strength:
            strongest[trait.name] = trait
    weight = sum([trait.strength for trait in strongest.values()])
    mark = max(strongest.values(), key=lambda trait: trait.strength) if strongest else None
    rule = best.pattern.of if best and (mark is None or best.strength >= mark.strength) else ""
    top = max(best.strength if best else 0, mark.strength if mark else 0)
    return Side(function, top, words + weight, words, main, weight, rule or (mark.rule if mark else ""))
