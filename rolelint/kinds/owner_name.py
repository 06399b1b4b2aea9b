"""Names that are no single party: a group, a choice, a condition, or two names in one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rolelint.facts import Facts, functions_of
from rolelint.finding import Hit, Mark, Severity
from rolelint.kinds.hits import SHOWN, off, severity
from rolelint.organisation.model import ACCOUNTABLE, Assignment, Party, Task
from rolelint.records import NamedTuple
from rolelint.words import Phrases, fold


def owner_name(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Parties whose name is one of `names`, holds a phrase of `phrases`, or one of `joined`; one hit a name.

    Looks at those who hold one of `duties` (left out: the accountable) and none of `unless_duties`. `joined`
    are texts such as " or " that stand between two names; those of `perhaps` count where both sides are
    known, and else make the hit information, or with `sure` no hit. `in_brackets` are phrases that count only
    after an opening bracket. Names with a phrase of `unless` are left alone, and so are declared parties.
    Functions count with `functions_too` wherever `policy.require_person` is on, which makes the hit as grave
    as the rule; else `by_profile` says how grave it is.
    """
    if off(facts, options):
        return
    duties, unless = set(options.get("duties", (ACCOUNTABLE,))), set(options.get("unless_duties", ()))
    test = _Test(facts, options)
    caught: dict[Party, Caught] = {}
    for party, use in facts.uses.items():
        if not duties.isdisjoint(use.duties) and unless.isdisjoint(use.duties):
            found = test(party, use.assignment.name)
            if found is not None:
                caught[party] = found
    for party, places in _places(facts, caught, duties).items():
        yield _hit(places, caught[party])


Places = list[tuple[Task, Assignment]]


class Caught(NamedTuple):
    """The words that caught a name, and how grave that is."""

    words: str
    severity: Severity | None


def _places(facts: Facts, caught: Iterable[Party], duties: Container[str]) -> dict[Party, Places]:
    """Where the parties that were caught hold one of these duties."""
    found: dict[Party, Places] = {}
    for task in facts.held_by(caught):
        for assignment in task.assignments:
            if assignment.duty in duties and assignment.party in caught:
                found.setdefault(assignment.party, []).append((task, assignment))
    return found


class _Test:
    """Whether a name is caught by the rule's options."""

    def __init__(self, facts: Facts, options: Mapping[str, Any]) -> None:
        strict = facts.organisation.policy.get("require_person") is True
        self._functions = strict and options.get("functions_too", False)
        self._severity = None if self._functions else severity(facts, options)
        self._names = frozenset(map(fold, options.get("names", ())))
        self._phrases = Phrases(options.get("phrases", ()))
        self._joined = tuple(options.get("joined", ()))
        self._perhaps = tuple(options.get("perhaps", ()))
        self._in_brackets = Phrases(options.get("in_brackets", ()))
        self._unless = Phrases(options.get("unless", ()))
        self._sure = options.get("sure", False)
        self._parties = facts.organisation.parties

    def __call__(self, party: Party, name: str) -> Caught | None:
        several = len(functions_of(party)) > 1
        if self._functions and party.kind == "function" and not several:
            return Caught(name, None)
        if party.declared is not None or self._unless.first(name):
            return None
        words = self._whole(name) or self._choice(name, self._joined) or self._bracketed(name)
        if words is not None:
            return Caught(words, self._severity)
        words = self._choice(name, self._perhaps)
        if words is None or len(functions_of(party)) == 1:
            return None
        if several or all(fold(side) in self._parties for side in fold(name).split(words)):
            return Caught(words, self._severity)
        return None if self._sure else Caught(words, "info")

    def _whole(self, name: str) -> str | None:
        return name if fold(name) in self._names else self._phrases.first(name)

    def _choice(self, name: str, joiners: Sequence[str]) -> str | None:
        """The text that joins two names, brackets left out; None for letters (R/A) and for UX/UI Designer."""
        bare = fold(name.partition("(")[0])
        for joined in joiners:
            sides = [side.split() for side in bare.split(joined)]
            words = set(map(len, sides))
            if (
                len(sides) > 1
                and 0 not in words
                and not any(len(side) == 1 == len(side[0]) for side in sides)
            ):
                if joined == "/" and len(words) > 1:  # one title: UX/UI Designer, Head of Finance/IT
                    continue
                return joined.strip()
        return None

    def _bracketed(self, name: str) -> str | None:
        _, bracket, inside = name.partition("(")
        return self._in_brackets.first(inside) if bracket else None


def _hit(places: Places, caught: Caught) -> Hit:
    (task, owner), *more = places
    outside, _, inside = owner.name.partition("(")
    return Hit(
        task.at(owner),
        words={
            "task": task.name,
            "owner": owner.name,
            "duty": owner.duty,
            "more": f" and {len(more)} more task{'s' if len(more) > 1 else ''}" if more else "",
            "list": ", ".join(filter(None, map(str.strip, owner.name.split(caught.words)))),
            "bare": outside.strip() or owner.name,
            "condition": inside.rstrip(") "),
        },
        label=f"{owner.duty} here",
        marks=tuple(Mark(other.at(a), "and here") for other, a in more[:SHOWN]),
        severity=caught.severity,
        task=task.name,
        parties=(owner.name,),
    )
