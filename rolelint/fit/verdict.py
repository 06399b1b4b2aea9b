"""What function fit concluded about one task."""

from __future__ import annotations

from typing import Literal

from rolelint.records import NamedTuple

Outcome = Literal["clear-cut", "grey", "mixed", "not judged"]
Grade = Literal["certain", "likely", "hint"]


class Verdict(NamedTuple):
    """Whose work a task reads as, how surely, and on what it rests.

    `function` is set for clear-cut tasks, and for those not judged whose evidence is too weak: those have
    the grade "hint". `rule` is the rule that names the verdict: the strongest wrong-function rule for a
    clear-cut task or hint, the grey rule for a grey one, the mixed rule for a mixed one, else None. `area` is
    the grey area. `against` says that evidence for another side was seen. `reason` says in plain words why a
    task was not judged. `thin` are the places of a clear-cut verdict's signs, from the first word that speaks
    on, where they say so little that a word of another trade beside them makes it a hint; where they are also
    `faint`, they are few and none is strong. The signs themselves are found again by `Lexicon.signs`, for the
    few tasks that are reported.
    """

    outcome: Outcome
    function: str | None = None
    grade: Grade | None = None
    rule: str | None = None
    against: bool = False
    reason: str = ""
    area: str = ""
    thin: tuple[tuple[int, int], ...] = ()
    faint: bool = False
