"""How hot a cell of the overlap map is: four steps, told by its number as well as by its colour."""

from __future__ import annotations

from rolelint.overlap.figures import Map, Pair

STEPS = 4


def heats(map_: Map) -> int:
    """The points of the hottest pair, against which the others are held; at least 1."""
    return max([pair.points for pair in map_.pairs] or [0], default=0) or 1


def heat(pair: Pair | None, hottest: int) -> int:
    """0 where nothing is claimed twice, else 1 to 4."""
    if pair is None or not pair.points:
        return 0
    return max(1, -(-pair.points * STEPS // hottest)) if hottest > STEPS else min(pair.points, STEPS)
