"""What a task says of joint work: `shared:` and `handoff:`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.finding import Route
from rolelint.organisation.model import Handoff, Shared
from rolelint.organisation.plain import flag, mapping, named, text
from rolelint.organisation.traits import Steps


def shared(item: Mapping[str, Any], route: Route) -> Shared | None:
    """What `shared:` (at `route`) says, with the task's own `reason` and `tie_break`; None for no."""
    value = item["shared"]
    reason, tie_break = text(item.get("reason")), text(item.get("tie_break"))
    if isinstance(value, dict):
        said = mapping(value)
        handoff = said.get("handoff")
        return Shared(
            route,
            why=text(said.get("why")) or reason,
            handoff=text(handoff) or text(mapping(handoff).get("when")),
            tie_break=text(said.get("tie_break")) or tie_break,
        )
    if flag(value):
        return Shared(route, why=reason, tie_break=tie_break)
    why = named(value)
    if why is None or why.lower() in ("false", "no", "off"):
        return None
    return Shared(route, why=why, tie_break=tie_break)


def handoffs(item: Mapping[str, Any], document: int, home: Steps) -> tuple[Handoff, ...]:
    """The handoffs of a task, under `handoff:` and under `shared:`."""
    found = list(_each(item.get("handoff"), document, (*home, "handoff")))
    found += _each(mapping(item.get("shared")).get("handoff"), document, (*home, "shared", "handoff"))
    return tuple(found)


def _each(value: object, document: int, steps: Steps) -> Iterator[Handoff]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            if not isinstance(each, list):
                yield from _each(each, document, (*steps, index))
        return
    route = Route(document, steps)
    said = mapping(value)
    if said:
        yield Handoff(
            route,
            giver=named(said.get("from")),
            taker=named(said.get("to")),
            when=named(said.get("when")),
            artefact=named(said.get("artefact")),
            within=named(said.get("within")),
            back_to=named(said.get("back_to")),
        )
    elif named(value) is not None:
        yield Handoff(route, when=named(value))
