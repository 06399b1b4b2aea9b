"""Faults -> problems in plain words, each placed at the smallest part that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rolelint.finding import Problem, Route, Step
from rolelint.schema.load import Schema
from rolelint.schema.phrases import Phrases, cut, found, quoted, str_of
from rolelint.schema.synonyms import AREAS, RULES, synonym
from rolelint.suggest import suggest

if TYPE_CHECKING:
    from rolelint.schema.explain import Fault

NAMING = ("name", "group")
"""Keys that hold the name of what they stand in."""

UNKNOWN_KEY = "unknown-key"
UNREAD_KEY = "unread-key"
MISSING_KEY = "missing-key"
WRONG_TYPE = "wrong-type"
WRONG_VALUE = "wrong-value"
NOT_A_MATRIX = "not-a-matrix"
CODES = (UNKNOWN_KEY, UNREAD_KEY, MISSING_KEY, WRONG_TYPE, WRONG_VALUE, NOT_A_MATRIX)
"""Every code a problem of a schema can have."""

MOST_KEYS = 20
"""So many unknown keys of one mapping are named."""

CLOSE = 0.7
"""How near a key must be to be taken for one of ours: most are short, and parties stand among them."""

CLOSE_AT_THE_TOP = 0.8
"""Files carry sections of their own, so a key at the top has to be nearer to one of ours than elsewhere."""

LETTERS = re.compile(r"[A-Z](?:[/, +&]{1,2}[A-Z]){0,4}|RA|AR")
"""A cell of a grid. Other pairs of letters may well be names (HR, IT)."""

SEVERAL_LETTERS = re.compile(r"[A-Za-z](?:[/, +&]{1,2}[A-Za-z]){1,4}")
MOST_WORDS = 6
"""More words than these are listed in the help."""

IN_A_SECTION = 2
"""So many steps lead to a member of a section."""

TRAITS = ("horizon", "strategy", "approach", "audience", "metric", "stage", "kind")
SHAPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}
HELP_ROW = "under `tasks:` write letter: party, as in {A: sales}; party: letters belongs under `matrix:`"
HELP_HEADING = "for tasks under a heading write {group: …, tasks: […]} as an item of a list"


class Messages:
    """Writes the problems of one document. `open_top` says that unknown keys at its top are only not read."""

    def __init__(self, document: int, phrases: Phrases, *, open_top: bool) -> None:
        self._document = document
        self._phrases = phrases
        self._open_top = open_top

    def problems(self, faults: Sequence[Fault]) -> Iterator[Problem]:
        """The problems of one part's faults; a misspelt key is not also told of as missing."""
        missing = {fault.steps: set(_missing(fault)) for fault in faults if fault.keyword == "required"}
        for fault in faults:
            if fault.keyword == "additionalProperties":
                yield from self._unknown_keys(fault, missing.get(fault.steps, set()))
        for steps, keys in missing.items():
            for key in sorted(keys):
                yield self._missing_key(steps, key)
        for fault in faults:
            if fault.keyword not in ("additionalProperties", "required"):
                yield self._wrong(fault)

    def unexplained(self, steps: tuple[Step, ...]) -> Problem:
        """For a part that does not fit and cannot be gone through."""
        message = f"{self._phrases.thing(steps)} does not fit, and is too deep or too large to say where"
        return Problem(WRONG_VALUE, message, self._route(steps))

    def _route(self, steps: tuple[Step, ...], *, key: bool = False) -> Route:
        return Route(self._document, steps, key)

    def _missing_key(self, steps: tuple[Step, ...], key: str) -> Problem:
        shown = "name" if key in NAMING else self._phrases.key(key)
        message = f"{self._phrases.thing(steps)} has no {shown}"
        return Problem(MISSING_KEY, message, self._route(steps), help=f"add `{key}:`")

    def _unknown_keys(self, fault: Fault, missing: set[str]) -> Iterator[Problem]:
        """Takes out of `missing` what was found misspelt."""
        unknown = list(_unknown(fault))
        if _in_a_task(fault) and not any(self._meant(fault, key) for key in unknown[:MOST_KEYS]):
            whole = self._foreign_task(fault, unknown)
            if whole is not None:
                yield whole
                return
        for key in unknown[:MOST_KEYS]:
            missing.discard(self._meant(fault, key) or "")
            yield self._unknown_key(fault, key)

    def _meant(self, fault: Fault, key: object) -> str | None:
        """The key of ours that an unknown key seems to stand for."""
        if key in AREAS and "area" in fault.schema["properties"]:
            return None
        free = [each for each in fault.schema["properties"] if each not in fault.value]
        if self._open_top and not fault.steps:
            return _near_at_the_top(str_of(key), free)
        return suggest(str_of(key), free, closeness=CLOSE) or synonym(str_of(key), free)

    def _unknown_key(self, fault: Fault, key: object) -> Problem:
        meant = self._meant(fault, key)
        route = self._route((*fault.steps, key), key=True)  # type: ignore[arg-type]  # keys are text
        if self._open_top and not fault.steps and meant is None:
            other = synonym(str_of(key), set(fault.schema["properties"]) - set(fault.value))
            return Problem(
                UNREAD_KEY, f"{quoted(key)} is not read{_asked(other)}", route, _hint(fault, key, other)
            )
        message = f"unknown key {quoted(key)} in {self._phrases.thing(fault.steps)}{_asked(meant)}"
        return Problem(UNKNOWN_KEY, message, route, _hint(fault, key, meant), meant=meant)

    def _foreign_task(self, fault: Fault, unknown: list[Any]) -> Problem | None:
        """For what stands where a task should, but was meant as a row of a grid or a heading with tasks."""
        thing, route = self._phrases.thing(fault.steps), self._route(fault.steps)
        values = [fault.value[key] for key in unknown]
        if all(isinstance(value, str) and LETTERS.fullmatch(value) for value in values):
            return Problem(WRONG_TYPE, f"{thing} is written as party: letters", route, HELP_ROW)
        if isinstance(fault.steps[-1], str) and len(unknown) == len(fault.value) > 1:
            message = f"{thing} has none of the keys of a task, such as owner or accountable"
            return Problem(WRONG_TYPE, message, route, HELP_HEADING)
        return None

    def _wrong(self, fault: Fault) -> Problem:
        thing = self._phrases.thing(fault.steps)
        route = self._route(fault.steps, key=fault.key)
        takes = expected(fault.schema)
        if fault.key:
            return Problem(WRONG_VALUE, f"{thing} is not {takes}", route)
        if _is_empty(fault):
            if fault.steps and fault.steps[-1] in NAMING:
                return Problem(MISSING_KEY, f"{self._phrases.thing(fault.steps[:-1])} has no name", route)
            return Problem(WRONG_VALUE, f"{thing} is empty", route)
        near = suggest(fault.value, _words(fault.schema)) if isinstance(fault.value, str) else None
        message = f"{thing} takes {takes}, found {found(fault.value)}{_asked(near)}"
        return Problem(_code(fault), message, route, _hint_value(fault), meant=near)


def misspelt_choice(key: object, known: Iterable[str], document: int) -> Problem | None:
    """The problem of a key of `policy` that is near to a known one, None where it is not."""
    meant = suggest(str_of(key), known, closeness=CLOSE_AT_THE_TOP)
    if meant is None or str_of(key).casefold().startswith("x-"):
        return None
    route = Route(document, ("policy", key), key=True)  # type: ignore[arg-type]  # keys are text
    message = f"unknown key {quoted(key)} in `policy`{_asked(meant)}"
    return Problem(UNKNOWN_KEY, message, route, f"write `{meant}:`", meant=meant)


def expected(schema: Schema) -> str:
    """What a schema takes, in words: its title if that is a phrase (headings begin with a capital letter)."""
    title = str(schema.get("title", ""))
    if title and not title[0].isupper():
        return title
    if "enum" in schema:
        return _either([quoted(value) for value in schema["enum"] if value is not None])
    if "anyOf" in schema:
        return _either([expected(branch) for branch in schema["anyOf"]])
    kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", ())
    least = f", at least {schema['minimum']}" if "minimum" in schema else ""
    return (_either([SHAPES[kind] for kind in kinds if kind in SHAPES]) or "something else") + least


def _either(shapes: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(shapes[:-1]), *shapes[-1:])))


def _asked(meant: str | None) -> str:
    return f' — did you mean "{meant}"?' if meant else ""


def _missing(fault: Fault) -> Iterator[str]:
    return (key for key in fault.schema["required"] if key not in fault.value)


def _unknown(fault: Fault) -> Iterator[Any]:
    schema = fault.schema
    patterns = "|".join(schema.get("patternProperties", ())) or r"(?!)"
    for key in fault.value:
        if key not in schema["properties"] and not re.search(patterns, str_of(key)):
            yield key


def _near_at_the_top(key: str, free: Iterable[str]) -> str | None:
    return None if key in RULES else suggest(key, free, closeness=CLOSE_AT_THE_TOP)


def _in_a_task(fault: Fault) -> bool:
    return fault.steps[:1] == ("tasks",) and "accountable" in fault.schema["properties"]


def _hint(fault: Fault, key: object, meant: str | None) -> str:
    word = str_of(key)
    if meant:
        return f"write `{meant}:`"
    if word in AREAS and "area" in fault.schema["properties"]:
        return f"write `area: {{{word}: …}}`"
    if word in RULES and not fault.steps:
        return "rules are chosen in the configuration, not in the matrix"
    if SEVERAL_LETTERS.fullmatch(word):
        return "write one key for each letter"
    if not set(fault.schema["properties"]).isdisjoint(TRAITS) and not _in_a_task(fault):
        return "only area and traits can be given to several tasks at once"
    return f'call it "x-{cut(word)}" if it is your own'


def _is_empty(fault: Fault) -> bool:
    blank = isinstance(fault.value, str) and not fault.value.strip()
    return blank or fault.value is None or fault.keyword in ("minItems", "minProperties")


def _code(fault: Fault) -> str:
    """A word that is not among those known has the right type and the wrong value."""
    if fault.keyword == "type" or (fault.keyword == "anyOf" and not isinstance(fault.value, str)):
        return WRONG_TYPE
    return WRONG_VALUE


def _words(schema: Schema) -> list[str]:
    """The words a schema lets one choose from."""
    values = [schema.get("enum", ()), *(branch.get("enum", ()) for branch in schema.get("anyOf", ()))]
    return [word for each in values for word in each if isinstance(word, str)]


def _hint_value(fault: Fault) -> str:
    if fault.schema.get("format") == "date":
        return "write year, month and day: 2026-12-31"
    named = len(fault.steps) == IN_A_SECTION and isinstance(fault.steps[1], str)
    if named and fault.steps[0] == "tasks" and isinstance(fault.value, list):
        return "name the one owner, and the others by what they do: {A: one, R: [one, other]}"
    if named and fault.steps[0] == "matrix" and isinstance(fault.value, str):
        return f"write {{{cut(fault.value)}: A}}, or put the task under `tasks:`"
    words = _words(fault.schema)
    return f"choose from {', '.join(words)}" if len(words) > MOST_WORDS else ""
