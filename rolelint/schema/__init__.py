"""Plain data held against a schema of `schemas/` -> problems in plain words, each with its route.

A quick gate decides; jsonschema is imported only to explain what the gate refuses, and sees only that.

The codes: `unknown-key` (a key the format does not know, placed at the key), `unread-key` (a section at the
top of a matrix that is not ours: only worth a warning), `missing-key`, `wrong-type`, `wrong-value`, and
`not-a-matrix` (nothing at the top of the file is ours).

Every problem but that of a missing key leads to the smallest part that is wrong, so that whoever builds on
the data can leave out just that part. A missing key leads to the mapping it is missing from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from rolelint.finding import Problem, Route, Step
from rolelint.schema.gate import fits
from rolelint.schema.load import bare, load
from rolelint.schema.parts import ORGANISATION, Part, suspicious
from rolelint.schema.phrases import found

WHOLE = {ORGANISATION: "this file", "rule": "this rule", "pack": "this pack", "config": "the configuration"}
MOST_PARTS = 200
"""So many parts are explained; the others are counted."""

__all__ = ["problems"]


def problems(data: object, schema_name: str, document_number: int, *, what_for: str = "") -> list[Problem]:
    """What in the data does not fit the schema, in the document's order.

    `schema_name` is "organisation", "rule", "pack" or "config"; KeyError where there is no such schema.
    `what_for` is what messages call the whole document (otherwise "this file", "this rule" …).
    """
    choices = _misspelt_choices(data, document_number) if schema_name == ORGANISATION else []
    if fits(data, schema_name):
        return choices
    whole = what_for or WHOLE.get(schema_name, "this file")
    if not isinstance(data, dict):
        return [_no_mapping(data, schema_name, document_number, whole)]
    parts = suspicious(data, schema_name)
    explained = _explained(list(islice(parts, MOST_PARTS)), data, schema_name, document_number, whole)
    told = [*dict.fromkeys(explained), *choices]
    told.sort(key=lambda problem: _position(data, problem.route.steps))
    if schema_name == ORGANISATION and load(schema_name)["properties"].keys().isdisjoint(data):
        told = _nothing_ours(told, document_number, whole)
    return told + _more(parts, document_number, told)


def _explained(parts: list[Part], data: object, name: str, document: int, whole: str) -> Iterator[Problem]:
    from rolelint.schema.explain import Unexplained, faults  # noqa: PLC0415  # brings in jsonschema
    from rolelint.schema.messages import Messages  # noqa: PLC0415
    from rolelint.schema.phrases import Phrases  # noqa: PLC0415

    messages = Messages(document, Phrases(data, whole, _known(name)), open_top=name == ORGANISATION)
    for part in parts:
        try:
            yield from messages.problems(faults(part, name))
        except Unexplained:
            yield messages.unexplained(part.steps)


@cache
def _known(name: str) -> frozenset[str]:
    """Every key that the schema names anywhere."""
    known: set[str] = set()
    waiting: list[Any] = [load(name)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            known.update(part.get("properties", ()))
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return frozenset(known)


def _misspelt_choices(data: object, document: int) -> list[Problem]:
    """Keys of `policy` near to a known one. Others are let through: rules of one's own may ask for them."""
    policy = data.get("policy") if isinstance(data, dict) else None
    known = bare(ORGANISATION)["properties"]["policy"]["properties"]
    unknown = [key for key in policy if key not in known] if isinstance(policy, dict) else []
    if not unknown:
        return []
    from rolelint.schema.messages import misspelt_choice  # noqa: PLC0415

    return [found for key in unknown[:MOST_PARTS] if (found := misspelt_choice(key, known, document))]


def _no_mapping(data: object, name: str, document: int, whole: str) -> Problem:
    if name != ORGANISATION:
        return Problem("wrong-type", f"{whole} must be a mapping, found {found(data)}", Route(document))
    message = f"{whole} is empty" if data is None else f"{whole} must be a mapping, found {found(data)}"
    return Problem("not-a-matrix", message, Route(document), help=_SHORTEST)


def _nothing_ours(told: list[Problem], document: int, whole: str) -> list[Problem]:
    """One problem for a file of another kind, unless its keys are ours misspelt."""
    if any(problem.code == "unknown-key" for problem in told):
        return told
    message = f"{whole} has none of the parts of a matrix (tasks, matrix, functions, roles, people, org)"
    return [Problem("not-a-matrix", message, Route(document), help=_SHORTEST)]


_SHORTEST = "the shortest matrix is `tasks:` with lines such as `Close renewals: sales` below it"


def _position(data: Any, steps: Sequence[Step]) -> tuple[int, ...]:
    """The steps as positions in the document, to sort by."""
    path = []
    for step in steps:
        path.append(step if isinstance(step, int) and isinstance(data, list) else list(data).index(step))
        data = data[step]
    return tuple(path)


def _more(parts: Iterator[Part], document: int, told: list[Problem]) -> list[Problem]:
    """One line for all parts that were not explained."""
    first = next(parts, None)
    if first is None:
        return []
    more = 1 + sum(1 for _ in parts)
    code = told[-1].code if told else "wrong-value"
    return [Problem(code, f"… and {more} more like this", Route(document, first.steps))]
