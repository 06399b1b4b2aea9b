"""What parties are called in a report: roles and functions, and people only where that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rolelint.organisation.model import Organisation, Party
from rolelint.words import fold

_QUOTED = re.compile(r'("[^"]*")')


class Names:
    """Party -> the name shown. Without `people`, a declared person is shown as a number and its roles."""

    def __init__(self, organisation: Organisation, *, people: bool) -> None:
        self._hidden: dict[str, str] = {}
        if not people:
            for number, (key, person) in enumerate(organisation.people.items(), 1):
                function = organisation.parties[key].function if key in organisation.parties else None
                held = ", ".join(person.roles) or function or ""
                self._hidden[key] = f"person {number}" + (f" ({held})" if held else "")
        self.hides = bool(self._hidden)

    def __call__(self, party: Party) -> str:
        """What a party is called."""
        return self._hidden.get(fold(party.name), party.name) if self._hidden else party.name

    def hidden(self, party: Party) -> bool:
        """Whether the party's own name is not shown."""
        return fold(party.name) in self._hidden

    def masked(self, text: str, parties: Iterable[str]) -> str:
        """A sentence of a finding without the names of people among these; what it quotes is left alone."""
        known = {p: self._hidden[fold(p)] for p in parties if fold(p) in self._hidden} if self._hidden else {}
        if not known:
            return text
        longest_first = sorted(known, key=len, reverse=True)
        name = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
        pieces = _QUOTED.split(text)
        return "".join(p if p.startswith('"') else name.sub(lambda m: known[m[1]], p) for p in pieces)
