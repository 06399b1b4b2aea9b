"""Which of the patterns that were found in a text count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from rolelint.fit.matching import ELSEWHERE, FOR, GREY, MASK, RULE_VETO, SIDE_VETO, SPEAKING, STRONG, Match
from rolelint.records import NamedTuple

_LONGEST = 24
"""So many words a phrase spans at most, near enough."""


class Seen(NamedTuple):
    """What a text holds: evidence by function, grey areas, work of others, doubts, and what was silenced."""

    evidence: Mapping[str, list[Match]]
    grey: list[Match]
    elsewhere: list[Match]
    doubts: list[Match]
    silenced: list[tuple[Match, Match]]
    """Evidence and the veto or mask that silenced it."""


def sift(matches: Sequence[Match], function_of: Mapping[str, str]) -> Seen:
    """Sort matches by what they do; evidence that is vetoed or masked is set aside."""
    vetoes: dict[str, Match] = {}
    masks: list[Match] = []
    elsewhere: list[Match] = []
    for match in matches:
        does = match.pattern.does
        if does in (RULE_VETO, SIDE_VETO):
            if match.strength == STRONG:
                vetoes.setdefault(match.pattern.of, match)
        elif does == MASK:
            masks.append(match)
        elif does == ELSEWHERE and match.strength == STRONG:
            elsewhere.append(match)
    seen = Seen({}, [], elsewhere, [], [])
    speaking = [match for match in matches if match.pattern.does in SPEAKING]
    by_start = sorted(speaking, key=lambda match: match.start)
    for match in speaking:
        near = _over(match, by_start) if len(speaking) > 1 else ()
        by = next((other for other in near if _swallows(other, match)), None)
        if by is not None:
            seen.silenced.append((match, by))
        else:
            _place(match, function_of, vetoes, masks, seen)
    return seen


def _over(match: Match, by_start: Sequence[Match]) -> Sequence[Match]:
    """The matches that begin near enough before a match to hold it."""
    first = bisect_left(by_start, match.start - _LONGEST, key=lambda other: other.start)
    return by_start[first : bisect_right(by_start, match.start, key=lambda other: other.start)]


def _swallows(longer: Match, match: Match) -> bool:
    """Whether a longer match, no weaker, has all the words of this one: "PR outreach" is no outreach.

    What surely names a grey area gives way to no evidence for a side.
    """
    if match.pattern.does == GREY and match.pattern.strength == STRONG and longer.pattern.does == FOR:
        return False
    within = longer.start <= match.start and match.end <= longer.end
    return (
        within and longer.end - longer.start > match.end - match.start and longer.strength >= match.strength
    )


def _place(
    match: Match, function_of: Mapping[str, str], vetoes: Mapping[str, Match], masks: list[Match], seen: Seen
) -> None:
    function = function_of.get(match.pattern.of, "")
    by = vetoes.get(match.pattern.of) or vetoes.get(function)
    by = by or next((mask for mask in masks if _covers(mask, match)), None)
    if by is not None:
        seen.silenced.append((match, by))
    elif not function:
        seen.grey.append(match)
    elif match.strength:
        seen.evidence.setdefault(function, []).append(match)  # type: ignore[attr-defined]


def _covers(mask: Match, match: Match) -> bool:
    """Whether a mask holds all words of a match, or shares some with one that is shorter than itself."""
    within = mask.start <= match.start and match.end <= mask.end
    shares = mask.start < match.end and match.start < mask.end
    return within or (shares and match.end - match.start < mask.end - mask.start)


def apart(matches: Sequence[Match]) -> list[Match]:
    """The strongest matches that share no words, strongest first."""
    if len(matches) < 2:
        return [*matches]
    taken: list[Match] = []
    for match in sorted(matches, key=lambda m: (-m.strength, m.start - m.end, m.start)):
        if all(match.start >= other.end or match.end <= other.start for other in taken):
            taken.append(match)
    return taken
