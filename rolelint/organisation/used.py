"""Which letters a document uses, and by which scheme they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from rolelint.finding import Problem, Route
from rolelint.organisation.letters import LONGEST_CELL, Reader, letter, lone, singles
from rolelint.organisation.model import SchemeUse
from rolelint.organisation.plain import mapping, names, text
from rolelint.organisation.schemes import DUTY_WORDS, SCHEMES, Letters, guess, is_mixed
from rolelint.records import NamedTuple
from rolelint.words import fold

OWN = "the file's own scheme"
"""The name of a scheme that the document itself spells out."""


class Said(NamedTuple):
    """A scheme that a document names or spells out."""

    name: str
    letters: Letters


def said(data: Mapping[str, Any]) -> Said | None:
    """The scheme given under `scheme:`; None where there is none that can be read."""
    value = data.get("scheme")
    if isinstance(value, dict):
        letters = {}
        for key, duties in mapping(value).items():
            meant = tuple(word for name in names(duties) for word in DUTY_WORDS.get(fold(name), ()))
            spelled = letter(key)
            if spelled and meant:
                letters[spelled] = meant
        return Said(OWN, letters) if letters else None
    name = (text(value) or "").upper()
    return Said(name, SCHEMES[name]) if name in SCHEMES else None


def letters_of(data: Mapping[str, Any]) -> frozenset[str]:
    """All letters that the tasks and the matrix of a document are written with."""
    keys: set[object] = set()
    _task_keys(data.get("tasks"), keys, 0)
    found = frozenset(spelled for key in keys if isinstance(key, str) and (spelled := letter(key)))
    return found | singles(_cells(mapping(data.get("matrix"))))


def _task_keys(value: object, keys: set[object], depth: int) -> None:
    """The keys of all tasks, groups included."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    rows = [item for item in items if isinstance(item, dict)]
    keys.update(*rows)
    for row in rows if depth < 8 and "tasks" in keys else ():
        if "tasks" in row:
            _task_keys(row["tasks"], keys, depth + 1)


def _cells(matrix: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a grid that may be letters: keys where all of them may be, else values; each once."""
    seen: set[str] = set()
    for row in matrix.values():
        cells = mapping(row)
        values = {each for value in cells.values() for each in names(value) if len(each) <= LONGEST_CELL}
        if all(letter(key) or fold(key) in DUTY_WORDS for key in cells) and not _grid(values):
            values = set(cells)
        yield from values - seen
        seen |= values


def _grid(values: Collection[str]) -> bool:
    """Whether the values of a row whose keys may be letters are letters themselves."""
    return lone(values) and all(singles((value,)) for value in values)


def reader(
    number: int, data: Mapping[str, Any], inherited: Said | None
) -> tuple[Reader, frozenset[str], SchemeUse | None, list[Problem]]:
    """How to read the letters of a document: by its own `scheme:`, else the organisation's, else a guess.

    Also the letters it uses, what is to be recorded of that (None where no letters are used), and problems.
    """
    used = letters_of(data)
    given = said(data) or inherited
    name, letters = given or guess(used)
    problems = [] if given or not is_mixed(name) else [_mixed(number, data, name, letters)]
    use = None
    if used or said(data):
        meanings = {each: " and ".join(duties) for each, duties in letters.items()}
        use = SchemeUse(number, name, guessed=given is None, letters=meanings)
    return Reader(name, letters), used, use, problems


def _mixed(number: int, data: Mapping[str, Any], name: str, letters: Letters) -> Problem:
    added = ", ".join(f"{each} = {letters[each][0]}" for each in list(letters)[4:])
    section = next(key for key in ("tasks", "matrix") if data.get(key))
    return Problem(
        "letters-mixed",
        f"the letters of several schemes are mixed here; read as {name} ({added})",
        Route(number, (section,), key=True),
        help="say what each letter means: `scheme: {R: responsible, A: accountable, …}`",
    )
