"""What one header says: a duty, or that its column holds tasks."""

from __future__ import annotations

from rolelint.importing.vocabulary import TASKS, WEAK_TASKS, duty_word, tokens
from rolelint.organisation.schemes import KNOWN_LETTERS


def header_duty(text: str, known: frozenset[str]) -> tuple[str, str] | None:
    """What a header says: (letter or "", duty or ""), e.g. of `R (Responsible)`; None where no duty."""
    bare = text.strip(" :*")
    if len(bare) == 1 and bare.isalpha() and bare.upper() in known | KNOWN_LETTERS:
        return bare.upper(), ""
    parts = [part.strip(" :–—-=") for part in bare.replace("[", "(").replace("]", ")").split("(")]
    parts = [part.strip(" )") for part in parts if part.strip(" )")]
    if len(parts) == 1 and len(bare) > 3 and bare[1:2] in (" ", "-", "=", ":", "–", "/"):
        parts = [bare[0], bare[1:].strip(" :–—-=/")]
    letters = [part.upper() for part in parts if len(part) == 1]
    words = [duty for part in parts if len(part) > 1 and (duty := duty_word(part))]
    if not words:
        spelt = bare.replace("(", "").replace(")", "").replace("[", "").replace("]", "")
        duty = duty_word(spelt) if len(tokens(bare)) <= 4 else None
        return ("", duty) if duty else None
    return (letters[0] if letters else ""), words[0]


def is_task_header(text: str) -> bool:
    """Whether any word of the header speaks of tasks."""
    return any(word in TASKS or word in WEAK_TASKS for word in tokens(text))


def is_plain_task_header(text: str) -> bool:
    """`Task`, `Activity / Deliverable`: beyond doubt, so that a party beside it may be called `A`."""
    words = tokens(text)
    return 0 < len(words) <= 3 and all(word in TASKS for word in words)
