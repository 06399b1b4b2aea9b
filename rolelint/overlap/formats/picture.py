"""Figures -> SVG: the overlap map alone, for slides. Nothing in it can run, and it loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rolelint.overlap.figures import Figures, Map
from rolelint.overlap.heat import heat, heats
from rolelint.reporting.plain import visible

CELL, LABEL, TOP, RIGHT = 56, 176, 176, 120
LONGEST = 24
STYLE = """
text{font:13px system-ui,-apple-system,Segoe UI,sans-serif;fill:#1c2330}
.n{font-weight:600;text-anchor:middle}.p{font-size:10px;text-anchor:middle;fill:#5b6472}
.h0{fill:#fff;stroke:#e2dfd8}.h1{fill:#fbe6d6}.h2{fill:#f7cfae}.h3{fill:#eda878}.h4{fill:#a8461a}.own{fill:#efede7}.peace{fill:#dfe8f1}
.h4+text{fill:#fff}.h4+text+text{fill:#fff}.t{font-size:15px;font-weight:600}
"""


def render(figures: Figures) -> str:
    """The picture: groups against groups, and in each cell the number of tasks."""
    size = CELL * len(figures.map.groups)
    width, height = LABEL + size + RIGHT, TOP + size + 24
    name = f": {_short(figures.organisation)}" if figures.organisation else ""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="t d">',
        f'<title id="t">Overlap map{name} (rolelint report)</title>',
        f'<desc id="d">{_said(figures.map)}</desc>',
        f"<style>{STYLE.strip()}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text class="t" x="16" y="30">Who claims whose work{name}</text>',
        *_labels(figures.map),
        *_cells(figures.map),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    text = visible(text)
    return escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def _said(map_: Map) -> str:
    pairs = [
        f"{_short(map_.groups[p.groups[0]])} and {_short(map_.groups[p.groups[1]])}: {len(p.rows)}"
        for p in map_.pairs
        if p.reasons
    ]
    return "Tasks that both claim. " + ("; ".join(pairs) or "None.")


def _labels(map_: Map) -> Iterator[str]:
    for number, group in enumerate(map_.groups):
        middle = number * CELL + CELL // 2
        yield f'<text x="{LABEL - 10}" y="{TOP + middle + 4}" text-anchor="end">{_short(group)}</text>'
        x, y = LABEL + middle, TOP - 10
        yield f'<text x="{x}" y="{y}" transform="rotate(-40 {x} {y})">{_short(group)}</text>'


def _cells(map_: Map) -> Iterator[str]:
    scale = heats(map_)
    for one in range(len(map_.groups)):
        for other in range(len(map_.groups)):
            yield from _cell(map_, one, other, scale)


def _cell(map_: Map, one: int, other: int, scale: int) -> Iterator[str]:
    """Below the diagonal what both claim, above it what both work on, on it what a group holds alone."""
    x, y = LABEL + other * CELL, TOP + one * CELL
    pair = None if one == other else map_.pair(one, other)
    if one == other:
        look, number, below = "own", map_.own[one], "alone"
    elif one > other:
        look, number, below = f"h{heat(pair, scale)}", len(pair.rows) if pair else 0, "claimed"
    else:
        number = len(pair.together) if pair else 0
        look, below = "peace" if number else "h0", "together"
    yield f'<rect class="{look}" x="{x + 1}" y="{y + 1}" width="{CELL - 2}" height="{CELL - 2}" rx="4"/>'
    if number:
        yield f'<text class="n" x="{x + CELL // 2}" y="{y + 28}">{number}</text>'
        yield f'<text class="p" x="{x + CELL // 2}" y="{y + 44}">{below}</text>'
