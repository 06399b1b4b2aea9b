"""What a sentence holds, told in lines so that a doubting reader can check it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelint.fit.matching import FOR, GREY, MASK, RULE_VETO, SIDE_VETO, Match
from rolelint.fit.sifting import Seen
from rolelint.fit.verdict import Verdict

_STRENGTH = {3: "strong", 2: "medium", 1: "weak", 0: "nothing"}
_CLAUSE = ("", ", in words of means or example", ", in a purpose")
_SILENCING = {
    FOR: "a longer phrase has these words,",
    GREY: "a longer phrase has these words,",
    RULE_VETO: "not where this stands as well,",
    SIDE_VETO: "not where this stands as well,",
    MASK: "means something else,",
}
Spans = Sequence[tuple[int, int]]


def explained(
    text: str, seen: Seen, verdict: Verdict, spans: Spans, data: Mapping[str, Any]
) -> tuple[str, ...]:
    """The verdict, then the evidence of each function, grey areas, other work and what was silenced."""
    return (f'"{text}"', *_verdict(verdict, data), *_lines(text, seen, spans, data))


def _verdict(verdict: Verdict, data: Mapping[str, Any]) -> Iterator[str]:
    if verdict.outcome == "grey":
        area = data["areas"][verdict.area]
        yield f"  grey area: {area['title']} ({verdict.area}); rolelint does not say whose it is"
        for key in ("usual", "artefact"):
            if key in area:
                yield f"    {key}: {area[key]}"
    elif verdict.outcome == "clear-cut":
        yield f"  reads as the work of {verdict.function}, {verdict.grade}: {verdict.rule}"
    elif verdict.outcome == "mixed":
        yield f"  mixed, strong words for both sides: {verdict.rule}"
    else:
        leaning = f", leaning to {verdict.function}" if verdict.function else ""
        yield f"  not judged: {verdict.reason}{leaning}"


def _lines(text: str, seen: Seen, spans: Spans, data: Mapping[str, Any]) -> Iterator[str]:
    for function, matches in sorted(seen.evidence.items()):
        yield f"  for {function}:"
        for match in matches:
            about = data["rules"][match.pattern.of]
            yield f"    {_said(text, match, spans)} — {about['dimension']}: {about['meaning']}"
    for head, matches in (("grey area", seen.grey), ("another function", seen.elsewhere)):
        for match in matches:
            yield f"  {head}: {_said(text, match, spans)} — {match.pattern.of}"
    for match in seen.doubts:
        yield f"  another trade's word: {_said(text, match, spans)} — a short phrase beside it is only a hint"
    for match, by in seen.silenced:
        yield f"  silenced: {_said(text, match, spans)} — {_SILENCING[by.pattern.does]} `{by.pattern.said}`"


def _said(text: str, match: Match, spans: Spans) -> str:
    start, end = place(spans, match)
    words = text[start:end]
    clause = _CLAUSE[min(match.level, len(_CLAUSE) - 1)]
    return f'"{words}" ({_STRENGTH[match.strength]}{clause}, pattern `{match.pattern.said}`)'


def place(spans: Spans, match: Match) -> tuple[int, int]:
    """Where a match stands in the text, whatever the order of its tokens."""
    places = spans[match.start : match.end]
    return min(start for start, _ in places), max(end for _, end in places)
