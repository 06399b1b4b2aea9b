"""Letters and texts that no scheme explains, gathered so that each is told once in the right words."""

from __future__ import annotations

from rolelint.finding import Mark, Problem, Route
from rolelint.organisation.letters import Reader, Reading
from rolelint.organisation.schemes import DUTY_WORDS, fitting
from rolelint.organisation.traits import Steps

MOST_MARKS = 3
"""So many further places of one strange letter are shown."""


class Strange:
    """What stands where duty letters of one document should."""

    def __init__(self, number: int, reader: Reader, used: frozenset[str]) -> None:
        self._number = number
        self._reader = reader
        self._used = used
        self._letters: dict[str, list[Route]] = {}
        self._words: list[tuple[str, Route]] = []

    def key(self, letter: str, steps: Steps) -> None:
        """A letter outside the scheme, used as a key."""
        self._letters.setdefault(letter, []).append(Route(self._number, steps, key=True))

    def cell(self, written: str, reading: Reading, steps: Steps) -> None:
        """A cell's text that is not made of the scheme's letters alone."""
        route = Route(self._number, steps)
        for letter in reading.letters if not reading.words else ():
            self._letters.setdefault(letter, []).append(route)
        if reading.words:
            self._words.append((written, route))

    def problems(self) -> list[Problem]:
        """One problem a strange letter, and one a cell of words."""
        found = [self._letter(letter, routes) for letter, routes in self._letters.items()]
        return found + [self._word(written, route) for written, route in self._words]

    def _letter(self, letter: str, routes: list[Route]) -> Problem:
        first, *more = routes
        places = f", {len(routes)} times" if more else ""
        return Problem(
            "letters-unknown",
            f'"{letter}" is no letter of {self._reader.name} ({self._expected()}){places}',
            first,
            help=self._legend(letter),
            marks=tuple(Mark(route, "and here") for route in more[:MOST_MARKS]),
        )

    def _legend(self, letter: str) -> str:
        schemes = fitting(self._used)
        if schemes and self._reader.name not in schemes:
            return f"if the letters are those of {' or '.join(schemes)}, say so: `scheme: {schemes[0]}`"
        return f'correct it, or say what "{letter}" means: `scheme: {{{letter}: responsible, …}}`'

    def _word(self, written: str, route: Route) -> Problem:
        from rolelint.suggest import suggest  # noqa: PLC0415  # only when something is wrong

        near = suggest(written, DUTY_WORDS)
        shown = written if len(written) <= 40 else f"{written[:39]}…"
        return Problem(
            "letters-unknown",
            f'"{shown}" is not made of duty letters' + (f'; did you mean "{near}"?' if near else ""),
            route,
            help=f"write letters of {self._reader.name} ({self._expected()}), or leave it empty",
            meant=near,
        )

    def _expected(self) -> str:
        return ", ".join(self._reader.letters)
