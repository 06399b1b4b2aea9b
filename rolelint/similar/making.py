"""From the packs' lists of words to what a wording needs: plain data, which the compiled form of the shipped
packs already holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rolelint.similar.vocabulary import Vocabulary
from rolelint.words import fold, words

MADE = "made"
"""The key under which the wording of a pack holds what was made of it alone."""
_LISTS = ("ignored", "same", "light", "stages", "telling", "places", "common", "unstemmed", "starts", "ways")
_NO_WORDS: Mapping[str, Any] = dict.fromkeys(("ids", "tells", "seconds", "same", "phrases", "implied"), ())


def made(packs: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """What the words of these packs make together."""
    given = [pack["wording"] for pack in packs if "wording" in pack]
    ready: Mapping[str, Any] | None = given[0].get(MADE) if len(given) == 1 else None
    return _made(_merged(given)) if ready is None else ready


def with_made(pack: Mapping[str, Any]) -> Mapping[str, Any]:
    """The pack, holding what its words make."""
    return {**pack, "wording": {**pack["wording"], MADE: made([pack])}} if "wording" in pack else pack


def _made(data: Mapping[str, Any]) -> Mapping[str, Any]:
    folded = {name: sorted({fold(word) for word in data[name]}) for name in ("ignored", "unstemmed", "ways")}
    vocabulary = Vocabulary({**_NO_WORDS, **folded})
    _fold_same(vocabulary, data["same"])
    _imply(vocabulary, data["implied"])
    lists = {
        name: vocabulary.tokens_of(data[name]) for name in ("light", "places", "telling", "common", "starts")
    }
    stages = {
        token: 1 << number
        for number, group in enumerate(data["stages"])
        for word in group
        for token in vocabulary.tokens(word)
    }
    return {
        **folded,
        **lists,
        "threshold": data["threshold"],
        "stages": stages,
        "common": sorted({*lists["common"], *lists["light"]}),
        "tells": sorted(vocabulary.tells.union(lists["places"], lists["telling"])),
        "ids": list(vocabulary.ids),
        "same": vocabulary.same,
        "phrases": vocabulary.phrases,
        "seconds": sorted(vocabulary.seconds),
        "implied": vocabulary.implied,
    }


def _fold_same(vocabulary: Vocabulary, groups: Iterable[Iterable[str]]) -> None:
    """Let every word of a group stand for its first one."""
    for first, *others in groups:
        tokens = tuple(vocabulary.tokens(first))
        for other in others:
            said = [word for word in words(fold(other)) if word not in vocabulary.ignored]
            if len(said) == 1:
                vocabulary.let_mean(vocabulary.stem(said[0]), tokens)
            elif said:
                vocabulary.let_say(tuple(vocabulary.tokens(other)), tokens)
    for phrases in vocabulary.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))


def _imply(vocabulary: Vocabulary, implied: Mapping[str, Iterable[str]]) -> None:
    """Let a noun say what the words that it implies say."""
    wholes = [(vocabulary.tokens(noun), vocabulary.tokens_of(said)) for noun, said in implied.items()]
    for whole, dropped in wholes:
        vocabulary.let_imply(tuple(whole), tuple(dropped))


def _merged(given: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The words of several packs together; the last threshold given wins."""
    merged: dict[str, Any] = {name: [] for name in _LISTS} | {"implied": {}, "threshold": 1}
    for wording in given:
        for name, value in wording.items():
            if name in _LISTS:
                merged[name] = [*merged[name], *value]
            elif name == "implied":
                merged[name] = {**merged[name], **value}
            elif name != MADE:
                merged[name] = value
    return merged
