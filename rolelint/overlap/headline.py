"""The report in one sentence."""

from __future__ import annotations

from rolelint.words import listed

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def headline(
    tasks: int, overlaps: int | None, wrong: int | None, unowned: int | None, grey: int, smaller: int
) -> str:
    """Two to three figures in a sentence; what was not looked for is not spoken of.

    `grey` areas without an agreed border and `smaller` findings are told only where there is nothing else.
    """
    said = [
        _said(overlaps, "piece of work has several owners", "pieces of work have several owners"),
        _said(wrong, "task reads as the other function’s work", "tasks read as the other function’s work"),
        _said(unowned, "task has nobody who answers for it", "tasks have nobody who answers for them"),
    ]
    found = [words for words in said if words] or [
        _said(grey, "grey area has no agreed border", "grey areas have no agreed border")
        or _said(smaller, "smaller thing stands out", "smaller things stand out")
        or f"nothing stands out in {'the one task' if tasks == 1 else f'the {tasks:,} tasks'} of this matrix"
    ]
    sentence = listed(found)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _said(number: int | None, one: str, many: str) -> str:
    if not number:
        return ""
    return f"{word(number)} {one if number == 1 else many}"


def word(number: int) -> str:
    """A number as it stands in a sentence: in letters up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
