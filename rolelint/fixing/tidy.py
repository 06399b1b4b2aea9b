"""Matters of form that no rule speaks of: letters, duties said twice, duties of nobody.

Who holds what stays the same; other programs, and readers, trip over these.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.finding import Route
from rolelint.fixing.fix import Fix, Remove, Scene, Write
from rolelint.fixing.places import name_route, value_at
from rolelint.organisation.letters import LOOK_ALIKE, letter, tokens
from rolelint.organisation.model import ACCOUNTABLE, RESPONSIBLE, Task
from rolelint.organisation.plain import NOTHING, mapping, text
from rolelint.organisation.schemes import DUTY_WORDS
from rolelint.words import fold

ASKED_FOR = frozenset({ACCOUNTABLE, RESPONSIBLE})
"""Duties that somebody has to hold: an empty one is a question, not a left-over."""


def tidy(scene: Scene) -> Iterator[Fix]:
    """All such fixes of an organisation, one for each place."""
    own = {n for n in scene.organisation.documents if isinstance(mapping(scene.data(n)).get("scheme"), dict)}
    for task in scene.organisation.tasks:
        if task.route.document not in own:
            yield from _letters(scene, task)
        yield from _said_twice(scene, task)
        yield from _of_nobody(scene, task)


def _letters(scene: Scene, task: Task) -> Iterator[Fix]:
    """Letters in capitals of the Latin alphabet, each once."""
    seen = set()
    for assignment in task.assignments:
        name = name_route(scene, task, assignment)
        if name is None or assignment.steps in seen:
            continue
        seen.add(assignment.steps)
        if name.key:
            yield from _cell(scene, task.at(assignment))
        else:
            steps = assignment.steps[:-1] if isinstance(assignment.steps[-1], int) else assignment.steps
            if len(steps) > len(task.home):
                yield from _key(Route(task.route.document, steps, key=True), str(steps[-1]))


def _cell(scene: Scene, route: Route) -> Iterator[Fix]:
    written = value_at(scene.data(route.document), route.steps)
    if not isinstance(written, str):
        return
    found = tokens(written)
    plain = all(part not in DUTY_WORDS and len(part) == 1 for part in found)
    if not found or not plain or not set(written).isdisjoint("()[]<>"):
        return
    new = _once(_capitals(written), found)
    if new != written:
        yield Fix(f"write {new}", (Write(route, new),))


def _capitals(written: str) -> str:
    return "".join(unicodedata.normalize("NFKC", each).upper().translate(LOOK_ALIKE) for each in written)


def _once(written: str, found: tuple[str, ...]) -> str:
    """The letters without repetition, with what stood between the first two of them."""
    if len(set(found)) == len(found):
        return written
    first = written.index(found[0]) + 1
    between = written[first : written.index(found[1], first)]
    return between.join(dict.fromkeys(found))


def _key(route: Route, key: str) -> Iterator[Fix]:
    new = letter(key)
    if new is not None and key != new and key.strip() == key:
        yield Fix(f"write {new}", (Write(route, new),))


def _said_twice(scene: Scene, task: Task) -> Iterator[Fix]:
    """The second naming of a party for the same duty, in a list."""
    seen = set()
    gone = set()
    for assignment in task.assignments:
        held = (assignment.party, assignment.duty, assignment.steps[:-1])
        if held in seen and isinstance(assignment.steps[-1], int) and assignment.steps not in gone:
            name = name_route(scene, task, assignment)
            if name is not None and not name.key:
                gone.add(assignment.steps)
                yield Fix(f"name {assignment.name} once", (Remove(task.at(assignment)),))
        seen.add(held)


def _of_nobody(scene: Scene, task: Task) -> Iterator[Fix]:
    """Duties without anybody, but for those that somebody has to hold."""
    letters = next(
        (use.letters for use in scene.organisation.schemes if use.document == task.route.document), {}
    )
    row = value_at(scene.data(task.route.document), task.home)
    named = (name_route(scene, task, assignment) for assignment in task.assignments)
    if task.home[0] == "matrix" and not any(route is not None and not route.key for route in named):
        return
    for key, value in row.items() if isinstance(row, dict) else ():
        duty = _duty(key, letters)
        if duty and duty not in ASKED_FOR and _is_nobody(value):
            yield Fix(f"leave {key} out", (Remove(Route(task.route.document, (*task.home, key))),))


def _duty(key: str, letters: Mapping[str, str]) -> str:
    found = DUTY_WORDS.get(fold(key))
    return found[0] if found else letters.get(letter(key) or "", "")


def _is_nobody(value: Any) -> bool:
    if isinstance(value, list):
        return all(_is_nobody(each) for each in value)
    return value is None or (isinstance(value, str) and fold(text(value) or "") in NOTHING)
