"""The lexicon: what the rules know of words and traits, and what it makes of a task."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from rolelint.finding import Route, Sign
from rolelint.fit import compiling, packing, weighing
from rolelint.fit.explaining import Spans, explained, place
from rolelint.fit.matching import Hit, Match, Matcher, Open
from rolelint.fit.packing import FINISHED, MARKED, STRANGE
from rolelint.fit.reading import ONE_CLAUSE, Clauses, Reader, Token, turn, turned
from rolelint.fit.sifting import Seen, apart, sift
from rolelint.fit.verdict import Verdict
from rolelint.fit.weighing import Rules, Trait
from rolelint.organisation.model import Task
from rolelint.words import Learnt, Stems

NOTHING = Verdict("not judged", reason=weighing.NO_WORDS)
FOREIGN = Verdict("not judged", reason=weighing.NOT_ENGLISH)

Said = tuple[tuple[Hit, ...], tuple[Trait, ...]]
"""All that speaks in a task, its words and its traits; where in the text it begins does not matter."""


class Lexicon:
    """Judges tasks by the words and traits that the rules list. Made once a run, then only read."""

    KINDS: ClassVar[frozenset[str]] = frozenset({compiling.EVIDENCE, compiling.AREAS, compiling.COMMON})
    """The kinds of rule whose options it takes in; nobody else needs them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._matcher = Matcher(data)
        self._reader = Reader(data, Stems(data["apart"], data["same"]))
        self._rules = Rules(data)
        self._weighed: Mapping[Said, Verdict] = Learnt(self._weigh)
        self._function_of = {rule: about["function"] for rule, about in data["rules"].items()}

    @classmethod
    def build(
        cls, rules: Iterable[tuple[str, str, Mapping[str, Any]]], sides: Collection[str] = ()
    ) -> Lexicon:
        """From rules as (id, kind, options); kinds that are not in `KINDS` are passed over.

        `sides` are functions that are told apart even where no rule names them.

        Raises `patterns.BadPattern` (a ValueError) with the rule and the pattern that cannot be read.
        """
        return cls(compiling.compiled(rules, sides))

    def to_data(self) -> Mapping[str, Any]:
        """All it takes to judge, as plain data: how the patterns are written stays behind."""
        patterns = [packing.unpack(piece) for piece in self._data["patterns"]]
        bare = [packing.pack((*fields[:3], "", *fields[4:])) for fields in patterns]
        return {**self._data, "patterns": bare}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Lexicon:
        """The lexicon that `to_data` gave; it judges alike, but cannot quote its patterns."""
        return cls(data)

    @property
    def areas(self) -> Mapping[str, Mapping[str, Any]]:
        """The grey areas by name: `title`, `usual`, `artefact`, `needs`, `rule`."""
        areas: Mapping[str, Mapping[str, Any]] = self._data["areas"]
        return areas

    @cached_property
    def functions(self) -> frozenset[str]:
        """The functions that the rules can tell apart."""
        return frozenset(self._function_of.values()).union(self._data.get("sides", ()))

    def about(self, rule: str) -> Mapping[str, Any]:
        """What a rule of evidence says: `function`, `dimension`, `meaning`, and a `policy` that allows it."""
        return self._rules.about(rule)

    def judge(self, task: Task) -> Verdict:
        """Whose work a task reads as: by its name, then by its description, and by its traits."""
        traits: tuple[Trait, ...] = ()
        if task.traits:
            area = self._rules.area(task.traits)
            if area:
                return self._rules.grey(area)
            traits = self._rules.traits(task.traits)
        verdict = self._judge(task.name, traits)
        if task.description and verdict.outcome == "not judged" and verdict.function is None:
            other = self._judge(task.description, traits)
            if other is not NOTHING:
                return other
        return verdict

    def _judge(self, text: str, traits: tuple[Trait, ...]) -> Verdict:
        tokens = self._reader.tokens(text)
        starts, holds = self._matcher.opened(tokens)
        if holds & FINISHED and (at := turned(tokens)):
            other = turn(tokens, at)
            verdict = self._of_tokens(other, traits, *self._matcher.opened(other))
            if verdict.outcome == "clear-cut":
                return verdict
        return self._of_tokens(tokens, traits, starts, holds)

    def _of_tokens(
        self, tokens: Sequence[Token], traits: tuple[Trait, ...], starts: Open, holds: int
    ) -> Verdict:
        if not starts and not traits and not holds & STRANGE:
            return NOTHING
        clauses = Clauses(tokens) if holds & MARKED else ONE_CLAUSE
        if clauses.is_foreign():
            return FOREIGN
        hits = self._matcher.speaking(tokens, clauses, starts)
        first = 0
        if hits:
            hits += self._matcher.silencing(tokens, clauses, holds)
            first = hits[0][1]
            hits = [(number, start - first, end - first, level) for number, start, end, level in hits]
        elif not traits:
            return NOTHING
        verdict = self._weighed[tuple(hits), traits]
        if verdict.thin and (
            (verdict.faint and weighing.is_faint(verdict, clauses.words(tokens, 0)))
            or any(
                weighing.is_near(doubt, verdict.thin, first)
                for doubt in self._matcher.doubting(tokens, clauses, holds)
            )
        ):
            return weighing.doubted(verdict)
        if len(hits) == 1 and not traits and weighing.is_little(hits[0], clauses.words(tokens, hits[0][3])):
            return weighing.doubted(verdict)
        return verdict

    def _weigh(self, said: Said) -> Verdict:
        hits, traits = said
        return self._rules.verdict(sift(self._matcher.matches(hits), self._function_of), traits)

    def seen(self, text: str) -> Seen:
        """All that the words of a text say, and what was silenced."""
        return self._seen(text)[0]

    def _seen(self, text: str) -> tuple[Seen, Spans]:
        """The same, with the place of each token, in the order in which they were judged."""
        tokens, spans = self._reader.tokens(text), self._reader.spans(text)
        at = turned(tokens)
        if at:
            other = turn(tokens, at)
            if self._of_tokens(other, (), *self._matcher.opened(other)).outcome == "clear-cut":
                tokens, spans = other, turn(spans, at)
        clauses = Clauses(tokens)
        starts, holds = self._matcher.opened(tokens)
        hits = self._matcher.speaking(tokens, clauses, starts)
        hits += self._matcher.silencing(tokens, clauses, holds)
        doubts = self._matcher.matches(self._matcher.doubting(tokens, clauses, holds))
        return sift(self._matcher.matches(hits), self._function_of)._replace(doubts=doubts), spans

    def signs(self, task: Task, verdict: Verdict | None = None) -> tuple[Sign, ...]:
        """The evidence in a task's words and traits for any function, strongest first, each with its place.

        With a verdict only what speaks for the verdict's function.
        """
        wanted = None if verdict is None else verdict.function
        signs = [*self._of_name(task), *self._of_description(task), *self._of_traits(task)]
        return tuple(
            sorted((s for s in signs if wanted in (None, s.function)), key=lambda s: (-s.strength, s.route))
        )

    def _of_name(self, task: Task) -> Iterator[Sign]:
        yield from self._of_text(task.name, task.route)

    def _of_description(self, task: Task) -> Iterator[Sign]:
        if task.description and not self.seen(task.name).evidence:
            yield from self._of_text(
                task.description, Route(task.route.document, (*task.home, "description"))
            )

    def _of_text(self, text: str, route: Route) -> Iterator[Sign]:
        seen, spans = self._seen(text)
        for matches in seen.evidence.values():
            for match in apart(matches):
                start, end = place(spans, match)
                yield self._sign(match.pattern.of, text[start:end], route._replace(span=(start, end)), match)

    def _of_traits(self, task: Task) -> Iterator[Sign]:
        """One sign a value and function, along the dimension for which it speaks most."""
        told: dict[tuple[str, str, str], Trait] = {}
        for trait in self._rules.traits(task.traits):
            key = (trait.name, trait.value, self._function_of[trait.rule])
            told[key] = max(told.get(key, trait), trait, key=lambda trait: trait.strength)
        for trait in told.values():
            about = self._rules.about(trait.rule)
            yield Sign(
                about["dimension"],
                about["function"],
                f"{trait.name}: {trait.value}",
                task.trait_route(trait.name),
                trait.strength,
                about["meaning"],
            )

    def _sign(self, rule: str, phrase: str, route: Route, match: Match) -> Sign:
        about = self._rules.about(rule)
        return Sign(about["dimension"], about["function"], phrase, route, match.strength, about["meaning"])

    def explain(self, text: str) -> tuple[str, ...]:
        """For any sentence, in lines: all evidence, strengths, vetoes and the verdict."""
        seen, spans = self._seen(text)
        return explained(text, seen, self._judge(text, ()), spans, self._data)
