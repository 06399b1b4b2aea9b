"""What is wrong with suppressions themselves. Imported only where there are any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rolelint.config import UNREAD, Settings, matches
from rolelint.finding import Problem, Route
from rolelint.suggest import suggest
from rolelint.suppression import Suppression, Used

HOW = "write `# rolelint: ignore[pack/rule]: why`"


def misread(text: str) -> str:
    """Why a comment that speaks to rolelint cannot be read, and how it is written."""
    match = re.match(r"#\s*rolelint:\s*([\w-]*)\s*(.*)", text, re.S)
    word, rest = match.groups() if match else ("", "")
    if word not in ("ignore", "ignore-file"):
        return (
            f'"{word}" is nothing a comment can ask for; {HOW}' if word else f"this asks for nothing; {HOW}"
        )
    if not re.match(r"\[[^\]]*[^\],\s][^\]]*\]", rest):
        return f"this names no rule to ignore; {HOW}"
    return f"behind the rules comes `until=2027-03-31`, or a colon and the reason; {HOW}"


def complaints(
    suppressions: Iterable[Suppression],
    used: Used,
    known: Sequence[str],
    ran: Sequence[str],
    settings: Settings,
) -> Iterator[Problem]:
    """What is wrong with suppressions themselves: unknown rules, no use, no reason, past their day.

    `known` are the ids of all rules, `ran` of those that could speak in this run: whether a suppression of
    others is of use cannot be told.
    """
    for each in suppressions:
        route = Route(each.document)
        for pattern in each.patterns:
            if not any(matches(identity, pattern) for identity in known):
                yield Problem("unknown-ignore", _unknown(pattern, known), route, at=each.at)
            elif pattern in UNREAD:
                said = f"{pattern} cannot be suppressed: what was not read was not checked"
                yield Problem("unused-ignore", said, route, at=each.at)
            elif (each, pattern) not in used and any(matches(identity, pattern) for identity in ran):
                said = f"this suppresses nothing: {pattern} does not speak here"
                yield Problem("unused-ignore", said, route, at=each.at)
        if settings.require_reason and not each.reason:
            yield Problem("ignore-without-reason", "this suppression gives no reason", route, at=each.at)
        if each.until is not None:
            yield from _outdated(each, settings.today)


def _unknown(pattern: str, known: Sequence[str]) -> str:
    near = suggest(pattern, known)
    return f'no rule is called "{pattern}"' + (f' — did you mean "{near}"?' if near else "")


def _outdated(each: Suppression, today: str | None) -> Iterator[Problem]:
    route = Route(each.document)
    until = each.until or ""
    if not _is_day(until):
        yield Problem("bad-comment", f'"{until}" is not a day like 2027-03-31', route, at=each.at)
    elif today is not None and until < today:
        yield Problem("expired-ignore", f"this suppression was meant to end on {until}", route, at=each.at)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
