"""Rules -> the lexicon's plain data: the tree of patterns, the words of each class, traits and areas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rolelint.fit import matching, packing, reading
from rolelint.fit.patterns import BadPattern, Classes, Tree
from rolelint.words import Stems, fold

EVIDENCE, AREAS, COMMON = "wrong-function", "grey-area", "mixed-task"
"""The kinds of rule whose options make the lexicon: evidence, grey areas, and what both share."""

_STRENGTHS = {"strong": matching.STRONG, "medium": matching.MEDIUM, "weak": matching.WEAK}
_MARKS = {
    "means": reading.MEANS,
    "purpose": reading.PURPOSE,
    "to": reading.TO,
    "carriers": reading.CARRIER,
    "joint": reading.JOINT,
    "begin": reading.BEGIN,
    "bound": reading.BOUND,
    "asks": reading.ASKS,
    "foreign": reading.FOREIGN,
    "english": reading.ENGLISH,
}

Given = tuple[str, str, Mapping[str, Any]]
"""A rule's id, kind and options."""


def compiled(rules: Iterable[Given], sides: Collection[str] = ()) -> dict[str, Any]:
    """The lexicon as plain data. BadPattern names a rule whose patterns cannot be read.

    `sides` are functions that are told apart even where no rule of evidence names them.
    """
    given = [entry for entry in rules if entry[1] in (EVIDENCE, AREAS, COMMON)]
    common = common_words(given)
    stems = Stems(common["apart"], common["same"])
    making = _Making(Classes(common["classes"], stems.stem, frozenset(common["dropped"])))
    for identity, kind, options in given:
        try:
            making.add(identity, kind, options)
        except BadPattern as fault:
            raise BadPattern(f"{identity}: {fault}") from None
    own = {"sides": sorted(sides)} if sides else {}
    return {**making.data(), **_words(common, stems), **own}


def common_words(given: Iterable[Given]) -> dict[str, Any]:
    """What the rules say of words as such; a later rule adds to an earlier one."""
    common: dict[str, Any] = {
        "apart": [],
        "same": {},
        "also": {},
        "dropped": [],
        "classes": {"aim": [], "tail": []},
        "clauses": {},
    }
    for _, _, options in given:
        for key, value in options.get("words", {}).items():
            if isinstance(common[key], dict):
                common[key] = {**common[key], **value}
            else:
                common[key] = [*common[key], *value]
    return common


def _words(common: Mapping[str, Any], stems: Stems) -> dict[str, Any]:
    clauses = dict(common["clauses"])
    aims, done = clauses.pop("aims", ()), clauses.pop("done", ())
    marks = {word: _MARKS[name] for name, words in clauses.items() for word in words}
    for name in ("carriers", "joint"):
        for verb in clauses.get(name, ()):
            forms = (f"{verb}s", f"{verb}ing", f"{verb.removesuffix('e')}ing")
            marks.update(dict.fromkeys(forms, _MARKS[name]))
    return {
        "apart": sorted(common["apart"]),
        "same": dict(common["same"]),
        "also": {word: stems.stem(other) for word, other in sorted(common["also"].items())},
        "dropped": sorted(common["dropped"]),
        "aims": sorted(aims),
        "done": sorted(done),
        "marks": marks,
    }


class _Making:
    """Gathers patterns, rules, areas and traits while the rules are read."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._speaking, self._silencing, self._doubting = Tree(classes), Tree(classes), Tree(classes)
        self._patterns: list[bytes] = []
        self._names: dict[str, int] = {}
        self._rules: dict[str, dict[str, str]] = {}
        self._areas: dict[str, dict[str, Any]] = {}
        self._kinds: dict[str, str] = {}
        self._traits: dict[str, dict[str, list[list[Any]]]] = {}
        self._mixed = ""

    def add(self, identity: str, kind: str, options: Mapping[str, Any]) -> None:
        if kind == EVIDENCE:
            self._evidence(identity, options)
        elif kind == AREAS:
            self._grey(identity, options)
        else:
            self._mixed = identity
            self._shared(options)

    def _evidence(self, identity: str, options: Mapping[str, Any]) -> None:
        keys = ("function", "dimension", "meaning", "policy")
        self._rules[identity] = {key: options[key] for key in keys if key in options}
        for name, strength in _STRENGTHS.items():
            self._put(matching.FOR, identity, options.get(name) or (), strength)
        self._put(matching.RULE_VETO, identity, options.get("vetoes") or ())
        for trait, values in (options.get("traits") or {}).items():
            for value, strength in values.items():
                held = self._traits.setdefault(trait, {}).setdefault(fold(value), [])
                held.append([identity, strength])

    def _grey(self, identity: str, options: Mapping[str, Any]) -> None:
        for name, area in options["areas"].items():
            self._areas[name] = {**{k: v for k, v in area.items() if k not in _STRENGTHS}, "rule": identity}
            self._put(matching.GREY, name, area.get("strong") or (), matching.STRONG)
            self._put(matching.GREY, name, area.get("medium") or (), matching.MEDIUM)
            self._put(matching.RULE_VETO, name, area.get("vetoes") or ())
            for kind in (name, *(area.get("kinds") or ())):
                self._kinds[fold(kind)] = name

    def _shared(self, options: Mapping[str, Any]) -> None:
        for function, patterns in options.get("vetoes", {}).items():
            self._put(matching.SIDE_VETO, function, patterns)
        for function, patterns in options.get("elsewhere", {}).items():
            self._put(matching.ELSEWHERE, function, patterns)
        self._put(matching.MASK, "", options.get("masks") or ())
        self._put(matching.DOUBT, "", options.get("doubts") or ())

    def _put(self, does: int, of: str, patterns: Iterable[str], strength: int = matching.STRONG) -> None:
        for said in patterns:
            phrase, _, unless = str(said).partition("!")
            phrase = phrase.strip()
            symbols = [s for word in unless.split() for s in self._unless(word)]
            tree = self._speaking if does in matching.SPEAKING else self._silencing
            if does == matching.DOUBT:
                tree = self._doubting
            first, last = tree.add(phrase, len(self._patterns))
            name = self._names.setdefault(of, len(self._names))
            self._patterns.append(packing.pack((does, name, strength, phrase, symbols, first, last)))

    def _unless(self, word: str) -> list[str]:
        """The symbols of a word or class after `!`; phrases of more words have no place there."""
        choices = self._classes.symbol(word)
        if any(len(choice) != 1 for choice in choices):
            raise BadPattern(f'"{word}" after "!" must be single words')
        return [choice[0] for choice in choices]

    def data(self) -> dict[str, Any]:
        self._classes.symbol(reading.TAIL)
        symbols = {stem: sorted(symbols) for stem, symbols in sorted(self._classes.symbols.items())}
        return {
            **packing.packed(
                self._speaking.root[0], self._silencing.root[0], self._doubting.root[0], symbols
            ),
            "names": list(self._names),
            "patterns": self._patterns,
            "rules": self._rules,
            "areas": self._areas,
            "kinds": self._kinds,
            "traits": self._traits,
            "mixed": self._mixed,
        }
